import { attributeOf, childOf, type XmlElement } from '../../xml/xmlElement.ts';
import { clipOperators } from './clipOperators.ts';
import { drawImage } from './drawImage.ts';
import { drawPath } from './drawPath.ts';
import { drawText } from './drawText.ts';
import { objectMatrix } from './objectMatrix.ts';
import { DEEPEST, type Scene } from './scene.ts';

/** Draws what a layer, a block or an appearance holds, in its order. */
export function drawObjects(parent: XmlElement, scene: Scene): void {
  for (const object of parent.children) drawObject(object, scene);
}

function drawObject(object: XmlElement, scene: Scene): void {
  const { canvas, drawing, page, depth } = scene;
  if (attributeOf(object, 'Visible') === 'false') return;
  const draw = DRAWERS[object.name];
  if (draw === undefined) {
    // Films and buttons have no place on paper; whoever hands it in should know.
    if (object.name.endsWith('Object')) drawing.missing.note(page, ['处', '无法打印的内容']);
    return;
  }
  drawing.count();
  if (depth > DEEPEST) {
    drawing.missing.note(page, ['处', '嵌套过深的内容']);
    return;
  }
  const clip = clipOperators(object);
  if (clip === '') draw(object, scene);
  else
    canvas.within(null, () => {
      canvas.put(clip);
      draw(object, scene);
    });
}

const DRAWERS: Readonly<Record<string, (object: XmlElement, scene: Scene) => void>> = {
  TextObject: drawText,
  PathObject: drawPath,
  ImageObject: drawImage,
  CompositeObject: drawComposite,
  PageBlock: (block, scene) => drawObjects(block, { ...scene, depth: scene.depth + 1 }),
};

/** A drawing kept among the resources, used like a stamp. */
function drawComposite(object: XmlElement, scene: Scene): void {
  const unit = scene.resources.composite(attributeOf(object, 'ResourceID'));
  const content = childOf(unit, 'Content');
  if (content === null) {
    scene.drawing.missing.note(scene.page, ['处', '缺失的图形']);
    return;
  }
  scene.canvas.within(objectMatrix(object), () => drawObjects(content, { ...scene, depth: scene.depth + 1 }));
}
