import type { Application } from '../../../shared/entities/application.ts';
import type { InvoiceFieldName, ReadingSource } from '../../../shared/entities/invoiceReading.ts';
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

/** `发票1的票面二维码读作价税合计 = 565 元`, `发票1已核对`; false for other words. */
export function changeReadings(draft: Draft, statement: string): boolean {
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
