import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import type { Fen } from '../../../shared/entities/money.ts';
import { SHEET_PROBLEMS } from '../sheet/sheetProblems.ts';
import {
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
 * Amounts of an invoice by the lines a program wrote (信息汇总表 of a 全量发票导出): a line's is added up, unless equal
 * 价税合计 stand on several lines as the whole of the invoice: net and tax say what they are then.
 */
export function amountsOfLines(rows: readonly ReadInvoice[]): RowAmounts {
  const { values, unclear } = weigh(rows);
  return {
    values,
    unclear,
    lines: rows.flatMap(({ lines }) => lines),
    problems: doubts(rows, values, unclear),
  };
}

function weigh(rows: readonly ReadInvoice[]): Pick<RowAmounts, 'values' | 'unclear'> {
  const values = sumsOf(rows);
  const [net, tax, sum] = WHOLE.map((field) => values.get(field));
  const fits = (total: Fen | undefined) => net !== undefined && tax !== undefined && total === net + tax;
  const [total] = amountsOf(rows, 'totalFen');
  if (total !== undefined && isRepeated(rows, 'totalFen') && !fits(sum)) {
    values.set('totalFen', total);
    const [claimed] = amountsOf(rows, 'claimedFen');
    if (claimed === total && isRepeated(rows, 'claimedFen')) values.set('claimedFen', claimed);
    return { values, unclear: fits(total) ? [] : ['totalFen'] };
  }
  const told = WHOLE.filter((field) => values.has(field));
  return { values, unclear: told.every((field) => isRepeated(rows, field)) ? told : [] };
}

/** Why a person must look at the amounts of lines put together. */
function doubts(
  rows: readonly ReadInvoice[],
  values: RowAmounts['values'],
  unclear: readonly Amount[],
): readonly FileProblem[] {
  const [amount] = unclear.slice(-1);
  const taken = amount === undefined ? undefined : values.get(amount);
  const repeated = repeatedLines(rows);
  if (amount === undefined || taken === undefined) return repeated;
  const isAdded = taken !== amountsOf(rows, amount)[0];
  // Whole lines that repeat are told as such, unless their amounts were not added up.
  if (isAdded && repeated.length > 0) return repeated;
  return [SHEET_PROBLEMS.linesUnclear(cellsOf(rows, amount), taken)];
}

/** Lines that say exactly the same: two of them may be bought, or one listed twice. A person must look. */
function repeatedLines(rows: readonly ReadInvoice[]): readonly FileProblem[] {
  const first = new Map<string, string>();
  return rows.flatMap((row) => {
    const [cell] = cellsOf([row], 'number');
    if (cell === undefined) return [];
    const key = contentOfRow(row);
    const before = first.get(key);
    if (before === undefined) first.set(key, cell);
    return before === undefined ? [] : [SHEET_PROBLEMS.lineRepeated(cell, before)];
  });
}
