import type { InvoiceLine } from '../../../../shared/entities/invoice.ts';
import { findLabels, type Label } from '../../words/findLabels.ts';
import type { Layout } from '../../words/layOut.ts';
import {
  type Box,
  type Letter,
  middleOf,
  plain,
  type Segment,
  segmentOf,
  textOf,
} from '../../words/segment.ts';
import { leadingMoney, wholeMoney } from './textField.ts';

/** The table of goods on a page: its lines, and which column an amount stands in. */
export type GoodsTable = {
  readonly lines: readonly InvoiceLine[];
  readonly columnAt: (box: Box) => 'price' | 'net' | 'tax';
};

type Heads = {
  readonly item: Label;
  /** The head to the right of the items. */
  readonly next: Label | null;
  readonly price: Label | null;
  readonly net: Label;
  readonly tax: Label;
};
type Part = { -readonly [Key in keyof InvoiceLine]: InvoiceLine[Key] };

const RATE = /^(\d{1,2}(\.\d+)?%|免税|不征税|出口零税率|普通零税率|零税率|\*+)$/;
const UNTAXED = /税/;
const STARS = /^\*+$/;

/** The table of goods, found by its heads; null when the page has none. */
export function readGoods(layout: Layout): GoodsTable | null {
  const heads = findHeads(layout);
  if (heads === null) return null;
  const columns = [
    ...(heads.price === null ? [] : [{ column: 'price' as const, at: centre(heads.price) }]),
    { column: 'net' as const, at: centre(heads.net) },
    { column: 'tax' as const, at: centre(heads.tax) },
  ];
  const columnAt = (box: Box): 'price' | 'net' | 'tax' => {
    const distance = ({ at }: { readonly at: number }) => Math.abs(at - centre(box));
    return columns.toSorted((a, b) => distance(a) - distance(b))[0]?.column ?? 'net';
  };
  return { columnAt, lines: linesOf(bodyRows(layout, heads), heads, columnAt) };
}

function findHeads(layout: Layout): Heads | null {
  const items = findLabels(layout, /项目名称|货物或应税劳务[、,]?(?:服务)?名称|货物或应税劳务|服务名称/);
  for (const item of items) {
    const onLine = (label: Label): boolean =>
      Math.abs(middleOf(label) - middleOf(item)) < item.size && label.left > item.left;
    const net = findLabels(layout, /金额/).find(onLine);
    const tax = findLabels(layout, /税额/).find(onLine);
    if (net === undefined || tax === undefined || tax.left < net.left) continue;
    const next = findLabels(layout, /规格型号|车牌号|单位|数量/)
      .filter(onLine)
      .toSorted((a, b) => a.left - b.left)[0];
    return { item, net, tax, next: next ?? null, price: findLabels(layout, /单价/).find(onLine) ?? null };
  }
  return null;
}

const centre = (box: Box): number => (box.left + box.right) / 2;

/** Lines of the table between its heads and its sum, each split where figures of two columns nearly touch. */
function bodyRows(layout: Layout, heads: Heads): Segment[][] {
  const { item, tax } = heads;
  const end = findLabels(layout, /合计|小计/)
    .filter((label) => middleOf(label) > middleOf(item) + item.size && label.left < heads.net.left)
    .toSorted((a, b) => middleOf(a) - middleOf(b))[0];
  if (end === undefined) return [];
  const left = Math.min(item.left, end.left) - 30 * item.size;
  const right = tax.right + 8 * item.size;
  const inside = layout.segments.filter(
    (segment) =>
      middleOf(segment) > item.bottom + 0.1 * item.size &&
      middleOf(segment) < middleOf(end) - 0.6 * item.size &&
      segment.left > left &&
      segment.left < right,
  );
  const rows: Segment[][] = [];
  for (const segment of inside.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const first = rows.at(-1)?.[0];
    if (first !== undefined && middleOf(segment) - middleOf(first) < 0.5 * Math.min(first.size, segment.size))
      rows.at(-1)?.push(...splitFigures(segment));
    else rows.push(splitFigures(segment));
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

function splitFigures(segment: Segment): Segment[] {
  const groups: Letter[][] = [[]];
  for (const letter of segment.letters) {
    const before = groups.at(-1)?.at(-1);
    const apart =
      before !== undefined &&
      letter.left - before.right > 0.22 * segment.size &&
      /[\d%*]/.test(before.text) &&
      /[-\d*免不]/.test(letter.text);
    if (apart) groups.push([letter]);
    else groups.at(-1)?.push(letter);
  }
  const figures = groups.every((group) =>
    /^[-\d.,%*免税不征]+$/.test(plain(group.map(({ text }) => text).join(''))),
  );
  return figures && groups.length > 1 ? groups.map(segmentOf) : [segment];
}

function linesOf(
  rows: readonly (readonly Segment[])[],
  heads: Heads,
  columnAt: GoodsTable['columnAt'],
): InvoiceLine[] {
  const edge = Math.min(...rows.flat().map(({ left }) => left));
  const seconds = rows.flatMap(([, second]) => second?.left ?? []);
  const lines: Part[] = [];
  for (const row of rows) {
    const [first] = row;
    const item = first !== undefined && isItem(first, edge, heads) ? itemText(first, heads, seconds) : '';
    const figures = figuresOf(row, heads, columnAt);
    const open = lines.at(-1);
    const starts = /^[*＊]\S+[*＊]/.test(item) || (figures.netFen !== null && open?.netFen !== null);
    if (open === undefined || starts) {
      if (item !== '' || figures.netFen !== null) lines.push({ item, ...figures });
      continue;
    }
    open.item += item;
    if (open.netFen === null && figures.netFen !== null) Object.assign(open, figures);
  }
  return lines.filter(({ netFen }) => netFen !== null);
}

function isItem(segment: Segment, edge: number, heads: Heads): boolean {
  return (
    segment.left - edge < 1.5 * segment.size &&
    segment.left < heads.net.left &&
    wholeMoney(plain(segment.text)) === null
  );
}

/**
 * An item that fills its column nearly touches the next one. It ends at the gap behind which other lines begin their
 * second column, else at the widest gap near that column's head.
 */
function itemText({ letters, size }: Segment, { next }: Heads, seconds: readonly number[]): string {
  if (next === null) return textOf(letters, size);
  const gaps = letters.flatMap((letter, index) => {
    const before = letters[index - 1];
    const gap = before === undefined ? 0 : letter.left - before.right;
    return gap > 0.18 * size && letter.left >= next.left - 2.2 * size
      ? [{ index, gap, at: letter.left }]
      : [];
  });
  const known = gaps.find(({ at }) => seconds.some((left) => Math.abs(left - at) < 0.15 * size));
  const end = known ?? gaps.toSorted((one, other) => other.gap - one.gap)[0];
  return textOf(letters.slice(0, end?.index), size);
}

function figuresOf(
  row: readonly Segment[],
  heads: Heads,
  columnAt: GoodsTable['columnAt'],
): Omit<InvoiceLine, 'item'> {
  const figures: Omit<Part, 'item'> = { netFen: null, taxRate: '', taxFen: null };
  let stars = false;
  for (const segment of row) {
    const text = plain(segment.text);
    if (segment.right < heads.net.left - 2 * segment.size && segment.left < heads.net.left) continue;
    const atTax = Math.abs(segment.right - heads.tax.right) < Math.abs(segment.right - heads.net.right);
    const money = leadingMoney(text);
    if (money !== null && money.length === text.length) {
      const column = columnAt(segment);
      if (column === 'net' && figures.netFen === null) figures.netFen = money.fen;
      if (column === 'tax') figures.taxFen = money.fen;
    } else if (RATE.test(text)) {
      if (STARS.test(text) && (atTax || figures.taxRate !== '')) stars = true;
      else figures.taxRate = text;
    }
  }
  // Stars in place of a tax stand for nought where nothing is taxed, and for no statement elsewhere.
  if (stars && figures.taxFen === null && UNTAXED.test(figures.taxRate)) figures.taxFen = 0;
  return figures;
}
