import { describe, expect, it } from 'vitest';
import { lostInWords } from '../../../renderer/steps/invoices/review/lostInWords.ts';
import { InvoiceReading } from '../../../shared/entities/invoiceReading.ts';

const reading = (change: object): InvoiceReading =>
  InvoiceReading.parse({ id: 'r', attachment: 'a', ...change });
const number = { field: 'number', value: '24502000000012345001', source: 'qr', confidence: 'certain' };
const slow = { code: 'process-timeout', message: '用时过长', severity: 'warning' };

describe('a file that tells of no row', () => {
  it('says that no number was read, and why', () => {
    expect(lostInWords(reading({ problems: [slow] }))).toEqual({
      title: '这份文件没有读出发票号码。',
      text: '用时过长。照着左边填写，就会新增一行；已经在表里的，请指明是哪一行。',
      refuse: '不是发票',
    });
  });

  it('says that the invoice is not in the table when its number was read', () => {
    const { title, text, refuse } = lostInWords(reading({ fields: [number] }));
    expect(title).toBe('读出了发票 24502000000012345001，但表里没有它的行。');
    expect(text).not.toContain('没有读出');
    expect(refuse).toBe('不要这张');
  });
});
