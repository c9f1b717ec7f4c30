import { InvoiceFieldName } from '../../shared/entities/invoiceReading.ts';
import { formatMoney } from '../../shared/entities/money.ts';
import { INVOICE_FIELD_WORDS, SOURCE_WORDS, valueInWords } from '../../shared/evidence/evidenceWords.ts';
import type { SettledInvoice } from './settledInvoice.ts';

/** An invoice in one line, and one more for each value that is a guess or is told differently. */
export function invoiceWords(invoice: SettledInvoice): string[] {
  const { code, number, issuedOn, totalFen, seller, fields } = invoice;
  const facts = [
    number === '' ? '号码没有读出' : [code, number].filter((part) => part !== '').join(' '),
    issuedOn ?? '日期没有读出',
    totalFen === null ? '价税合计没有读出' : `价税合计 ${formatMoney(totalFen, 'yuan')} 元`,
    ...(seller.name === '' ? [] : [`销售方 ${seller.name}`]),
  ];
  const doubts = InvoiceFieldName.options.flatMap((field) => {
    const told = fields[field];
    if (told === undefined || (told.confidence !== 'doubtful' && told.contradictions.length === 0)) return [];
    const values = [told, ...told.contradictions].map(
      ({ source, value }) => `${SOURCE_WORDS[source]}是 ${valueInWords(field, value)}`,
    );
    return [`      ${INVOICE_FIELD_WORDS[field]}请核对：${values.join('，')}`];
  });
  return [`    ${facts.join('，')}`, ...doubts];
}
