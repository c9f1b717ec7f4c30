import { normaliseInvoiceNumber } from '../../../../shared/entities/invoiceNumber.ts';
import type { InvoiceReading } from '../../../../shared/entities/invoiceReading.ts';
import { settleFields } from '../../../../shared/evidence/settleFields.ts';

/** What is said of a file, or of one invoice in it, that tells of no row. */
export type LostInWords = {
  readonly title: string;
  /** Why, and what to do. */
  readonly text: string;
  /** The way to want none of it. */
  readonly refuse: string;
};

/** A number that was read and has no row (it was taken out) is another thing than a number nobody could read. */
export function lostInWords({ fields, problems }: InvoiceReading): LostInWords {
  const number = normaliseInvoiceNumber(String(settleFields(fields).get('number')?.value ?? ''));
  const why = problems.map(({ message }) => `${message}。`).join('');
  return number === ''
    ? {
        title: '这份文件没有读出发票号码。',
        text: `${why}照着左边填写，就会新增一行；已经在表里的，请指明是哪一行。`,
        refuse: '不是发票',
      }
    : {
        title: `读出了发票 ${number}，但表里没有它的行。`,
        text: `${why}要它，改好下面任何一项就会新增一行；已经在表里的，请指明是哪一行。`,
        refuse: '不要这张',
      };
}
