import { invoiceIdentity } from '../../../shared/entities/invoiceNumber.ts';
import type { FieldReading, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { AMOUNTS, type RowAmounts } from './rowAmounts.ts';

/**
 * Joins rows of one list that tell of one invoice: their amounts as `weigh` says, and what else any of them tells.
 * @param weigh what the rows of one invoice, at least two, say of its amounts and lines
 */
export function joinInvoiceLines(
  rows: readonly ReadInvoice[],
  weigh: (rows: readonly ReadInvoice[]) => RowAmounts,
): readonly ReadInvoice[] {
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
  return joined.flatMap((group) => (group.length === 1 ? group : [together(group, weigh(group))]));
}

/** What identifies a reading; null when its number is missing or its digits are gone. */
export function identityOf({ fields }: ReadInvoice): string | null {
  const number = fields.find(({ field }) => field === 'number');
  if (number === undefined) return null;
  const code = fields.find(({ field }) => field === 'code')?.value ?? '';
  return invoiceIdentity({ code: String(code), number: String(number.value) });
}

function together(
  rows: readonly ReadInvoice[],
  { values, unclear, lines, problems }: RowAmounts,
): ReadInvoice {
  const told = new Map<string, FieldReading>();
  for (const reading of rows.flatMap(({ fields }) => fields)) {
    const amount = AMOUNTS.find((field) => field === reading.field);
    // Another category, date or seller on another row stays beside the first: a person sees that they contradict.
    const key = amount ?? `${reading.field}=${reading.value}`;
    if (told.has(key)) continue;
    const value = amount === undefined ? undefined : values.get(amount);
    told.set(
      key,
      amount === undefined || value === undefined
        ? reading
        : { ...reading, value, confidence: unclear.includes(amount) ? 'doubtful' : reading.confidence },
    );
  }
  const all = [...rows.flatMap((row) => row.problems), ...problems];
  const messages = new Map(all.map((problem) => [problem.message, problem]));
  return { pages: [], fields: [...told.values()], lines: [...lines], problems: [...messages.values()] };
}
