import { attributeOf, type XmlElement } from '../../xml/xmlElement.ts';
import type { Matrix } from '../matrix.ts';
import type { PictureSource } from './createPictures.ts';
import { boundaryOf, objectMatrix } from './objectMatrix.ts';
import type { OfdMedia, OfdResources } from './ofdResources.ts';
import { opacityOf } from './opacityOf.ts';
import type { Scene } from './scene.ts';

/** A picture of PDF stands on its lower edge, one of OFD hangs from its upper. */
export const HANGING: Matrix = [1, 0, 0, -1, 0, 1];

/** An ImageObject: its CTM maps the unit square; without one it fills its Boundary. */
export function drawImage(object: XmlElement, scene: Scene): void {
  const { canvas, drawing, resources, page } = scene;
  const media = mediaOf(resources, object, 'ResourceID') ?? mediaOf(resources, object, 'Substitution');
  if (media === null) {
    drawing.missing.note(page, ['张', '缺失的图片']);
    return;
  }
  const mask = mediaOf(resources, object, 'ImageMask');
  const ref = drawing.pictures.place(media, mask, (what) => drawing.missing.note(page, what));
  const { width, height } = boundaryOf(object);
  canvas.within(objectMatrix(object, [width, 0, 0, height, 0, 0]), () => {
    const opacity = opacityOf(object);
    canvas.look({ fillAlpha: opacity, strokeAlpha: opacity, multiply: false });
    canvas.within(HANGING, () => canvas.put(`${canvas.object(ref)} Do`));
  });
}

function mediaOf(resources: OfdResources, object: XmlElement, name: string): PictureSource | null {
  const media: OfdMedia | null = resources.media(attributeOf(object, name));
  return media === null ? null : { key: media.path, format: media.format, bytes: media.bytes };
}
