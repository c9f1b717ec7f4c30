import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { InvoiceLine } from '../../../shared/entities/invoice.ts';
import type { InvoiceFieldName, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import type { Fen } from '../../../shared/entities/money.ts';

/** Amounts that stand on the invoice. */
export const WHOLE = ['netFen', 'taxFen', 'totalFen'] as const;
export const AMOUNTS = [...WHOLE, 'claimedFen'] as const;
export type Amount = (typeof AMOUNTS)[number];

/** What the rows of one invoice say of it together. */
export type RowAmounts = {
  readonly values: ReadonlyMap<Amount, Fen>;
  /** Amounts a person must look at. */
  readonly unclear: readonly Amount[];
  readonly lines: readonly InvoiceLine[];
  /** Why a person must look. */
  readonly problems: readonly FileProblem[];
};

export function amountsOf(rows: readonly ReadInvoice[], field: Amount): readonly Fen[] {
  return rows.flatMap((row) => amountOf(row, field) ?? []);
}

/** The amounts of all rows added up; none for an amount that no row tells. */
export function sumsOf(rows: readonly ReadInvoice[]): Map<Amount, Fen> {
  const sums = new Map<Amount, Fen>();
  for (const field of AMOUNTS) {
    const amounts = amountsOf(rows, field);
    if (amounts.length > 0)
      sums.set(
        field,
        amounts.reduce((sum, fen) => sum + fen, 0),
      );
  }
  return sums;
}

/** Whether several rows tell it, and all the same. */
export function isRepeated(rows: readonly ReadInvoice[], field: Amount): boolean {
  const amounts = amountsOf(rows, field);
  return amounts.length > 1 && new Set(amounts).size === 1;
}

/** What a row says of goods and amounts, as one text: rows that say the same have the same. */
export function contentOfRow(row: ReadInvoice): string {
  return JSON.stringify([row.lines, AMOUNTS.map((field) => amountOf(row, field))]);
}

/** Where the rows tell a field: `C12`. */
export function cellsOf(rows: readonly ReadInvoice[], name: InvoiceFieldName): readonly string[] {
  return rows.flatMap(({ fields }) => {
    const place = fields.find(({ field }) => field === name)?.place;
    return place?.on === 'cell' ? [place.cell] : [];
  });
}

function amountOf({ fields }: ReadInvoice, name: Amount): Fen | null {
  const value = fields.find(({ field }) => field === name)?.value;
  return typeof value === 'number' ? value : null;
}
