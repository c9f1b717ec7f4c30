import { childOf, textAt } from '../xml/xmlElement.ts';
import { type Box, parseBox } from './box.ts';
import type { OfdDocument, OfdPage } from './openOfd.ts';

/** A page of nothing else's size; also where the sizes given make no sense. */
const A4: Box = { x: 0, y: 0, width: 210, height: 297 };
/** Paper is longer than a millimetre and shorter than PDF can say (14,400 pt). */
const [SHORTEST, LONGEST] = [1, 5000];

/** The physical box of a page in millimetres; `sound` is false when none was given that makes sense. */
export function pageBox(
  document: OfdDocument,
  page: OfdPage,
): { readonly box: Box; readonly sound: boolean } {
  const own = parseBox(textAt(childOf(page.part?.root, 'Area'), 'PhysicalBox'));
  const templates = (page.part?.root.children ?? []).filter(({ name }) => name === 'Template');
  const boxes = [
    own,
    ...templates.map((template) => {
      const found = document.templates.get(template.attributes.get('TemplateID') ?? '');
      return parseBox(textAt(childOf(found?.part.root, 'Area'), 'PhysicalBox'));
    }),
    document.pageBox,
  ];
  const box = boxes.find((each) => each !== null && isPaper(each));
  return { box: box ?? A4, sound: box !== undefined && box !== null };
}

function isPaper({ width, height }: Box): boolean {
  return Math.min(width, height) >= SHORTEST && Math.max(width, height) <= LONGEST;
}
