import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import type { Fen } from '../../../shared/entities/money.ts';
import { SHEET_PROBLEMS } from '../sheet/sheetProblems.ts';
import {
  AMOUNTS,
  type Amount,
  amountsOf,
  cellsOf,
  contentOfRow,
  isRepeated,
  type RowAmounts,
  sumsOf,
  WHOLE,
} from './rowAmounts.ts';

/**
 * Amounts of an invoice by the rows of a list somebody made: as often the whole invoice stands on the row of every
 * thing bought as its own share does. What repeats is counted once, what differs is added up; only amounts that prove
 * each other are clear. Claiming an invoice twice is worse than claiming too little of it.
 */
export function amountsOfOwnRows(rows: readonly ReadInvoice[]): RowAmounts {
  const distinct = [...Map.groupBy(rows, contentOfRow).values()];
  const kept = distinct.flatMap(([first]) => first ?? []);
  const repeated = distinct
    .filter((same) => same.length > 1)
    .map((same) => SHEET_PROBLEMS.repeatedOnce(cellsOf(same, 'number')));
  const values = sumsOf(kept);
  const isWhole = WHOLE.every((field) => new Set(amountsOf(kept, field)).size <= 1);
  for (const field of isWhole ? AMOUNTS : (['claimedFen'] as const)) keepOnce(values, kept, field);
  if (!isWhole && isRepeated(kept, 'totalFen') && !addsUp(values)) keepOnce(values, kept, 'totalFen');
  const unclear = unclearOf(kept, values, isWhole);
  const lines = kept.flatMap((row) => row.lines);
  return {
    values,
    unclear,
    // Amounts of the whole invoice are not those of a line of it.
    lines:
      isWhole && kept.length > 1 ? lines.map((line) => ({ ...line, netFen: null, taxFen: null })) : lines,
    problems: [...repeated, ...doubts(kept, values, unclear)],
  };
}

function keepOnce(values: Map<Amount, Fen>, rows: readonly ReadInvoice[], field: Amount): void {
  const [amount] = amountsOf(rows, field);
  if (amount !== undefined && new Set(amountsOf(rows, field)).size === 1) values.set(field, amount);
}

function addsUp(values: ReadonlyMap<Amount, Fen>): boolean {
  const [net, tax, total] = WHOLE.map((field) => values.get(field));
  return net !== undefined && tax !== undefined && total === net + tax;
}

function unclearOf(
  rows: readonly ReadInvoice[],
  values: ReadonlyMap<Amount, Fen>,
  isWhole: boolean,
): readonly Amount[] {
  const isOneTotal = new Set(amountsOf(rows, 'totalFen')).size === 1;
  // Shares of net amount and tax that add up to the one total of the invoice are shares indeed.
  const isProven = !isWhole && isOneTotal && addsUp(values);
  const total = values.get('totalFen');
  return AMOUNTS.filter((field) => {
    if (amountsOf(rows, field).length < 2) return false;
    return field === 'claimedFen' ? total === undefined || values.get(field) !== total : !isProven;
  });
}

/** Why a person must look, by the amount that matters most. */
function doubts(
  rows: readonly ReadInvoice[],
  values: ReadonlyMap<Amount, Fen>,
  unclear: readonly Amount[],
): readonly FileProblem[] {
  const amount = (['totalFen', 'netFen', 'taxFen', 'claimedFen'] as const).find((one) =>
    unclear.includes(one),
  );
  const taken = amount === undefined ? undefined : values.get(amount);
  if (amount === undefined || taken === undefined) return [];
  const cells = cellsOf(rows, amount);
  return [
    isRepeated(rows, amount)
      ? SHEET_PROBLEMS.linesUnclear(cells, taken)
      : SHEET_PROBLEMS.linesAdded(cells, taken),
  ];
}
