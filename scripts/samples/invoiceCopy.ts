import { chineseDate } from '../../shared/entities/dates.ts';
import { type MadeInvoice, yuan } from './makeInvoices.ts';
import { rmbUpper } from './rmbUpper.ts';

const TITLES = {
  'special-paper': '示例省增值税专用发票',
  'ordinary-paper': '示例省增值税普通发票',
  'ordinary-electronic': '示例省增值税电子普通发票',
  'special-digital': '电子发票（增值税专用发票）示例',
  'ordinary-digital': '电子发票（普通发票）示例',
} as const;

/** What the invoice template prints. */
export function invoiceCopyData({ invoice, purchase, buyer }: MadeInvoice): unknown {
  const party = (unit: MadeInvoice['buyer']) => ({
    name: unit.name,
    taxId: unit.code,
    address: `${unit.address} ${unit.phone}`,
    bank: unit.bank,
  });
  return {
    title: TITLES[invoice.kind],
    code: invoice.code,
    number: invoice.number,
    date: chineseDate(invoice.issuedOn),
    checkCode: invoice.checkCode.replace(/(\d{5})(?=\d)/g, '$1 '),
    buyer: party(buyer),
    seller: party(purchase.seller),
    lines: invoice.lines.map((line, index) => ({
      item: line.item,
      model: index === 0 ? purchase.model : '',
      unit: index === 0 ? purchase.unit : '项',
      quantity: line.netFen < 0 ? '-1' : '1',
      price: yuan(Math.abs(line.netFen)),
      net: yuan(line.netFen),
      rate: line.taxRate,
      tax: yuan(line.taxFen),
    })),
    net: yuan(invoice.netFen),
    tax: yuan(invoice.taxFen),
    total: yuan(invoice.totalFen),
    upper: rmbUpper(invoice.totalFen),
    note: invoice.note,
  };
}
