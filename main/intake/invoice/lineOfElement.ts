import type { InvoiceLine } from '../../../shared/entities/invoice.ts';
import { textAt, type XmlElement } from '../xml/xmlElement.ts';
import { amountOf } from './amountOf.ts';
import { rateText } from './rateText.ts';

/** What a dialect calls the parts of a line. */
type LineNames = { readonly item: string; readonly net: string; readonly rate: string; readonly tax: string };

/** A line of an invoice's data; none when it names neither goods nor an amount. */
export function lineOfElement(element: XmlElement, names: LineNames): InvoiceLine[] {
  const item = textAt(element, names.item);
  const netFen = amountOf(textAt(element, names.net));
  if (item === '' && netFen === null) return [];
  const taxRate = rateText(textAt(element, names.rate));
  return [{ item, netFen, taxRate, taxFen: amountOf(textAt(element, names.tax)) }];
}
