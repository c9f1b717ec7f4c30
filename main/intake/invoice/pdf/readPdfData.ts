import type { InvoiceLine } from '../../../../shared/entities/invoice.ts';
import type { FieldReading } from '../../../../shared/entities/invoiceReading.ts';
import type { PdfFile } from '../../pdfium/openPdfFile.ts';
import { readAttachedFiles } from '../../pdfium/readAttachedFiles.ts';
import { readPdfMetadata } from './readPdfMetadata.ts';

/** What a file tells of one invoice beside its pages. */
export type InvoiceData = {
  readonly fields: readonly FieldReading[];
  readonly lines: readonly InvoiceLine[];
};

/** The information dictionary of a PDF, and the XML of invoices that is attached to it (railway, air, 数电票). */
export async function readPdfData(file: PdfFile): Promise<InvoiceData[]> {
  const metadata = readPdfMetadata(file);
  const attached = readAttachedFiles(file);
  const data = attached.length === 0 ? [] : await readAttachedXml(attached);
  return metadata.length === 0 ? data : [{ fields: metadata, lines: [] }, ...data];
}

/** Loaded only for the few files that carry some. */
async function readAttachedXml(files: readonly Uint8Array[]): Promise<InvoiceData[]> {
  const { decodeXml } = await import('../../xml/decodeXml.ts');
  const { parseXmlText } = await import('../../xml/parseXml.ts');
  const { readXmlInvoice } = await import('../readXmlInvoice.ts');
  return files.flatMap((bytes) => {
    const text = decodeXml(bytes);
    if (text === null || !text.includes('<')) return [];
    const parsed = parseXmlText(text);
    return parsed.ok ? readXmlInvoice(parsed.root) : [];
  });
}
