import type { Confidence, InvoiceFieldName, ReadingSource } from '../../shared/entities/invoiceReading.ts';
import { INVOICE_FIELD_WORDS } from '../../shared/evidence/evidenceWords.ts';

// The words of the checks, short enough to stand beside a value.

/** Where a value was found. */
export const SOURCE_NAMES: Readonly<Record<ReadingSource, string>> = {
  xml: 'XML',
  xbrl: 'XBRL',
  'ofd-original-invoice': 'OFD 数据',
  'ofd-custom-data': 'OFD 数据',
  'ofd-tags': 'OFD 标签',
  'pdf-metadata': 'PDF 数据',
  qr: '二维码',
  'pdf-text': '票面文字',
  'ofd-text': '票面文字',
  sheet: '表格',
};

/** How far a value can be believed. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  certain: '确定',
  likely: '较可信',
  doubtful: '存疑',
};

/** Fields of an invoice, as the heads of the table call them. */
export const FIELD_NAMES: Readonly<Record<InvoiceFieldName, string>> = {
  ...INVOICE_FIELD_WORDS,
  'buyer.name': '购买方',
  'seller.name': '销售方',
  'redLetterOf.code': '蓝字代码',
  'redLetterOf.number': '蓝字号码',
  claimedFen: '计入金额',
};
