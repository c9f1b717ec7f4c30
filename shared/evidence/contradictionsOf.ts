import type { Invoice } from '../entities/invoice.ts';
import type { FieldReading, InvoiceFieldName, InvoiceReading } from '../entities/invoiceReading.ts';
import type { Settled } from './fillRow.ts';
import { fieldOf } from './invoiceField.ts';
import { isOfAnother } from './isOfAnother.ts';
import { INVOICE_FACTS, sameFact } from './sameFact.ts';
import { settleReadings } from './settleReadings.ts';
import { cannotBeMisread } from './sourceFamily.ts';

/** What sources, or of facts a source and the row, say different things of. */
export type Contradiction = {
  readonly field: InvoiceFieldName;
  /** One reading of each value, the most trustworthy first; no guesses. */
  readonly readings: readonly FieldReading[];
  /** What the row says; null when it says nothing, and of a category, which is an id there and a label in files. */
  readonly inRow: string | number | null;
};

/** What was found last for a row, and for what. */
const known = new WeakMap<Invoice, { readonly settled: Settled; readonly found: readonly Contradiction[] }>();

/**
 * What a person has to decide about a row. It is decided when they confirmed every reading of it and the row says what
 * one of the sources says; or none of them, while all could be misread. Remembered for rows and readings that are the
 * same objects.
 */
export function contradictionsOf(
  row: Invoice,
  readings: readonly InvoiceReading[],
): readonly Contradiction[] {
  const settled = settleReadings(readings);
  const before = known.get(row);
  if (before?.settled === settled) return before.found;
  const found = find(row, readings, settled);
  known.set(row, { settled, found });
  return found;
}

/** How much of an invoice counts, and as what, the draft may say otherwise than a list; two lists may not. */
const ASKED: readonly InvoiceFieldName[] = [...INVOICE_FACTS, 'claimedFen', 'category'];

function find(row: Invoice, readings: readonly InvoiceReading[], settled: Settled): readonly Contradiction[] {
  const confirmed = readings.every((reading) => reading.confirmed);
  const found: Contradiction[] = [];
  for (const field of ASKED) {
    const one = settled.get(field);
    if (one === undefined) continue;
    const inRow = field === 'category' ? null : fieldOf(row, field);
    const others = one.contradicting.filter(({ confidence }) => confidence !== 'doubtful');
    const differs =
      INVOICE_FACTS.includes(field) &&
      inRow !== null &&
      one.confidence !== 'doubtful' &&
      !sameFact(field, inRow, one.value);
    const stranger = isOfAnother(row, field, inRow ?? one.value, readings, settled);
    if (others.length === 0 && !differs && !stranger) continue;
    const told = distinct(field, [one.reading, ...others]);
    const backed = inRow === null || told.some(({ value }) => sameFact(field, value, inRow));
    if (confirmed && (backed || !told.some(cannotBeMisread))) continue;
    found.push({ field, readings: told, inRow });
  }
  return found;
}

function distinct(field: InvoiceFieldName, readings: readonly FieldReading[]): readonly FieldReading[] {
  return readings.filter(
    ({ value }, index) => readings.findIndex((other) => sameFact(field, other.value, value)) === index,
  );
}
