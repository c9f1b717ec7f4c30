import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import { FILE_PROBLEMS } from '../fileProblems.ts';
import { MAX_PAGES, pdfRefusal } from '../inspectPdf.ts';
import { loadPdfium } from '../pdfium/loadPdfium.ts';
import { openPdfFile, type PdfFile } from '../pdfium/openPdfFile.ts';
import { gatherInvoices } from './gatherInvoices.ts';
import { pageProblems } from './pageProblems.ts';
import type { PageReading } from './pageReading.ts';
import { parseInvoiceQr } from './parseInvoiceQr.ts';
import { joinData } from './pdf/joinData.ts';
import { readPdfData } from './pdf/readPdfData.ts';
import { type PageSigns, readPdfPage } from './pdf/readPdfPage.ts';

/** After so many pages in a row without an invoice the rest of a file is taken for a report, or for scans of one. */
const PAGES_WITHOUT = 30;
const SCANS_WITHOUT = 20;
/** After so many scans without a code the next ones are looked at less hard. */
const SCANS_HARD = 3;

/**
 * The invoices of a PDF: every value of its information dictionary, of XML attached to it, of its QR codes and of its
 * words, side by side. A file that is no invoice gives an empty reading; it is left after some pages, so that a volume
 * of scans takes no minutes.
 * @param from absolute path, or the bytes of an OFD that was drawn as a PDF
 * @param onPage called with the index of every page, from 0, when it was read
 */
export async function readPdfInvoices(
  from: string | Uint8Array,
  onPage: (page: number) => void,
): Promise<FileReading> {
  const opened = openPdfFile(await loadPdfium(), from);
  if (!opened.ok) return { ...NOTHING_READ, problems: [pdfRefusal(opened.code)] };
  const { file } = opened;
  try {
    if (file.pageCount < 1) return { ...NOTHING_READ, problems: [FILE_PROBLEMS.noPages()] };
    if (file.pageCount > MAX_PAGES)
      return { ...NOTHING_READ, problems: [FILE_PROBLEMS.tooManyPages(file.pageCount)] };
    const data = await readPdfData(file);
    const { pages, left } = await readPages(file, onPage);
    const invoices = joinData(gatherInvoices(pages), data);
    const problems = [...pageProblems(pages), ...(left > 0 && invoices.length > 0 ? [unread(left)] : [])];
    return { ...NOTHING_READ, invoices, problems };
  } finally {
    file.close();
  }
}

async function readPages(
  file: PdfFile,
  onPage: (page: number) => void,
): Promise<{ readonly pages: readonly PageReading[]; readonly left: number }> {
  const pages: PageReading[] = [];
  let [without, scansWithout] = [0, 0];
  for (let index = 0; index < file.pageCount; index++) {
    const found = await readOne(file, index, scansWithout >= SCANS_HARD);
    onPage(index);
    if (found !== null && (found.codes.length > 0 || tells(found))) pages.push(found);
    if (found !== null && tells(found)) {
      [without, scansWithout] = [0, 0];
      continue;
    }
    without += 1;
    if (found?.scanned === true) scansWithout += 1;
    if (without >= PAGES_WITHOUT || scansWithout >= SCANS_WITHOUT)
      return { pages, left: file.pageCount - index - 1 };
  }
  return { pages, left: 0 };
}

/** A page that cannot be loaded is passed over: the intake has said so already. */
async function readOne(file: PdfFile, index: number, quick: boolean): Promise<PageSigns | null> {
  const { api } = file.pdfium;
  const page = api.FPDF_LoadPage(file.document, index);
  if (page === 0) return null;
  try {
    return await readPdfPage(file, page, index, quick);
  } finally {
    api.FPDF_ClosePage(page);
  }
}

function tells({ texts, codes }: PageReading): boolean {
  return (
    codes.some(({ text }) => parseInvoiceQr(text) !== null) ||
    texts.some(({ sound, headed, sheet }) => sound || headed || sheet !== null)
  );
}

function unread(pages: number): FileProblem {
  const message = `最后 ${pages} 页没有逐页查找发票；如果其中还有发票，请拆成单独的文件再添加`;
  return { code: 'pages-not-read', message, severity: 'hint' };
}
