import type { ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { descendantsOf, type XmlElement } from '../xml/xmlElement.ts';
import { readEInvoice } from './readEInvoice.ts';
import { readOriginalInvoice } from './readOriginalInvoice.ts';
import { readXbrlInvoice } from './readXbrlInvoice.ts';

/** Readers by the name of the root: 数电票, XBRL, the style of 2019 and 2020. */
const READERS = {
  EInvoice: (root: XmlElement) => readEInvoice(root, { source: 'xml' }),
  xbrl: (root: XmlElement) => readXbrlInvoice(root, { source: 'xbrl' }),
  eInvoice: (root: XmlElement) => readOriginalInvoice(root, { source: 'ofd-original-invoice' }),
} as const;

/** The invoices of a parsed XML file, at its root or somewhere below (an envelope may hold many); none is no error. */
export function readXmlInvoice(root: XmlElement): readonly ReadInvoice[] {
  return Object.entries(READERS).flatMap(([name, read]) => {
    const roots = root.name === name ? [root] : descendantsOf(root, name);
    return roots.flatMap((each) => read(each) ?? []);
  });
}
