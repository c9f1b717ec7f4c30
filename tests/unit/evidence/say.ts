import type {
  FieldReading,
  InvoiceFieldName,
  ReadingSource,
} from '../../../shared/entities/invoiceReading.ts';

const WITHOUT_DOUBT: ReadonlySet<ReadingSource> = new Set([
  'xml',
  'xbrl',
  'ofd-original-invoice',
  'ofd-custom-data',
  'ofd-tags',
  'pdf-metadata',
  'qr',
]);

/** Values as one source tells them, with the confidence its reader gives. */
export function say(
  source: ReadingSource,
  values: Partial<Record<InvoiceFieldName, string | number>>,
  confidence: FieldReading['confidence'] = WITHOUT_DOUBT.has(source) ? 'certain' : 'likely',
): FieldReading[] {
  return Object.entries(values).map(([field, value]) => ({
    field: field as InvoiceFieldName,
    value,
    source,
    confidence,
    place: null,
  }));
}
