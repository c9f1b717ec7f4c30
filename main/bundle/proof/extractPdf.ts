import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { comparableText, haystackOf } from './comparableText.ts';
import { footNumber, type PlacedText } from './footNumber.ts';
import { readPdfFonts } from './objects/readPdfFonts.ts';
import { passAsNode } from './passAsNode.ts';
import type { PdfFacts } from './pdfFacts.ts';

type PageFacts = PdfFacts['pages'][number];
type FindPage = (destination: unknown) => Promise<number | null>;

/** Letters taller than this are a mark across the page, not words of the document. In points. */
const MARK_SIZE = 72;
const MOST_BOOKMARKS = 50_000;

function libraryFolder(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return join(root, name) + sep;
}

/** Destinations as pages from 1; the same target is looked up once. */
function pageFinder(pdf: PDFDocumentProxy): FindPage {
  const known = new Map<string, number | null>();
  async function look(destination: unknown): Promise<number | null> {
    const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
    if (!Array.isArray(explicit)) return null;
    const target: unknown = explicit[0];
    if (typeof target === 'number') return target >= 0 && target < pdf.numPages ? target + 1 : null;
    if (typeof target !== 'object' || target === null || !('num' in target) || !('gen' in target))
      return null;
    const { num, gen } = target;
    if (typeof num !== 'number' || typeof gen !== 'number') return null;
    return (await pdf.getPageIndex({ num, gen })) + 1;
  }
  return async (destination) => {
    const key = JSON.stringify(destination);
    const found = known.get(key);
    if (found !== undefined) return found;
    // A reference that leads to no page is an answer here, not an error.
    const page = await look(destination).catch(() => null);
    known.set(key, page);
    return page;
  };
}

async function readPage(page: PDFPageProxy, findPage: FindPage): Promise<PageFacts> {
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const placed: (PlacedText & { size: number })[] = items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [, , c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number);
    const [x = 0, y = 0] = view.convertToViewportPoint(e, f).map(Number);
    return [{ text: item.str, x, y: view.height - y, size: Math.hypot(c, d) }];
  });
  const annotations: readonly Record<string, unknown>[] = await page.getAnnotations();
  const inner = annotations.filter(
    ({ subtype, url, dest, action }) =>
      subtype === 'Link' && typeof url !== 'string' && (dest !== undefined || action === undefined),
  );
  const links = await Promise.all(
    inner.map(async ({ dest, overlaidText }) => ({
      target: await findPage(dest ?? null),
      text: comparableText(typeof overlaidText === 'string' ? overlaidText : ''),
    })),
  );
  return {
    width: view.width,
    height: view.height,
    readable: true,
    text: haystackOf(placed.filter(({ size }) => size < MARK_SIZE).map(({ text }) => text)),
    printed: footNumber(placed),
    large: placed.filter(({ size }) => size >= MARK_SIZE).map(({ text }) => comparableText(text)),
    links,
  };
}

/** A page that cannot be read still counts and has a size; what should stand on it will be missed. */
function unreadable(page: PDFPageProxy): PageFacts {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height, readable: false, text: '', printed: null, large: [], links: [] };
}

async function readOutline(pdf: PDFDocumentProxy, findPage: FindPage): Promise<PdfFacts['outline']> {
  type Node = { readonly title: string; readonly dest: unknown; readonly items: readonly Node[] };
  const outline: { title: string; level: number; page: number | null }[] = [];
  async function walk(nodes: readonly Node[], level: number): Promise<void> {
    for (const { title, dest, items } of nodes) {
      if (outline.length >= MOST_BOOKMARKS) return;
      outline.push({ title, level, page: await findPage(dest) });
      await walk(items, level + 1);
    }
  }
  await walk((await pdf.getOutline()) ?? [], 1);
  return outline;
}

/**
 * Reads a PDF as a stranger would: pages, sizes, text, printed numbers, links and bookmarks with pdf.js,
 * fonts from the file's own structure. Throws when the file is no sound PDF. Runs in a child process.
 */
export async function extractPdf(
  path: string,
  report: (page: number, pages: number) => void,
): Promise<PdfFacts> {
  const fonts = readPdfFonts(path);
  passAsNode();
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    url: pathToFileURL(path).href,
    verbosity: 0,
    // Only the parts that are asked for: scanned pages are never read.
    disableAutoFetch: true,
    disableStream: true,
    useSystemFonts: false,
    cMapUrl: libraryFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: libraryFolder('standard_fonts'),
  });
  try {
    const pdf = await loading.promise;
    const findPage = pageFinder(pdf);
    const pages: PageFacts[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      pages.push(await readPage(page, findPage).catch(() => unreadable(page)));
      page.cleanup();
      report(number, pdf.numPages);
    }
    return { pages, outline: await readOutline(pdf, findPage), fonts };
  } finally {
    await loading.destroy();
  }
}
