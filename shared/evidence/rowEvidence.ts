import type { Invoice } from '../entities/invoice.ts';
import {
  type Confidence,
  type FieldReading,
  InvoiceFieldName,
  type InvoiceReading,
} from '../entities/invoiceReading.ts';
import { comparedValue, keptValue } from './comparedValue.ts';
import { fieldOf } from './invoiceField.ts';
import { isOfAnother } from './isOfAnother.ts';
import { INVOICE_FACTS, sameFact } from './sameFact.ts';
import type { SettledField } from './settleFields.ts';
import { settleReadings } from './settleReadings.ts';

/** A value one source told, with the file it stands in. */
export type SourcedReading = FieldReading & { readonly attachment: string };

/** A field of a row beside what its files tell of it. */
export type FieldEvidence = {
  readonly field: InvoiceFieldName;
  /** What stands in the row; null when nothing does. A category is an id of the call there, a label in files. */
  readonly inRow: string | number | null;
  /** What the row says when one of its files says it too, else their most trustworthy value, as a row takes it. */
  readonly value: string | number;
  readonly confidence: Confidence;
  /** The most trustworthy reading of that value, one with a place when there is one. */
  readonly reading: SourcedReading;
  /** Readings of other values. */
  readonly contradicting: readonly SourcedReading[];
  /** The row says something that none of its files says: shown, the row is never changed for it. */
  readonly differs: boolean;
  /** Only files that tell of another party than the row say it (`isOfAnother`). */
  readonly ofAnother: boolean;
};

/** Whether there is something to be decided: more than one thing is said, or what is said is of another party. */
export function isContradicted({ differs, contradicting, ofAnother }: FieldEvidence): boolean {
  return differs || contradicting.length > 0 || ofAnother;
}

/** What the files of a row tell, field by field in the order of the form; `row` null while there is none. */
export function rowEvidence(
  row: Invoice | null,
  readings: readonly InvoiceReading[],
): readonly FieldEvidence[] {
  const from = new Map<FieldReading, string>();
  for (const { attachment, fields } of readings) for (const one of fields) from.set(one, attachment);
  const all = [...from.keys()];
  const sourced = (reading: FieldReading): SourcedReading => ({
    ...reading,
    attachment: from.get(reading) ?? '',
  });
  const settled = settleReadings(readings);
  return InvoiceFieldName.options.flatMap((field): FieldEvidence[] => {
    const best = settled.get(field);
    if (best === undefined) return [];
    const inRow = row === null ? null : fieldOf(row, field);
    const one = inRow === null ? best : asInRow(field, inRow, best, all);
    const placed =
      one.reading.place === null
        ? all.find(
            (other) =>
              other.field === field && other.place !== null && sameFact(field, other.value, one.value),
          )
        : undefined;
    return [
      {
        field,
        inRow,
        value: one.value,
        confidence: one.confidence,
        reading: sourced(placed ?? one.reading),
        contradicting: one.contradicting.map(sourced),
        differs: inRow !== null && INVOICE_FACTS.includes(field) && !sameFact(field, inRow, one.value),
        ofAnother: isOfAnother(row, field, inRow ?? one.value, readings, settled),
      },
    ];
  });
}

/** What is settled, seen from the row: a value it holds on the word of another file is backed by that one. */
function asInRow(
  field: InvoiceFieldName,
  inRow: string | number,
  best: SettledField,
  all: readonly FieldReading[],
): SettledField {
  if (sameFact(field, inRow, best.value)) return best;
  const reading = best.contradicting.find(({ value }) => sameFact(field, value, inRow));
  if (reading === undefined) return best;
  const against = all.filter(
    (other) =>
      other !== best.reading &&
      other.field === field &&
      comparedValue(field, other.value) !== '' &&
      !sameFact(field, other.value, inRow),
  );
  return {
    value: keptValue(field, reading.value),
    confidence: 'doubtful',
    reading,
    contradicting: [best.reading, ...against],
    ofAnother: best.ofAnother,
  };
}
