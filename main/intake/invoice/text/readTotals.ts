import { findLabels, type Label } from '../../words/findLabels.ts';
import type { Layout } from '../../words/layOut.ts';
import { lettersAfter } from '../../words/lettersAfter.ts';
import { type Box, boxAround, middleOf, plain, type Segment } from '../../words/segment.ts';
import { parseRmbUpper } from './parseRmbUpper.ts';
import type { GoodsTable } from './readGoods.ts';
import { boxOfFirst } from './readHeading.ts';
import { leadingMoney, type TextField } from './textField.ts';

/** An amount with the place it stands at. */
type Amount = { readonly fen: number; readonly box: Box };

const UPPER = /[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[圆元角分][零〇壹贰叁肆伍陆柒捌玖角分整正]*/;

/** Sums of an invoice: 价税合计, and 合计 of 金额 and 税额. */
export function readTotals(layout: Layout, goods: GoodsTable | null): TextField[] {
  return [...readTotal(layout), ...readSums(layout, goods), ...readCells(layout)];
}

/** 价税合计: the figures behind 小写, checked by the capitals behind 大写. */
function readTotal(layout: Layout): TextField[] {
  return findLabels(layout, /价税合计|合计金额|金额合计/).flatMap((label) => {
    const line = lineOf(layout, label);
    const small = findLabels(layout, /小写/).find((other) => onLine(label, other) && other.left > label.left);
    const figures = small === undefined ? amountsOn(line)[0] : amountAfter(layout, small);
    const capitals = UPPER.exec(line.map(({ text }) => plain(text)).join(''))?.[0];
    const spelt = capitals === undefined ? null : parseRmbUpper(capitals);
    if (figures === undefined || figures === null) {
      const box = line.find(({ text }) => UPPER.test(plain(text)));
      return spelt === null || box === undefined
        ? []
        : [{ field: 'totalFen', value: spelt, confidence: 'doubtful', box }];
    }
    const agrees = spelt === null || Math.abs(spelt) === Math.abs(figures.fen);
    return [
      { field: 'totalFen', value: figures.fen, confidence: agrees ? 'likely' : 'doubtful', box: figures.box },
    ];
  });
}

/** The line of 合 计: 金额 and 税额 below their columns. */
function readSums(layout: Layout, goods: GoodsTable | null): TextField[] {
  return findLabels(layout, /合计/).flatMap((label): TextField[] => {
    // 价税合计 is another sum.
    if (label.before !== '') return [];
    const amounts = amountsOn(lineOf(layout, label));
    const [first, second, third] = amounts;
    if (first === undefined || third !== undefined) return [];
    if (goods !== null) {
      return amounts.flatMap((amount): TextField[] => {
        const column = goods.columnAt(amount.box);
        if (column !== 'net' && column !== 'tax') return [];
        return [sumField(column, amount)];
      });
    }
    return second === undefined ? [] : [sumField('net', first), sumField('tax', second)];
  });
}

function sumField(column: 'net' | 'tax', { fen, box }: Amount): TextField {
  return { field: column === 'net' ? 'netFen' : 'taxFen', value: fen, confidence: 'likely', box };
}

/** Forms of cells (机动车, 航空): each sum beside its own label or below it. */
function readCells(layout: Layout): TextField[] {
  return [...amountsAt(layout, /不含税价(?:小写)?/, 'netFen'), ...amountsAt(layout, /增值税税额/, 'taxFen')];
}

/** 票价 of a rail ticket is all that is paid. */
export function readFare(layout: Layout): TextField[] {
  return amountsAt(layout, /票价/, 'totalFen');
}

/** 合计 of an air itinerary. */
export function readItinerary(layout: Layout): TextField[] {
  return amountsAt(layout, /合计/, 'totalFen');
}

function amountsAt(layout: Layout, pattern: RegExp, field: TextField['field']): TextField[] {
  return findLabels(layout, pattern).flatMap((label): TextField[] => {
    if (label.before !== '') return [];
    const amount = amountAfter(layout, label) ?? amountBelow(layout, label);
    return amount === null ? [] : [{ field, value: amount.fen, confidence: 'likely', box: amount.box }];
  });
}

function onLine(label: Label, other: Box): boolean {
  return Math.abs(middleOf(label) - middleOf(other)) < 1.1 * label.size;
}

/** Everything to the right of a label on its line, left to right. */
function lineOf(layout: Layout, label: Label): Segment[] {
  return layout.segments
    .filter((segment) => segment.left >= label.left && onLine(label, segment))
    .toSorted((a, b) => a.left - b.left);
}

/** Amounts among segments; ¥ may stand apart from its digits. */
export function amountsOn(line: readonly Segment[]): Amount[] {
  const amounts: Amount[] = [];
  let sign: Segment | null = null;
  for (const segment of line) {
    const text = plain(segment.text);
    if (/^-?[¥￥]-?$/.test(text)) {
      sign = segment;
      continue;
    }
    const start = Math.max(0, text.search(/-?[¥￥]/));
    const own = leadingMoney(text.slice(start));
    const signed = sign === null ? own : leadingMoney(`${plain(sign.text)}${text}`);
    const found = signed ?? own;
    if (found !== null)
      amounts.push({ fen: found.fen, box: sign === null ? segment : boxAround([sign, segment]) });
    sign = null;
  }
  return amounts;
}

function amountAfter(layout: Layout, label: Label): Amount | null {
  // The sign of the currency may stand apart from the digits.
  const beside = lettersAfter(layout, label, { reach: 14, gap: 5 });
  const found = beside && leadingMoney(beside.plain);
  return beside === null || found === null ? null : { fen: found.fen, box: boxOfFirst(beside, found.length) };
}

/** The amount under a head: the nearest one below that overlaps it. */
function amountBelow(layout: Layout, label: Label): Amount | null {
  const below = layout.segments
    .filter(
      (segment) =>
        middleOf(segment) - middleOf(label) > 0.6 * label.size &&
        middleOf(segment) - middleOf(label) < 2.2 * label.size &&
        segment.left < label.right + label.size &&
        segment.right > label.left,
    )
    .toSorted((a, b) => a.left - b.left);
  const line = below.filter((segment) => Math.abs(segment.left - label.left) < 6 * label.size);
  const found = leadingMoney(line.map(({ text }) => plain(text)).join(''));
  return found === null || line.length === 0 ? null : { fen: found.fen, box: boxAround(line) };
}
