import { attributeOf, childOf, childrenOf, textAt } from '../xml/xmlElement.ts';
import { type Box, parseBox } from './box.ts';
import type { OfdDocument, OfdPage, OfdPart } from './openOfd.ts';

/** A page of nothing else's size; also where the sizes given make no sense. */
const A4: Box = { x: 0, y: 0, width: 210, height: 297 };
/** Paper is longer than a millimetre and shorter than PDF can say (14,400 pt). */
const [SHORTEST, LONGEST] = [1, 5000];

/** The physical box of a page in millimetres; `sound` is false when none was given that makes sense. */
export function pageBox(
  document: OfdDocument,
  page: OfdPage,
): { readonly box: Box; readonly sound: boolean } {
  const given = (part: OfdPart | null | undefined): Box | null => {
    const box = parseBox(textAt(childOf(part?.root, 'Area'), 'PhysicalBox'));
    return box !== null && isPaper(box) ? box : null;
  };
  const ofTemplate = (): Box | null => {
    for (const template of childrenOf(page.part?.root, 'Template')) {
      const box = given(document.templates.get(attributeOf(template, 'TemplateID'))?.part());
      if (box !== null) return box;
    }
    return null;
  };
  const ofDocument = document.pageBox !== null && isPaper(document.pageBox) ? document.pageBox : null;
  const box = given(page.part) ?? ofTemplate() ?? ofDocument;
  return { box: box ?? A4, sound: box !== null };
}

function isPaper({ width, height }: Box): boolean {
  return Math.min(width, height) >= SHORTEST && Math.max(width, height) <= LONGEST;
}
