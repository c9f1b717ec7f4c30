import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';
import type { ObjectCopier } from './createObjectCopier.ts';
import type { PdfFileWriter } from './createPdfFileWriter.ts';
import { formatNumbers } from './formatNumber.ts';
import { boxOf } from './listPages.ts';
import { type Matrix, multiply, type Placement, rotationMatrix } from './placePage.ts';

type Copying = {
  readonly page: PDFDict;
  /** Number of the page in the bundle. */
  readonly pageNumber: number;
  readonly placement: Placement;
  readonly copier: ObjectCopier;
  readonly writer: PdfFileWriter;
  readonly allocate: () => number;
};

const HIDDEN = 2;
const PRINT = 4;
const NO_VIEW = 32;
/** Arrays of coordinate pairs in the page's space. */
const POINTS = ['QuadPoints', 'Vertices', 'L', 'CL'] as const;
/** Rewritten, or tied to the document the annotation came from. */
const REWRITTEN: ReadonlySet<string> = new Set([
  ...[
    '/Type',
    '/Rect',
    '/AP',
    '/P',
    '/Parent',
    '/Popup',
    '/AA',
    '/A',
    '/Dest',
    '/PA',
    '/IRT',
    '/RT',
    '/InkList',
    '/NM',
  ],
  ...POINTS.map((key) => `/${key}`),
]);
/** All that is kept of a form field: what it looks like. */
const FIELD_KEYS: ReadonlySet<string> = new Set(['AS', 'OC', 'Border', 'BS', 'C']);

/**
 * Copies the annotations of a page, moved and turned with it; returns the /Annots entry.
 * A form field becomes a stamp with the field's appearance: it looks the same, needs no
 * form in the bundle, and equal field names of two files cannot meet. Links within the
 * file and to the web stay; scripts and other actions do not.
 */
export function copyAnnotations(copying: Copying): string {
  const annotations = copying.page.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return '';
  const numbers: number[] = [];
  for (const item of annotations.asArray()) {
    const dict = copying.page.context.lookup(item);
    if (!(dict instanceof PDFDict)) continue;
    const text = annotationText(dict, copying);
    if (text === undefined) continue;
    const number = copying.allocate();
    copying.writer.writeObject(number, text);
    numbers.push(number);
  }
  return numbers.length === 0 ? '' : `/Annots[${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
}

function annotationText(dict: PDFDict, copying: Copying): string | undefined {
  const { copier, placement, pageNumber } = copying;
  const subtype = nameOf(dict, 'Subtype');
  const rect = boxOf(dict.context, dict.get(PDFName.of('Rect')));
  if (subtype === undefined || subtype === 'Popup' || rect === undefined) return undefined;
  const flags = dict.lookup(PDFName.of('F'));
  const flagBits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const moved = movePoints([rect.x0, rect.y0, rect.x1, rect.y1], placement.matrix);
  const [a = 0, b = 0, c = 0, d = 0] = moved;
  const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  const place = `/Type/Annot/Rect[${formatNumbers(box)}]/P ${pageNumber} 0 R`;
  const appearance = appearanceText(dict, copying);

  if (subtype === 'Widget') {
    if ((flagBits & (HIDDEN | NO_VIEW)) !== 0 || appearance === '') return undefined;
    let kept = '';
    for (const [key, value] of dict.entries())
      if (FIELD_KEYS.has(key.decodeText())) kept += `${key.toString()} ${copier.text(value)}`;
    const state = dict.has(PDFName.of('AS')) ? '' : stateText(dict);
    return `<<${place}/Subtype/Stamp/F ${flagBits | PRINT}${appearance}${state}${kept}>>`;
  }
  let text = place + appearance + copier.entries(dict, REWRITTEN);
  for (const key of POINTS) {
    const points = numbersOf(dict, dict.get(PDFName.of(key)));
    if (points !== undefined) text += `/${key}[${formatNumbers(movePoints(points, placement.matrix))}]`;
  }
  text += inkText(dict, placement.matrix);
  if (subtype === 'Link') text += linkText(dict, copying);
  return `<<${text}>>`;
}

/** A check box without /AS is shown by its value, or off. */
function stateText(dict: PDFDict): string {
  const normal = normalAppearance(dict);
  if (!(normal instanceof PDFDict)) return '';
  const parent = dict.lookup(PDFName.of('Parent'));
  const own = dict.lookup(PDFName.of('V'));
  const value = own ?? (parent instanceof PDFDict ? parent.lookup(PDFName.of('V')) : undefined);
  return `/AS ${value instanceof PDFName && normal.has(value) ? value.toString() : '/Off'}`;
}

function normalAppearance(dict: PDFDict): PDFObject | undefined {
  const appearances = dict.lookup(PDFName.of('AP'));
  return appearances instanceof PDFDict ? appearances.lookup(PDFName.of('N')) : undefined;
}

function appearanceText(dict: PDFDict, copying: Copying): string {
  const appearances = dict.lookup(PDFName.of('AP'));
  if (!(appearances instanceof PDFDict)) return '';
  const normal = appearances.get(PDFName.of('N'));
  const found = dict.context.lookup(normal);
  if (normal === undefined || found === undefined) return '';
  if (found instanceof PDFStream) return `/AP<</N ${turnedAppearance(normal, found, copying)}>>`;
  if (!(found instanceof PDFDict)) return '';
  let states = '';
  for (const [state, value] of found.entries()) {
    const stream = dict.context.lookup(value);
    if (stream instanceof PDFStream)
      states += `${state.toString()} ${turnedAppearance(value, stream, copying)}`;
  }
  return `/AP<</N<<${states}>>>>`;
}

/**
 * A viewer fits the appearance's box into /Rect but never turns it (PDF 12.5.5), so on a
 * turned page the appearance's own matrix takes the turn.
 */
function turnedAppearance(value: PDFObject, stream: PDFStream, copying: Copying): string {
  const { copier, placement, writer, allocate } = copying;
  if (placement.rotation === 0 && value instanceof PDFRef) return copier.reference(value);
  const own = numbersOf(stream.dict, stream.dict.get(PDFName.of('Matrix')));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own ?? [];
  const matrix = multiply([a, b, c, d, e, f], rotationMatrix(placement.rotation, 0, 0));
  const number = allocate();
  const entries = copier.entries(stream.dict, new Set(['/Matrix', '/Length']));
  writer.writeStream(number, `${entries}/Matrix[${formatNumbers(matrix)}]`, stream.getContents());
  return `${number} 0 R`;
}

function linkText(dict: PDFDict, copying: Copying): string {
  const action = dict.lookup(PDFName.of('A'));
  const actionDict = action instanceof PDFDict ? action : undefined;
  const kind = actionDict === undefined ? undefined : nameOf(actionDict, 'S');
  const uri = kind === 'URI' ? actionDict?.lookup(PDFName.of('URI')) : undefined;
  if (uri !== undefined) return `/A<</S/URI/URI ${copying.copier.text(uri)}>>`;
  const target = kind === 'GoTo' ? actionDict?.lookup(PDFName.of('D')) : dict.lookup(PDFName.of('Dest'));
  const page = target instanceof PDFArray ? target.asArray()[0] : undefined;
  // Named targets belong to the name tree of their own document and would meet other names here.
  if (!(page instanceof PDFRef)) return '';
  const reference = copying.copier.reference(page);
  return reference === 'null' ? '' : `/Dest[${reference}/Fit]`;
}

function inkText(dict: PDFDict, matrix: Matrix): string {
  const list = dict.lookup(PDFName.of('InkList'));
  if (!(list instanceof PDFArray)) return '';
  const strokes = list.asArray().map((stroke) => movePoints(numbersOf(dict, stroke) ?? [], matrix));
  return `/InkList[${strokes.map((stroke) => `[${formatNumbers(stroke)}]`).join('')}]`;
}

function movePoints(points: readonly number[], [a, b, c, d, e, f]: Matrix): number[] {
  const moved: number[] = [];
  for (let index = 0; index + 1 < points.length; index += 2) {
    const x = points[index] ?? 0;
    const y = points[index + 1] ?? 0;
    moved.push(a * x + c * y + e, b * x + d * y + f);
  }
  return moved;
}

function numbersOf(dict: PDFDict, object: PDFObject | undefined): number[] | undefined {
  const array = dict.context.lookup(object);
  if (!(array instanceof PDFArray)) return undefined;
  const numbers = array.asArray().map((item) => dict.context.lookup(item));
  return numbers.every((item) => item instanceof PDFNumber)
    ? numbers.map((item) => (item instanceof PDFNumber ? item.asNumber() : 0))
    : undefined;
}

function nameOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}
