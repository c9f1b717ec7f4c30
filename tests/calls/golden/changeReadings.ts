import type { Application } from '../../../shared/entities/application.ts';
import type { InvoiceFieldName, ReadingSource } from '../../../shared/entities/invoiceReading.ts';
import { file } from './baseApplication.ts';
import { readMoney } from './readValue.ts';

type Draft = { -readonly [K in keyof Application]: Application[K] };

const SOURCES: Readonly<Record<string, readonly [ReadingSource, 'certain' | 'likely' | 'doubtful']>> = {
  票面二维码: ['qr', 'certain'],
  票面文字: ['pdf-text', 'likely'],
  模糊的票面文字: ['pdf-text', 'doubtful'],
  数电票文件: ['xml', 'certain'],
};

const FIELDS: Readonly<Record<string, InvoiceFieldName>> = {
  号码: 'number',
  开票日期: 'issuedOn',
  价税合计: 'totalFen',
  购买方名称: 'buyer.name',
};

/** `发票1另有OFD复印件`: another copy in which number and total were read; false for other words. */
function addCopy(draft: Draft, statement: string): boolean {
  const invoice = draft.invoices[Number(/^发票(\d+)另有OFD复印件$/.exec(statement)?.[1]) - 1];
  if (invoice === undefined) return false;
  const copy = { ...file('invoice-copies', 90), name: 'invoice-copies-90.ofd', sniffedType: 'ofd' as const };
  draft.attachments = [...draft.attachments, copy];
  draft.invoices = draft.invoices.map((row) =>
    row === invoice ? { ...row, copies: [...row.copies, copy.id] } : row,
  );
  draft.readings = [
    ...draft.readings,
    {
      id: `reading-${draft.readings.length + 1}`,
      attachment: copy.id,
      invoice: invoice.id,
      confirmed: false,
      pages: [1],
      lines: [],
      problems: [],
      fields: (
        [
          ['number', invoice.number],
          ['totalFen', invoice.totalFen ?? 0],
        ] as const
      ).map(([field, value]) => ({
        field,
        value,
        source: 'ofd-original-invoice',
        confidence: 'certain',
        place: null,
      })),
    },
  ];
  return true;
}

/** `发票1的票面二维码读作价税合计 = 565 元`, `发票1已核对`; false for other words. */
export function changeReadings(draft: Draft, statement: string): boolean {
  if (addCopy(draft, statement)) return true;
  const told = /^发票(\d+)的(.+)读作(.+) = (.+)$/.exec(statement);
  const seen = /^发票(\d+)已核对$/.exec(statement);
  const invoice = draft.invoices[Number((told ?? seen)?.[1]) - 1];
  if (invoice === undefined) return false;
  if (told === null) {
    draft.readings = draft.readings.map((one) =>
      one.invoice === invoice.id ? { ...one, confirmed: true } : one,
    );
    return true;
  }
  const [, , from = '', what = '', value = ''] = told;
  const source = SOURCES[from];
  const field = FIELDS[what];
  if (source === undefined || field === undefined) throw new Error(`nothing reads ${statement}`);
  draft.readings = [
    ...draft.readings,
    {
      id: `reading-${draft.readings.length + 1}`,
      attachment: invoice.copies[0] ?? '',
      invoice: invoice.id,
      confirmed: false,
      pages: [1],
      lines: [],
      problems: [],
      fields: [
        {
          field,
          value: field === 'totalFen' ? readMoney(value) : value,
          source: source[0],
          confidence: source[1],
          place: null,
        },
      ],
    },
  ];
  return true;
}
