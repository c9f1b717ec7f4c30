import type { Printer } from './createPrinter.ts';
import { invoiceCopyData } from './invoiceCopy.ts';
import type { InvoiceShape, MadeInvoice } from './makeInvoices.ts';
import { scanPicture } from './scanPicture.ts';

const DESKS = ['#8a7f73', '#6f7780', '#a39a8c', '#5d5a57'];
/** 1,860 pixels on the long side of A4 are 159 dpi: what a telephone gives after being sent around. */
const PHOTO_PX = 1860;

/** Copies of invoices: most as PDF, every n-th as a photo; `copies` of each row names its file. */
export async function copyInvoices(
  printer: Printer,
  made: readonly MadeInvoice[],
  everyNthPhoto: number,
): Promise<{ invoices: InvoiceShape[]; files: Map<string, Uint8Array> }> {
  const files = new Map<string, Uint8Array>();
  const invoices: InvoiceShape[] = [];
  for (const [index, one] of made.entries()) {
    const number = String(index + 1).padStart(3, '0');
    const photo = index % everyNthPhoto === everyNthPhoto - 1;
    const file = `invoice-copies/${number}.${photo ? 'jpg' : 'pdf'}`;
    const data = invoiceCopyData(one);
    files.set(
      file,
      photo
        ? await scanPicture(await printer.picture('invoice', data, 225), {
            seed: one.invoice.number,
            turn: ((index % 7) - 3) * 0.45 || 0.6,
            widthPx: PHOTO_PX,
            desk: DESKS[index % DESKS.length] ?? '#808080',
            quality: 38,
          })
        : printer.pdf('invoice', data),
    );
    invoices.push({ ...one.invoice, copies: [file] });
  }
  return { invoices, files };
}
