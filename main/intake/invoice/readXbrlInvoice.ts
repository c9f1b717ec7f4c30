import type { InvoiceKind, InvoiceLine } from '../../../shared/entities/invoice.ts';
import { invoiceKindByNumbers } from '../../../shared/entities/invoiceKindByNumbers.ts';
import type { Confidence, InvoiceFieldName, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { childOf, textAt, type XmlElement } from '../xml/xmlElement.ts';
import { amountOf } from './amountOf.ts';
import { createFieldList, type Telling } from './createFieldList.ts';
import { rateText } from './rateText.ts';
import { redLetterNumbers } from './redLetterNumbers.ts';

/** Elements whose name says by itself what is invoiced. */
const TICKET_NUMBER: Readonly<Record<string, InvoiceKind>> = {
  ElectronicInvoiceAirTransportReceiptNumber: 'air',
  ElectronicInvoiceRailwayETicketNumber: 'rail',
};

/** Elements of the taxonomies einv, inv_ord, inv_spcl, atr and rai that hold a field; the first that is filled counts. */
const NAMES: readonly (readonly [
  InvoiceFieldName,
  'digits' | 'date' | 'amount' | 'text',
  readonly string[],
])[] = [
  ['code', 'digits', ['InvoiceCode', 'CodeOfInvoice']],
  ['number', 'digits', [...Object.keys(TICKET_NUMBER), 'InvoiceNumber', 'InvoiceNo', 'NumberOfInvoice']],
  ['issuedOn', 'date', ['IssueTime', 'IssueDate', 'DateOfIssue', 'RequestTime', 'DateOfInvoice']],
  ['checkCode', 'digits', ['InvoiceCheckCode', 'CheckCode']],
  ['netFen', 'amount', ['TotalAmWithoutTax', 'TotalAmountExcludingTax', 'TaxExclusiveTotalAmount']],
  ['taxFen', 'amount', ['TotalTaxAm', 'VatTaxAmount', 'TotalTaxAmount', 'TaxTotalAmount', 'TaxAmount']],
  [
    'totalFen',
    'amount',
    ['TotalTax-includedAmount', 'TaxInclusiveTotalAmount', 'TotalAmountIncludingTax', 'TotalAmount'],
  ],
  ['buyer.name', 'text', ['BuyerName', 'NameOfPurchaser', 'NameOfBuyer']],
  [
    'buyer.taxId',
    'text',
    ['BuyerIdNum', 'UnifiedSocialCreditCodeOfPurchaser', 'UnifiedSocialCreditCodeOfBuyer'],
  ],
  ['seller.name', 'text', ['SellerName', 'NameOfSeller', 'IssueParty']],
  ['seller.taxId', 'text', ['SellerIdNum', 'UnifiedSocialCreditCodeOfSeller']],
  ['note', 'text', ['Remark', 'Remarks']],
  [
    'redLetterOf.number',
    'digits',
    ['OriginalInvoiceNumber', 'NumberOfOriginalInvoice', 'OriginalInvoiceCode'],
  ],
];

/**
 * An invoice in XBRL (the accounting data standard of the ministry of finance): 数电票 with `einv:` names, air
 * itineraries `atr:`, rail tickets `rai:`. Null for what is no invoice, such as a bank's statement.
 */
export function readXbrlInvoice(root: XmlElement, telling: Telling): ReadInvoice | null {
  const list = createFieldList(telling);
  const lines = linesOf(root);
  const inLines = new Set(lines.map(({ element }) => element));
  const byName = namedElements(root, inLines);
  const find = (names: readonly string[]): XmlElement | null => {
    for (const name of names) {
      const filled = byName.get(name);
      if (filled !== undefined) return filled;
    }
    return null;
  };
  for (const [field, form, names] of NAMES) list[form](field, find(names));
  if (!list.fields.some(({ field }) => field === 'number')) return null;

  const told = (field: InvoiceFieldName) => list.fields.find((each) => each.field === field)?.value;
  const { kind, confidence } = kindOf(find, String(told('code') ?? ''), String(told('number')));
  if (kind !== null) list.value('kind', kind, confidence);
  if (kind === 'rail' && told('totalFen') === undefined) list.amount('totalFen', find(['Fare']));
  if (kind === 'air' && told('netFen') === undefined) {
    // An itinerary names no amount without tax: fare and fuel are what the tax is on, the development fund is not.
    const [fare, fuel] = ['Fare', 'FuelSurcharge'].map((name) => amountOf(find([name])?.text ?? ''));
    if (typeof fare === 'number') list.value('netFen', fare + (fuel ?? 0), 'likely');
  }
  const blue = redLetterNumbers(String(told('note') ?? ''));
  if (blue !== null && told('redLetterOf.number') === undefined)
    list.value('redLetterOf.number', blue.number, 'likely');
  return { pages: [], fields: [...list.fields], lines: lines.map(({ line }) => line), problems: [] };
}

/** The first filled element of every name that stands outside the lines. */
function namedElements(root: XmlElement, lines: ReadonlySet<XmlElement>): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (lines.has(child)) continue;
      if (child.text.trim() !== '' && !found.has(child.name)) found.set(child.name, child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

function kindOf(
  find: (names: readonly string[]) => XmlElement | null,
  code: string,
  number: string,
): { readonly kind: InvoiceKind | null; readonly confidence: Confidence } {
  for (const [name, kind] of Object.entries(TICKET_NUMBER))
    if (find([name]) !== null) return { kind, confidence: 'certain' };
  const byNumbers = invoiceKindByNumbers(code, number);
  if (byNumbers !== null) return { kind: byNumbers, confidence: 'likely' };
  const words = find(['TypeOfVoucher', 'InvoiceType', 'TypeOfInvoice', 'NameOfInvoice'])?.text ?? '';
  const digital = /^\d{20}$/.test(number);
  if (digital && words.includes('专用')) return { kind: 'special-digital', confidence: 'certain' };
  if (digital && words.includes('普通')) return { kind: 'ordinary-digital', confidence: 'certain' };
  return { kind: null, confidence: 'doubtful' };
}

/** Whatever holds the name of an item is a line, be its own name what it may. */
function linesOf(root: XmlElement): readonly { readonly element: XmlElement; readonly line: InvoiceLine }[] {
  const holders: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    if (childOf(element, 'ItemName') !== null && element !== root) holders.push(element);
    else for (const child of element.children) visit(child);
  };
  visit(root);
  return holders.map((element) => ({
    element,
    line: {
      item: textAt(element, 'ItemName'),
      netFen: amountOf(textAt(element, 'Amount')),
      taxRate: rateText(textAt(element, 'TaxRate')),
      taxFen: amountOf(textAt(element, 'ComTaxAm')) ?? amountOf(textAt(element, 'TaxAmount')),
    },
  }));
}
