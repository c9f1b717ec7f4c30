import type { InvoiceLine } from '../../../../shared/entities/invoice.ts';
import { invoiceKindByNumbers } from '../../../../shared/entities/invoiceKindByNumbers.ts';
import { type Layout, layOut } from '../../words/layOut.ts';
import { type Letter, middleOf, plain } from '../../words/segment.ts';
import { readGoods } from './readGoods.ts';
import { readHeading } from './readHeading.ts';
import { readParties } from './readParties.ts';
import { readRedLetter } from './readRedLetter.ts';
import { readFare, readItinerary, readTotals } from './readTotals.ts';
import type { TextField } from './textField.ts';
import { type Title, titlesOf } from './titlesOf.ts';
import { weighFields } from './weighFields.ts';

/** What the words of a page, or of a part of it, tell of one invoice. */
export type PageInvoice = {
  readonly fields: readonly TextField[];
  readonly lines: readonly InvoiceLine[];
  /** `共2页 第1页`: which of how many pages; null when the page does not say. */
  readonly sheet: { readonly number: number; readonly of: number } | null;
  /** Enough of an invoice's form is there to take it for one without a QR code or data that say so. */
  readonly sound: boolean;
  /** Headed as an invoice, whether or not its number is printed as text. */
  readonly headed: boolean;
  /** The part of the page it takes, from the top. */
  readonly top: number;
  readonly bottom: number;
};

/** Words that stand downwards at the sides of the boxes of an invoice, longer ones first. */
const COLUMN_WORDS = [
  '购买方信息',
  '销售方信息',
  '购货单位',
  '销货单位',
  '购买方',
  '销售方',
  '密码区',
  '备注',
];

/** Quick look whether the letters of a page may be an invoice's, before they are laid out. */
export function mentionsInvoice(letters: readonly Letter[]): boolean {
  const text = letters.map((letter) => letter.text).join('');
  return /发票|客票|行程单/.test(text) && /\d{2}/.test(text);
}

/** The invoices that the letters of an upright page tell, from the top; none when it shows no form of an invoice. */
export function readPageText(letters: readonly Letter[]): PageInvoice[] {
  if (letters.length === 0) return [];
  const layout = layOut(letters, COLUMN_WORDS);
  const cuts = cutsOf(layout);
  if (cuts.length === 0) return [readPart(layout, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)];
  const edges = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  return edges.slice(0, -1).map((top, index) => {
    const bottom = edges[index + 1] ?? Number.POSITIVE_INFINITY;
    const part = letters.filter((letter) => middleOf(letter) >= top && middleOf(letter) < bottom);
    return readPart(layOut(part, COLUMN_WORDS), top, bottom);
  });
}

/** Several invoices below each other on one page: where each but the first begins. */
function cutsOf(layout: Layout): number[] {
  const numbers = readHeading(layout)
    .filter(({ field, confidence }) => field === 'number' && confidence === 'likely')
    .toSorted((a, b) => middleOf(a.box) - middleOf(b.box));
  const titles = titlesOf(layout);
  return numbers.slice(1).flatMap((number, index) => {
    const before = numbers[index];
    if (before === undefined || before.value === number.value) return [];
    const size = number.box.bottom - number.box.top;
    if (middleOf(number.box) - middleOf(before.box) < 6 * size) return [];
    const heads = titles.filter(
      ({ box }) =>
        middleOf(box) > middleOf(before.box) + 3 * size &&
        Math.abs(middleOf(box) - middleOf(number.box)) < 12 * size,
    );
    return [Math.min(number.box.top - size, ...heads.map(({ box }) => box.top - size))];
  });
}

function readPart(layout: Layout, top: number, bottom: number): PageInvoice {
  const titles = titlesOf(layout);
  const goods = readGoods(layout);
  const heading = readHeading(layout);
  const [title] = titles;
  const totals = readTotals(layout, goods);
  const special =
    title?.kind === 'rail'
      ? readFare(layout)
      : title?.kind === 'air' && totals.every(({ field }) => field !== 'totalFen')
        ? readItinerary(layout)
        : [];
  const told = [
    ...heading,
    ...kindField(layout, title, heading),
    ...totals,
    ...special,
    ...readParties(layout),
    ...readRedLetter(layout),
  ];
  const fields = weighFields(told);
  return {
    fields,
    lines: goods?.lines ?? [],
    sheet: sheetOf(layout),
    sound: isSound(fields, title),
    headed: title !== undefined && fields.length >= 4,
    top,
    bottom,
  };
}

/** The kind by the heading; code and number tell a toll invoice closer. */
function kindField(layout: Layout, title: Title | undefined, heading: readonly TextField[]): TextField[] {
  const said = (field: TextField['field']): string =>
    String(heading.find((one) => one.field === field)?.value ?? '');
  const byNumbers = invoiceKindByNumbers(said('code'), said('number'));
  const toll = layout.segments.find(({ text }) => plain(text) === '通行费');
  if (title === undefined) {
    const box = heading.find(({ field }) => field === 'number')?.box;
    return byNumbers === null || box === undefined
      ? []
      : [{ field: 'kind', value: byNumbers, confidence: 'doubtful', box }];
  }
  // Toll invoices and rolls are headed like any other 普通发票: their numbers tell them closer.
  if (
    (byNumbers === 'toll' || byNumbers === 'roll') &&
    (toll !== undefined || title.kind.startsWith('ordinary'))
  )
    return [{ field: 'kind', value: byNumbers, confidence: 'likely', box: toll ?? title.box }];
  const agrees = byNumbers === null || byNumbers === title.kind;
  return [{ field: 'kind', value: title.kind, confidence: agrees ? 'likely' : 'doubtful', box: title.box }];
}

function sheetOf(layout: Layout): PageInvoice['sheet'] {
  for (const { plain: text } of layout.rows) {
    const [, of, number] = /共(\d{1,3})页[,，]?第(\d{1,3})页/.exec(text) ?? [];
    if (of !== undefined && number !== undefined) return { number: Number(number), of: Number(of) };
    const [, second, all] = /第(\d{1,3})页[,，/]?共(\d{1,3})页/.exec(text) ?? [];
    if (second !== undefined && all !== undefined) return { number: Number(second), of: Number(all) };
  }
  return null;
}

/** A heading or the whole form, and a whole number beside its own label; a letter that names an invoice has neither. */
function isSound(fields: readonly TextField[], title: Title | undefined): boolean {
  const has = (...names: readonly TextField['field'][]): boolean =>
    fields.some(({ field }) => names.includes(field));
  const number = fields.some(({ field, confidence }) => field === 'number' && confidence === 'likely');
  if (!number) return false;
  if (title !== undefined) return has('issuedOn', 'totalFen', 'netFen');
  return (
    has('issuedOn') &&
    has('totalFen', 'netFen') &&
    has('buyer.name', 'seller.name', 'buyer.taxId', 'seller.taxId')
  );
}
