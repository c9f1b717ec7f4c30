import type { InvoiceKind } from '../../../shared/entities/invoice.ts';
import { invoiceKindByNumbers } from '../../../shared/entities/invoiceKindByNumbers.ts';
import type { Confidence, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { childrenOf, descendantsOf, elementAt, textAt, type XmlElement } from '../xml/xmlElement.ts';
import { createFieldList, type FieldList, type Telling } from './createFieldList.ts';
import { lineOfElement } from './lineOfElement.ts';
import { redLetterNumbers } from './redLetterNumbers.ts';

/**
 * A 数电票 by its root `EInvoice`, versions 0.2 to 0.37 (domain.md section 1); the tags of an OFD have the same shape.
 * Everything the data says of this invoice; null when there is not even a number in it.
 */
export function readEInvoice(root: XmlElement, telling: Telling): ReadInvoice | null {
  const list = createFieldList(telling);
  const issued = elementAt(root, 'TaxSupervisionInfo/InvoiceNumber');
  const own = elementAt(root, 'Header/EIid');
  const number = textAt(root, 'TaxSupervisionInfo/InvoiceNumber') || textAt(root, 'Header/EIid');
  if (number === '') return null;
  list.digits('number', issued);
  // The same number once more says nothing new; another one has to be seen.
  if (textAt(root, 'Header/EIid') !== textAt(root, 'TaxSupervisionInfo/InvoiceNumber'))
    list.digits('number', own);

  const data = elementAt(root, 'EInvoiceData');
  const day = elementAt(root, 'TaxSupervisionInfo/IssueTime');
  list.date('issuedOn', day ?? elementAt(data, 'BasicInformation/RequestTime'));
  const { kind, confidence } = kindOf(root, number);
  if (kind !== null) list.value('kind', kind, confidence);

  list.amount('netFen', elementAt(data, 'BasicInformation/TotalAmWithoutTax'));
  list.amount('taxFen', elementAt(data, 'BasicInformation/TotalTaxAm'));
  list.amount('totalFen', elementAt(data, 'BasicInformation/TotalTax-includedAmount'));
  list.text('buyer.name', elementAt(data, 'BuyerInformation/BuyerName'));
  list.text('buyer.taxId', elementAt(data, 'BuyerInformation/BuyerIdNum'));
  list.text('seller.name', elementAt(data, 'SellerInformation/SellerName'));
  list.text('seller.taxId', elementAt(data, 'SellerInformation/SellerIdNum'));
  const remark = elementAt(data, 'AdditionalInformation/Remark');
  list.text('note', remark);
  const red = readRedLetter(list, data, remark?.text ?? '');

  const saysRed = textAt(root, 'Header/InherentLabel/InIssuType/LabelCode').toUpperCase() === 'N';
  return {
    pages: [],
    fields: [...list.fields],
    lines:
      data === null
        ? []
        : descendantsOf(data, 'IssuItemInformation').flatMap((item) => lineOfElement(item, LINE)),
    problems:
      saysRed && !red
        ? [
            {
              code: 'red-letter-unpaired',
              message: '这是红字发票，但文件里没有写明它冲销的是哪一张蓝字发票；请填写对应的蓝字发票号码',
              severity: 'warning',
            },
          ]
        : [],
  };
}

const LINE = { item: 'ItemName', net: 'Amount', rate: 'TaxRate', tax: 'ComTaxAm' };

/** The label tells 专 or 普; rail, air and toll stand in the number, toll also as an element of its own. */
function kindOf(
  root: XmlElement,
  number: string,
): { readonly kind: InvoiceKind | null; readonly confidence: Confidence } {
  const special = elementAt(root, 'EInvoiceData/SpecificInformation');
  if (elementAt(special, 'Toll') !== null) return { kind: 'toll', confidence: 'certain' };
  const byNumber = invoiceKindByNumbers('', number);
  if (byNumber !== null) return { kind: byNumber, confidence: 'likely' };
  const label = elementAt(root, 'Header/InherentLabel/GeneralOrSpecialVAT');
  const [code, name] = [textAt(label, 'LabelCode'), textAt(label, 'LabelName')];
  const isSpecial = code === '01' || (code === '' && name.includes('专用'));
  const isOrdinary = code === '02' || (code === '' && name.includes('普通'));
  if (isSpecial) return { kind: 'special-digital', confidence: 'certain' };
  return { kind: isOrdinary ? 'ordinary-digital' : null, confidence: 'certain' };
}

/** True when the blue invoice was found. The element named `…Code` holds the 20-digit number of a 数电票. */
function readRedLetter(list: FieldList, data: XmlElement | null, remark: string): boolean {
  const red = elementAt(data, 'SpecificInformation/RedEInvoice');
  const told = ['OriginalInvoiceNumber', 'OriginalInvoiceNo', 'OriginalInvoiceCode'].flatMap((name) =>
    childrenOf(red, name),
  );
  const number = told.find((element) => /^(\d{20}|\d{8})$/.test(element.text.trim()));
  const code = told.find((element) => /^(\d{12}|\d{10})$/.test(element.text.trim()));
  if (number !== undefined) {
    if (code !== undefined) list.digits('redLetterOf.code', code);
    list.digits('redLetterOf.number', number);
  }
  const words = redLetterNumbers(remark);
  if (words !== null && words.number !== number?.text.trim()) {
    if (words.code !== '') list.value('redLetterOf.code', words.code, 'likely');
    list.value('redLetterOf.number', words.number, 'likely');
  }
  return number !== undefined || words !== null;
}
