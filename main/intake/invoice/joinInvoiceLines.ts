import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { invoiceIdentity } from '../../../shared/entities/invoiceNumber.ts';
import type { FieldReading, InvoiceFieldName, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import type { Fen } from '../../../shared/entities/money.ts';
import { SHEET_PROBLEMS } from '../sheet/sheetProblems.ts';

const WHOLE = ['netFen', 'taxFen', 'totalFen'] as const;
const AMOUNTS = [...WHOLE, 'claimedFen'] as const;
type Amount = (typeof AMOUNTS)[number];

/**
 * Joins rows that are lines of one invoice (信息汇总表 of a 全量发票导出): their amounts are added up, and what only one
 * of them tells is the invoice's. A 价税合计 that stands on every line as the whole of the invoice is kept as it is.
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
  const { values, unclear } = amountsOfLines(rows);
  const told = new Map<InvoiceFieldName, FieldReading>();
  for (const reading of rows.flatMap(({ fields }) => fields))
    if (!told.has(reading.field)) told.set(reading.field, reading);
  const fields = [...told.values()].map((reading): FieldReading => {
    const amount = AMOUNTS.find((field) => field === reading.field);
    const value = amount === undefined ? undefined : values.get(amount);
    if (amount === undefined || value === undefined) return reading;
    return { ...reading, value, confidence: unclear.includes(amount) ? 'doubtful' : reading.confidence };
  });
  const problems = [...rows.flatMap((row) => row.problems), ...doubts(rows, values, unclear)];
  const messages = new Map(problems.map((problem) => [problem.message, problem]));
  return { pages: [], fields, lines: rows.flatMap(({ lines }) => lines), problems: [...messages.values()] };
}

type AmountsOfLines = {
  readonly values: ReadonlyMap<Amount, Fen>;
  /** Amounts that may as well be a line's as the whole invoice's. */
  readonly unclear: readonly Amount[];
};

/** An amount is a line's and added up, unless equal 价税合计 stand on several lines: net and tax say what they are then. */
function amountsOfLines(rows: readonly ReadInvoice[]): AmountsOfLines {
  const values = new Map<Amount, Fen>();
  for (const field of AMOUNTS) {
    const amounts = amountsOf(rows, field);
    if (amounts.length > 0)
      values.set(
        field,
        amounts.reduce((sum, fen) => sum + fen, 0),
      );
  }
  const [net, tax, sum] = WHOLE.map((field) => values.get(field));
  const fits = (total: Fen | undefined) => net !== undefined && tax !== undefined && total === net + tax;
  const [total] = amountsOf(rows, 'totalFen');
  if (total !== undefined && isRepeated(rows, 'totalFen') && !fits(sum)) {
    values.set('totalFen', total);
    return { values, unclear: fits(total) ? [] : ['totalFen'] };
  }
  const told = WHOLE.filter((field) => values.has(field));
  return { values, unclear: told.every((field) => isRepeated(rows, field)) ? told : [] };
}

function isRepeated(rows: readonly ReadInvoice[], field: Amount): boolean {
  const amounts = amountsOf(rows, field);
  return amounts.length > 1 && new Set(amounts).size === 1;
}

function amountsOf(rows: readonly ReadInvoice[], field: Amount): readonly Fen[] {
  return rows.flatMap((row) => amountOf(row, field) ?? []);
}

function amountOf({ fields }: ReadInvoice, name: Amount): Fen | null {
  const value = fields.find(({ field }) => field === name)?.value;
  return typeof value === 'number' ? value : null;
}

/** Why a person must look at the amounts of lines put together. */
function doubts(
  rows: readonly ReadInvoice[],
  values: AmountsOfLines['values'],
  unclear: readonly Amount[],
): readonly FileProblem[] {
  const [amount] = unclear.slice(-1);
  const taken = amount === undefined ? undefined : values.get(amount);
  const repeated = repeatedLines(rows);
  if (amount === undefined || taken === undefined) return repeated;
  const isAdded = taken !== amountsOf(rows, amount)[0];
  // Whole lines that repeat are told as such, unless their amounts were not added up.
  if (isAdded && repeated.length > 0) return repeated;
  const cells = rows.flatMap(({ fields }) => {
    const place = fields.find(({ field }) => field === amount)?.place;
    return place?.on === 'cell' ? [place.cell] : [];
  });
  return [SHEET_PROBLEMS.linesUnclear(cells, taken)];
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
