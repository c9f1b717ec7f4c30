import { Invoice } from '../../shared/entities/invoice.ts';
import {
  type Confidence,
  InvoiceFieldName,
  type ReadInvoice,
  type ReadingSource,
} from '../../shared/entities/invoiceReading.ts';
import { withField } from '../../shared/evidence/invoiceField.ts';
import { type SettledField, settleFields } from '../../shared/evidence/settleFields.ts';

type Told = {
  readonly value: string | number;
  readonly source: ReadingSource;
  readonly confidence: Confidence;
};

/** One invoice as the command line prints it: a value for each field, and beside them where each came from. */
export interface SettledInvoice
  extends Pick<
    Invoice,
    | 'kind'
    | 'code'
    | 'number'
    | 'issuedOn'
    | 'netFen'
    | 'taxFen'
    | 'totalFen'
    | 'buyer'
    | 'seller'
    | 'lines'
    | 'checkCode'
    | 'redLetterOf'
  > {
  /** Pages of the file it stands on, from 1. */
  readonly pages: readonly number[];
  readonly fields: Partial<Record<InvoiceFieldName, Told & { readonly contradictions: readonly Told[] }>>;
}

export function settledInvoice({ fields, lines, pages }: ReadInvoice): SettledInvoice {
  const settled = settleFields(fields);
  let row = Invoice.parse({ id: 'read', lines });
  for (const [field, { value }] of settled) row = withField(row, field, value);
  const { kind, code, number, issuedOn, netFen, taxFen, totalFen, buyer, seller, checkCode, redLetterOf } =
    row;
  return {
    kind,
    // A number of 20 digits has none, whatever stands beside it on the page.
    code: number.length === 20 ? '' : code,
    number,
    issuedOn,
    netFen,
    taxFen,
    totalFen,
    buyer,
    seller,
    lines,
    checkCode,
    redLetterOf: redLetterOf?.number === '' ? null : redLetterOf,
    pages,
    fields: Object.fromEntries(
      InvoiceFieldName.options.flatMap((field) => {
        const one = settled.get(field);
        return one === undefined ? [] : [[field, told(one)]];
      }),
    ),
  };
}

function told({ value, confidence, reading, contradicting }: SettledField) {
  return {
    value,
    source: reading.source,
    confidence,
    contradictions: contradicting.map((other) => ({
      value: other.value,
      source: other.source,
      confidence: other.confidence,
    })),
  };
}
