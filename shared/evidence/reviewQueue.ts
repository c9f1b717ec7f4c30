import type { Application } from '../entities/application.ts';
import type { FileProblem } from '../entities/attachment.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { InvoiceReading } from '../entities/invoiceReading.ts';
import { readingsByRow } from './readingsByRow.ts';
import { type FieldEvidence, isContradicted, rowEvidence } from './rowEvidence.ts';
import { INVOICE_FACTS } from './sameFact.ts';

/** Why something wants a look, most urgent first: sources or row contradict, a guess, a copy that told nothing, none. */
export type ReviewState = 'contradiction' | 'doubtful' | 'silent' | 'fine';

/** One thing a person has to look at: a row with its files, or a file that tells of no row. */
export type ReviewItem = {
  /** Id of the row; null for a reading that belongs to none. */
  readonly invoice: string | null;
  readonly state: ReviewState;
  /** Ids of readings and of the files they stand in, each once. */
  readonly readings: readonly string[];
  readonly attachments: readonly string[];
  readonly fields: readonly FieldEvidence[];
  /** What could not be read, in words. */
  readonly problems: readonly FileProblem[];
};

const URGENCY: readonly ReviewState[] = ['contradiction', 'doubtful', 'silent', 'fine'];

/**
 * What was read and nobody looked at yet: contradictions and guesses first, then copies that told nothing, then what
 * was read without a doubt; each in the order of the table. Linear in rows and readings.
 */
export function reviewQueue(
  application: Pick<Application, 'invoices' | 'attachments' | 'readings'>,
): readonly ReviewItem[] {
  const { of, none } = readingsByRow(application);
  const buckets = new Map<ReviewState, ReviewItem[]>(URGENCY.map((state) => [state, []]));
  const add = (item: ReviewItem): void => {
    buckets.get(item.state)?.push(item);
  };
  for (const row of application.invoices) {
    const readings = of.get(row.id) ?? [];
    if (readings.every(({ confirmed }) => confirmed)) continue;
    add(remembered(row, readings));
  }
  for (const reading of none) {
    if (!reading.confirmed)
      add({ ...itemOf(null, [reading], rowEvidence(null, [reading])), state: 'silent' });
  }
  return URGENCY.flatMap((state) => buckets.get(state) ?? []);
}

const known = new WeakMap<Invoice, { readonly of: readonly InvoiceReading[]; readonly item: ReviewItem }>();

/** A letter typed into one of ten thousand rows changes what is said of that one. */
function remembered(row: Invoice, readings: readonly InvoiceReading[]): ReviewItem {
  const before = known.get(row);
  if (
    before !== undefined &&
    before.of.length === readings.length &&
    before.of.every((one, index) => one === readings[index])
  )
    return before.item;
  const item = itemOf(row.id, readings, rowEvidence(row, readings));
  known.set(row, { of: readings, item });
  return item;
}

function itemOf(
  invoice: string | null,
  readings: readonly InvoiceReading[],
  fields: readonly FieldEvidence[],
): ReviewItem {
  return {
    invoice,
    state: stateOf(readings, fields),
    readings: readings.map(({ id }) => id),
    attachments: [...new Set(readings.map(({ attachment }) => attachment))],
    fields,
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function stateOf(readings: readonly InvoiceReading[], fields: readonly FieldEvidence[]): ReviewState {
  if (fields.some(isContradicted)) return 'contradiction';
  if (fields.some(({ field, confidence }) => confidence === 'doubtful' && INVOICE_FACTS.includes(field)))
    return 'doubtful';
  return readings.some((one) => !one.confirmed && one.fields.length === 0) ? 'silent' : 'fine';
}
