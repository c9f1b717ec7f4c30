import type { InvoiceLine } from '../../../shared/entities/invoice.ts';
import type { FieldReading, ReadInvoice, ReadingPlace } from '../../../shared/entities/invoiceReading.ts';
import type { PageReading, TextReading } from './pageReading.ts';
import { parseInvoiceQr } from './parseInvoiceQr.ts';
import type { PageCode } from './qrOnPage.ts';

/** An invoice while its pages are put together. */
type Gathered = {
  readonly pages: readonly number[];
  readonly fields: readonly FieldReading[];
  readonly lines: readonly InvoiceLine[];
  readonly sheet: TextReading['sheet'];
};

type CodeFields = { readonly code: PageCode; readonly fields: readonly FieldReading[] };

/**
 * Pages as invoices: a code and the words beside it are one invoice even when they contradict each other; a page with
 * the number of the one before, or that says to be its next sheet, goes on with it.
 */
export function gatherInvoices(pages: readonly PageReading[]): ReadInvoice[] {
  const gathered: Gathered[] = [];
  for (const page of pages) {
    for (const part of partsOf(page)) {
      const at = gathered.findIndex((other, index) => belongs(part, other, index === gathered.length - 1));
      const before = gathered[at];
      if (before === undefined) {
        if (part.starts) gathered.push(part);
      } else gathered[at] = joined(before, part);
    }
  }
  return gathered.map(({ pages: on, fields, lines }) => ({
    pages: [...on],
    fields: weighed(fields),
    lines: [...lines],
    problems: [],
  }));
}

type Part = Gathered & {
  /** Enough to be an invoice by itself; else it can only go on with one. */
  readonly starts: boolean;
};

function partsOf({ page, texts, codes }: PageReading): Part[] {
  const told = codes.flatMap((code): CodeFields[] => {
    const fields = parseInvoiceQr(code.text);
    return fields === null
      ? []
      : [{ code, fields: fields.map((field) => ({ ...field, place: placeOf(code, page) })) }];
  });
  const left = new Set(told);
  const parts = texts.map((text): Part => {
    const own = codeOf(text, [...left], texts.length);
    if (own !== undefined) left.delete(own);
    const usable = text.sound || text.headed || text.sheet !== null;
    return {
      pages: [page],
      fields: [...(own?.fields ?? []), ...(usable ? text.fields : [])],
      lines: usable ? text.lines : [],
      sheet: text.sheet,
      starts: own !== undefined || text.sound,
    };
  });
  const alone = [...left].map(
    ({ fields }): Part => ({ pages: [page], fields, lines: [], sheet: null, starts: true }),
  );
  return [...parts, ...alone];
}

/** The code that belongs to the words of a part: the one of its number, else the only one that stands in it. */
function codeOf(text: TextReading, codes: readonly CodeFields[], parts: number): CodeFields | undefined {
  const number = valuesOf(text.fields, 'number');
  const same = codes.find(({ fields }) => valuesOf(fields, 'number').some((value) => number.includes(value)));
  if (same !== undefined) return same;
  const inside = codes.filter(({ code }) => {
    const middle = code.corners.reduce((sum, { y }) => sum + y, 0) / 4;
    return parts === 1 || (middle >= text.top && middle < text.bottom);
  });
  return inside.length === 1 ? inside[0] : undefined;
}

function belongs(part: Part, other: Gathered, isLast: boolean): boolean {
  const [own, others] = [numbersOf(part), numbersOf(other)];
  if (own.length > 0) return own.some((number) => others.includes(number));
  const { sheet } = part;
  return (
    isLast &&
    sheet !== null &&
    other.sheet !== null &&
    sheet.of === other.sheet.of &&
    sheet.number === other.sheet.number + 1
  );
}

/** Number with code: 8 digits alone are not unique. */
function numbersOf({ fields }: Gathered): string[] {
  const codes = valuesOf(fields, 'code');
  return valuesOf(fields, 'number').flatMap((number) =>
    String(number).length === 20 || codes.length === 0
      ? [String(number)]
      : codes.map((code) => `${code}/${number}`),
  );
}

function joined(before: Gathered, part: Part): Gathered {
  const fields = [...before.fields];
  for (const field of part.fields) {
    const same = fields.findIndex(
      (other) => other.field === field.field && other.source === field.source && other.value === field.value,
    );
    if (same < 0) fields.push(field);
    else if (rank(field) > rank(fields[same])) fields[same] = field;
  }
  // Another copy of the same sheet (发票联, 抵扣联) tells the same lines again.
  const next = part.sheet !== null && part.sheet.number !== before.sheet?.number;
  return {
    pages: [...new Set([...before.pages, ...part.pages])],
    fields,
    lines: next || before.lines.length === 0 ? [...before.lines, ...part.lines] : before.lines,
    sheet: part.sheet ?? before.sheet,
  };
}

const rank = (field: FieldReading | undefined): number =>
  field === undefined ? -1 : ['doubtful', 'likely', 'certain'].indexOf(field.confidence);

/** Two pages of one invoice that tell different things make both doubtful. */
function weighed(fields: readonly FieldReading[]): FieldReading[] {
  return fields.map((field) => {
    const other = fields.some(
      (one) =>
        one.field === field.field &&
        one.source === field.source &&
        one.value !== field.value &&
        one.confidence !== 'doubtful',
    );
    return other ? { ...field, confidence: 'doubtful' } : field;
  });
}

function valuesOf(fields: readonly FieldReading[], name: FieldReading['field']): (string | number)[] {
  return fields.filter(({ field }) => field === name).map(({ value }) => value);
}

function placeOf({ corners }: PageCode, page: number): ReadingPlace {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const [xs, ys] = [corners.map(({ x }) => clamp(x)), corners.map(({ y }) => clamp(y))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { on: 'page', page, left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
