import { attributeOf, childrenOf, type XmlElement } from '../xml/xmlElement.ts';
import { parseBox } from './box.ts';
import { combine, IDENTITY, type Matrix, mapPoint, parseMatrix } from './matrix.ts';
import { numberOf } from './numbersOf.ts';
import type { OfdDocument, OfdPage } from './openOfd.ts';
import { placeCharacters, textOf } from './placeCharacters.ts';

/** A text object of a page: what it says, and the rectangle it takes on the page in millimetres. */
export type PageText = {
  readonly id: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the characters, in millimetres. */
  readonly size: number;
};

/** No page of an invoice has as many; a page that has is read no further. */
const MOST_TEXTS = 20_000;
/** Room above and below the baseline, in parts of the size. */
const [ASCENT, DESCENT] = [0.86, 0.14];
const PLAIN_SIZE = 3.5;

/** The text objects of a page itself, in the order they are written. */
export function pageTexts(page: OfdPage): readonly PageText[] {
  return page.part === null ? [] : textsBelow(page.part.root);
}

/** Those of the templates it stands on: mostly titles and labels. */
export function templateTexts(document: OfdDocument, page: OfdPage): readonly PageText[] {
  return childrenOf(page.part?.root, 'Template').flatMap((template) => {
    const part = document.templates.get(attributeOf(template, 'TemplateID'))?.part() ?? null;
    return part === null ? [] : textsBelow(part.root);
  });
}

function textsBelow(root: XmlElement): readonly PageText[] {
  const texts: PageText[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (texts.length >= MOST_TEXTS) return;
      if (child.name === 'TextObject') texts.push(...textsOf(child));
      else if (child.name === 'Layer' || child.name === 'PageBlock' || child.name === 'Content') visit(child);
    }
  };
  visit(root);
  return texts;
}

function textsOf(object: XmlElement): readonly PageText[] {
  const size = Math.max(0, numberOf(object.attributes.get('Size')) ?? PLAIN_SIZE);
  const codes = childrenOf(object, 'TextCode');
  const text = codes.map(textOf).join('');
  if (text.trim() === '') return [];
  const placed = codes.flatMap((code) => placeCharacters(code, (character) => widthOf(character) * size));
  const matrix = matrixOf(object);
  // Not spread into Math.min: a text may have more characters than a call may have arguments.
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1e9, -1e9];
  for (const { character, x, y } of placed) {
    const corners = [
      mapPoint(matrix, x, y - ASCENT * size),
      mapPoint(matrix, x + widthOf(character) * size, y + DESCENT * size),
    ];
    for (const [cornerX, cornerY] of corners) {
      [left, right] = [Math.min(left, cornerX), Math.max(right, cornerX)];
      [top, bottom] = [Math.min(top, cornerY), Math.max(bottom, cornerY)];
    }
  }
  return [
    { id: attributeOf(object, 'ID'), text, left, top, width: right - left, height: bottom - top, size },
  ];
}

/** From the space of an object to the page. */
function matrixOf(object: XmlElement): Matrix {
  const box = parseBox(object.attributes.get('Boundary'));
  const own = parseMatrix(object.attributes.get('CTM')) ?? IDENTITY;
  return combine([1, 0, 0, 1, box?.x ?? 0, box?.y ?? 0], own);
}

/** In parts of the size; exact widths are not worth opening a font for. */
function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1;
}
