import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { invoiceIdentity } from '../../../shared/entities/invoiceNumber.ts';
import type { FieldReading, InvoiceFieldName, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { SHEET_PROBLEMS } from '../sheet/sheetProblems.ts';

const AMOUNTS = ['netFen', 'taxFen', 'totalFen', 'claimedFen'] as const;

/**
 * Joins rows that are lines of one invoice (信息汇总表 of a 全量发票导出): their amounts are added up. A 价税合计 that
 * stands on every line as the whole of the invoice is kept as it is.
 */
export function joinInvoiceLines(rows: readonly ReadInvoice[]): readonly ReadInvoice[] {
  const joined: ReadInvoice[][] = [];
  const groups = new Map<string, ReadInvoice[]>();
  for (const row of rows) {
    const identity = identityOf(row);
    const group = identity === null ? undefined : groups.get(identity);
    if (group !== undefined) group.push(row);
    else {
      const made = [row];
      joined.push(made);
      if (identity !== null) groups.set(identity, made);
    }
  }
  return joined.map(together);
}

/** What identifies a reading; null when its number is missing or its digits are gone. */
export function identityOf({ fields }: ReadInvoice): string | null {
  const number = fields.find(({ field }) => field === 'number');
  if (number === undefined) return null;
  const code = fields.find(({ field }) => field === 'code')?.value ?? '';
  return invoiceIdentity({ code: String(code), number: String(number.value) });
}

function together(rows: readonly ReadInvoice[]): ReadInvoice {
  const [first] = rows;
  if (first === undefined || rows.length === 1)
    return first ?? { pages: [], fields: [], lines: [], problems: [] };
  const sums = new Map(AMOUNTS.map((field) => [field, sumOf(rows, field)] as const));
  const net = sums.get('netFen') ?? null;
  const tax = sums.get('taxFen') ?? null;
  const totals = new Set(rows.flatMap((row) => amountOf(row, 'totalFen') ?? []));
  const [total] = totals;
  if (totals.size === 1 && net !== null && tax !== null && total === net + tax) sums.set('totalFen', total);
  const fields = first.fields.map((reading): FieldReading => {
    const amount = AMOUNTS.find((field) => field === reading.field);
    const sum = amount === undefined ? null : (sums.get(amount) ?? null);
    return sum === null ? reading : { ...reading, value: sum };
  });
  const told = [...rows.flatMap(({ problems }) => problems), ...repeatedLines(rows)];
  const messages = new Map(told.map((problem) => [problem.message, problem]));
  return { pages: [], fields, lines: rows.flatMap(({ lines }) => lines), problems: [...messages.values()] };
}

function sumOf(rows: readonly ReadInvoice[], field: InvoiceFieldName): number | null {
  const amounts = rows.flatMap((row) => amountOf(row, field) ?? []);
  return amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0);
}

function amountOf({ fields }: ReadInvoice, name: InvoiceFieldName): number | null {
  const value = fields.find(({ field }) => field === name)?.value;
  return typeof value === 'number' ? value : null;
}

/** Lines that say exactly the same: two of them may be bought, or one listed twice. A person must look. */
function repeatedLines(rows: readonly ReadInvoice[]): readonly FileProblem[] {
  const first = new Map<string, string>();
  return rows.flatMap((row) => {
    const place = row.fields.find(({ field }) => field === 'number')?.place;
    if (place?.on !== 'cell') return [];
    const key = JSON.stringify([row.lines, AMOUNTS.map((field) => amountOf(row, field))]);
    const before = first.get(key);
    if (before === undefined) first.set(key, place.cell);
    return before === undefined ? [] : [SHEET_PROBLEMS.lineRepeated(place.cell, before)];
  });
}
