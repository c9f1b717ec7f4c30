import { invoiceKindByNumbers } from '../../../shared/entities/invoiceKindByNumbers.ts';
import type { FieldReading, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { descendantsOf, elementAt, textAt, type XmlElement } from '../xml/xmlElement.ts';
import { createFieldList, type Telling } from './createFieldList.ts';
import { lineOfElement } from './lineOfElement.ts';
import { parseInvoiceQr } from './parseInvoiceQr.ts';
import { redLetterNumbers } from './redLetterNumbers.ts';

const LINE = { item: 'Item', net: 'Amount', rate: 'TaxScheme', tax: 'TaxAmount' };

/**
 * An invoice in the style of 2019 and 2020: `original_invoice.xml` with the prefix `fp:`, or the tags of an OFD, which
 * use the same names. Null when it names no invoice.
 */
export function readOriginalInvoice(root: XmlElement, telling: Telling): ReadInvoice | null {
  const list = createFieldList(telling);
  const code = textAt(root, 'InvoiceCode');
  const number = textAt(root, 'InvoiceNo') || textAt(root, 'InvoiceNumber');
  if (number === '') return null;
  list.digits('code', elementAt(root, 'InvoiceCode'));
  list.digits('number', elementAt(root, 'InvoiceNo') ?? elementAt(root, 'InvoiceNumber'));
  list.date('issuedOn', elementAt(root, 'IssueDate'));
  list.digits('checkCode', elementAt(root, 'InvoiceCheckCode'));
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
  const kind = invoiceKindByNumbers(plain(code), plain(number));
  if (kind !== null) list.value('kind', kind, 'likely');

  list.amount('netFen', elementAt(root, 'TaxExclusiveTotalAmount'));
  list.amount('taxFen', elementAt(root, 'TaxTotalAmount'));
  list.amount('totalFen', elementAt(root, 'TaxInclusiveTotalAmount'));
  list.text('buyer.name', elementAt(root, 'Buyer/BuyerName'));
  list.text('buyer.taxId', elementAt(root, 'Buyer/BuyerTaxID'));
  list.text('seller.name', elementAt(root, 'Seller/SellerName'));
  list.text('seller.taxId', elementAt(root, 'Seller/SellerTaxID'));
  list.text('note', elementAt(root, 'Note'));
  const blue = redLetterNumbers(textAt(root, 'Note'));
  if (blue !== null) {
    if (blue.code !== '') list.value('redLetterOf.code', blue.code, 'likely');
    list.value('redLetterOf.number', blue.number, 'likely');
  }

  // The same text stands on the page as QR code.
  const graph: readonly FieldReading[] = parseInvoiceQr(textAt(root, 'GraphCode')) ?? [];
  return {
    pages: [],
    fields: [...list.fields, ...graph],
    lines: descendantsOf(root, 'GoodsInfo').flatMap((goods) => lineOfElement(goods, LINE)),
    problems: [],
  };
}
