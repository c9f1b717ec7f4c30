import type {
  Confidence,
  FieldReading,
  InvoiceFieldName,
  ReadingPlace,
  ReadingSource,
} from '../../../shared/entities/invoiceReading.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { amountOf } from './amountOf.ts';
import { dateOf } from './dateOf.ts';

/** Who tells the values, and where on the page an element's value stands if that is known. */
export type Telling = {
  readonly source: ReadingSource;
  readonly placeOf?: (element: XmlElement) => ReadingPlace | null;
};

/** Gathers the fields of one invoice as one source tells them; what is empty or malformed is left out. */
export type FieldList = {
  readonly fields: readonly FieldReading[];
  readonly text: (field: InvoiceFieldName, from: XmlElement | null, confidence?: Confidence) => void;
  /** Code and number: spaces inside are the printer's. */
  readonly digits: (field: InvoiceFieldName, from: XmlElement | null) => void;
  readonly amount: (field: InvoiceFieldName, from: XmlElement | null) => void;
  readonly date: (field: InvoiceFieldName, from: XmlElement | null) => void;
  readonly value: (field: InvoiceFieldName, value: string | number, confidence: Confidence) => void;
};

/** Codes and numbers of invoices have one of these lengths; others are told, but not believed. */
const SOUND_DIGITS: Partial<Readonly<Record<InvoiceFieldName, RegExp>>> = {
  code: /^(\d{10}|\d{12})$/,
  number: /^(\d{8}|\d{20})$/,
  checkCode: /^\d{20}$/,
  'redLetterOf.code': /^(\d{10}|\d{12})$/,
  'redLetterOf.number': /^(\d{8}|\d{20})$/,
};
/** Longest text that is taken over; a name of a company has at most a hundred characters. */
const LONGEST = 1000;

export function createFieldList({ source, placeOf }: Telling): FieldList {
  const fields: FieldReading[] = [];
  const add = (
    field: InvoiceFieldName,
    value: string | number | null,
    confidence: Confidence,
    from: XmlElement | null,
  ): void => {
    if (value === null || value === '') return;
    const place = from === null ? null : (placeOf?.(from) ?? null);
    fields.push({ field, value, source, confidence, place });
  };
  const textOf = (from: XmlElement | null): string =>
    (from?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return {
    fields,
    text: (field, from, confidence = 'certain') => add(field, textOf(from), confidence, from),
    digits: (field, from) => {
      const value = textOf(from).normalize('NFKC').replace(/\s/g, '');
      add(field, value, SOUND_DIGITS[field]?.test(value) === false ? 'doubtful' : 'certain', from);
    },
    amount: (field, from) => add(field, amountOf(textOf(from)), 'certain', from),
    date: (field, from) => add(field, dateOf(textOf(from)), 'certain', from),
    value: (field, value, confidence) => add(field, value, confidence, null),
  };
}
