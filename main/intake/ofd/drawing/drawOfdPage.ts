import { attributeOf, childOf, childrenOf, type XmlElement } from '../../xml/xmlElement.ts';
import type { OfdDocument, OfdPage } from '../openOfd.ts';
import { drawObjects } from './drawObjects.ts';
import type { Scene } from './scene.ts';

const LAYERS: Readonly<Record<string, number>> = { Background: 0, Body: 1, Foreground: 2 };

/** Draws a page: templates behind it, its layers, templates before it. A page that is missing says so. */
export function drawOfdPage(document: OfdDocument, page: OfdPage, scene: Scene): void {
  if (page.part === null) {
    scene.drawing.missing.note(scene.page, ['', '内容（文件里缺少这一页）']);
    return;
  }
  const { root } = page.part;
  const templates = childrenOf(root, 'Template').map((template) => {
    const found = document.templates.get(attributeOf(template, 'TemplateID'));
    const zOrder = attributeOf(template, 'ZOrder') || (found?.zOrder ?? '');
    return { root: found?.part()?.root ?? null, foreground: zOrder === 'Foreground' };
  });
  const drawTemplates = (foreground: boolean): void => {
    for (const template of templates.filter((each) => each.foreground === foreground))
      if (template.root === null) scene.drawing.missing.note(scene.page, ['张', '缺失的底版']);
      else drawLayers(template.root, scene);
  };
  drawTemplates(false);
  drawLayers(root, scene);
  drawTemplates(true);
}

function drawLayers(root: XmlElement, scene: Scene): void {
  const layers = childrenOf(childOf(root, 'Content'), 'Layer');
  const rank = (layer: XmlElement): number => LAYERS[attributeOf(layer, 'Type')] ?? 1;
  for (const layer of [...layers].sort((one, other) => rank(one) - rank(other)))
    drawObjects(layer, { ...scene, layer: attributeOf(layer, 'DrawParam') });
}
