import type { Box, Letter } from '../words/segment.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/xmlElement.ts';
import { parseBox } from './box.ts';
import { combine, IDENTITY, type Matrix, mapPoint, parseMatrix } from './matrix.ts';
import { numberOf } from './numbersOf.ts';
import type { OfdDocument, OfdPage, OfdPart } from './openOfd.ts';
import { placeCharacters, textOf } from './placeCharacters.ts';

/** A text object of a page: what it says, and the rectangle it takes on the page in millimetres. */
export type PageText = Box & {
  readonly id: string;
  readonly text: string;
  /** Its characters; each box has the full height of its line. */
  readonly letters: readonly Letter[];
};

/** No page of an invoice has as many characters; a page that has is read no further. */
const MOST_LETTERS = 100_000;
/** Room above and below the baseline, in parts of the size. */
const [ASCENT, DESCENT] = [0.86, 0.14];
const PLAIN_SIZE = 3.5;

/** The text objects of a page itself, in the order they are written. */
export function pageTexts(page: OfdPage): readonly PageText[] {
  return page.part === null ? [] : textsOf(page.part);
}

/** Those of the templates it stands on: mostly titles and labels. */
export function templateTexts(document: OfdDocument, page: OfdPage): readonly PageText[] {
  return childrenOf(page.part?.root, 'Template').flatMap((template) => {
    const part = document.templates.get(attributeOf(template, 'TemplateID'))?.part() ?? null;
    return part === null ? [] : textsOf(part);
  });
}

/** Several readers ask for the words of the same page. */
const known = new WeakMap<OfdPart, readonly PageText[]>();

function textsOf(part: OfdPart): readonly PageText[] {
  const texts = known.get(part) ?? textsBelow(part.root);
  known.set(part, texts);
  return texts;
}

function textsBelow(root: XmlElement): readonly PageText[] {
  const texts: PageText[] = [];
  let letters = 0;
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (letters >= MOST_LETTERS) return;
      if (child.name === 'TextObject') {
        const text = textOfObject(child);
        if (text === null) continue;
        letters += text.letters.length;
        texts.push(text);
      } else if (child.name === 'Layer' || child.name === 'PageBlock' || child.name === 'Content')
        visit(child);
    }
  };
  visit(root);
  return texts;
}

/** Null when the object says nothing. */
function textOfObject(object: XmlElement): PageText | null {
  const size = Math.max(0, numberOf(object.attributes.get('Size')) ?? PLAIN_SIZE);
  const codes = childrenOf(object, 'TextCode');
  const text = codes.map(textOf).join('');
  if (text.trim() === '') return null;
  const matrix = matrixOf(object);
  const placed = codes.flatMap((code) => placeCharacters(code, (character) => widthOf(character) * size));
  const letters = placed.map(({ character, x, y, pitch }): Letter => {
    const wide = Math.min(widthOf(character) * size, pitch ?? Number.POSITIVE_INFINITY);
    const [left, top] = mapPoint(matrix, x, y - ASCENT * size);
    const [right, bottom] = mapPoint(matrix, x + wide, y + DESCENT * size);
    return {
      text: character,
      left: Math.min(left, right),
      top: Math.min(top, bottom),
      right: Math.max(left, right),
      bottom: Math.max(top, bottom),
    };
  });
  // Not spread into Math.min: a text may have more characters than a call may have arguments.
  const around = letters.reduce((box, { left, top, right, bottom }) => ({
    text,
    left: Math.min(box.left, left),
    top: Math.min(box.top, top),
    right: Math.max(box.right, right),
    bottom: Math.max(box.bottom, bottom),
  }));
  return { ...around, id: attributeOf(object, 'ID'), text, letters };
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
