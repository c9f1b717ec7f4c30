import type { Ofd } from '../openOfd.ts';
import { pageBox } from '../pageBox.ts';
import { HANGING } from './drawImage.ts';
import { drawOfdPage } from './drawOfdPage.ts';
import { documentResources, pageResources } from './ofdResources.ts';
import { pdfNumbers } from './pdfNumbers.ts';
import type { Scene } from './scene.ts';
import type { Seal } from './sealsOf.ts';

/**
 * Draws a seal. Its picture lies over the words like ink: white paper around it hides nothing.
 * @param inner the seal's picture where that is itself an OFD
 */
export function drawSeal({ box, clip, picture }: Seal, inner: Ofd | null, scene: Scene): void {
  const { canvas, drawing, page } = scene;
  const document = inner?.documents[0];
  const drawn = document?.pages[0];
  if (
    picture === null ||
    (picture.type === 'ofd' && (inner === null || document === undefined || drawn === undefined))
  ) {
    drawing.missing.note(page, ['枚', '电子印章']);
    return;
  }
  canvas.within([1, 0, 0, 1, box.x, box.y], () => {
    if (clip !== null) canvas.put(`${pdfNumbers(clip.x, clip.y, clip.width, clip.height)} re W n`);
    if (inner !== null && document !== undefined && drawn !== undefined) {
      const own = pageBox(document, drawn).box;
      const [across, down] = [box.width / own.width, box.height / own.height];
      canvas.within([across, 0, 0, down, -own.x * across, -own.y * down], () =>
        drawOfdPage(document, drawn, {
          ...scene,
          resources: pageResources(inner, drawn, documentResources(inner, document)),
          ownFonts: new Map(),
          layer: '',
        }),
      );
      return;
    }
    const source = { key: picture.key, format: '', bytes: () => picture.bytes };
    const ref = drawing.pictures.place(source, null, () => drawing.missing.note(page, ['枚', '电子印章']));
    canvas.look({ fillAlpha: 1, strokeAlpha: 1, multiply: true });
    canvas.within([box.width, 0, 0, box.height, 0, 0], () =>
      canvas.within(HANGING, () => canvas.put(`${canvas.object(ref)} Do`)),
    );
  });
}
