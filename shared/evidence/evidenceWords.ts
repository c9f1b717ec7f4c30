import { INVOICE_KINDS } from '../calls/rowWords.ts';
import type { InvoiceFieldName, ReadingSource } from '../entities/invoiceReading.ts';
import { formatMoney } from '../entities/money.ts';

/** Fields of an invoice as people call them. */
export const INVOICE_FIELD_WORDS: Readonly<Record<InvoiceFieldName, string>> = {
  kind: '发票种类',
  code: '发票代码',
  number: '发票号码',
  issuedOn: '开票日期',
  netFen: '不含税金额',
  taxFen: '税额',
  totalFen: '价税合计',
  checkCode: '校验码',
  'buyer.name': '购买方名称',
  'buyer.taxId': '购买方税号',
  'seller.name': '销售方名称',
  'seller.taxId': '销售方税号',
  'redLetterOf.code': '被冲红发票的代码',
  'redLetterOf.number': '被冲红发票的号码',
  claimedFen: '计入本项目的金额',
  category: '投资类别',
  use: '用途',
  voucher: '记账凭证号',
  note: '备注',
};

/** Where a value was found, as the beginning of “…的价税合计是 …”. */
export const SOURCE_WORDS: Readonly<Record<ReadingSource, string>> = {
  xml: '数电票文件里',
  xbrl: 'XBRL 文件里',
  'ofd-original-invoice': 'OFD 文件的数据里',
  'ofd-custom-data': 'OFD 文件的数据里',
  'ofd-tags': '版式文件的票面上',
  'pdf-metadata': 'PDF 文件的数据里',
  qr: '票面二维码上',
  'pdf-text': '票面文字上',
  'ofd-text': '票面文字上',
  sheet: '清单里',
};

/** A value of a field as a person reads it. */
export function valueInWords(field: InvoiceFieldName, value: string | number): string {
  if (typeof value === 'number') return `${formatMoney(value, 'yuan')} 元`;
  return field === 'kind' ? (INVOICE_KINDS[value] ?? value) : value;
}
