import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import { copyAnnotations } from './copyAnnotations.ts';
import { copyLayers, type Layers } from './copyLayers.ts';
import { createObjectCopier, type ObjectCopier } from './createObjectCopier.ts';
import type { PdfFileWriter } from './createPdfFileWriter.ts';
import { FONT_NAME, WATERMARK_NAME } from './createStamper.ts';
import { formatNumber, formatNumbers } from './formatNumber.ts';
import { type GraphicsBalance, graphicsBalance } from './graphicsBalance.ts';
import { listPages, type PageEntry } from './listPages.ts';
import { A4, type Placement, placePage } from './placePage.ts';

/** What the copied pages share with the rest of the bundle. */
export type CopyTarget = {
  readonly writer: PdfFileWriter;
  readonly allocate: () => number;
  readonly layers: Layers;
  readonly fontNumber: number;
  /** Form of the watermark; undefined for a final bundle. */
  readonly watermark: number | undefined;
  /** A shared stream that takes back the three q before every page's contents. */
  readonly closing: number;
};

/** What is decided for a page once its position in the bundle is known. */
export type PageSlot = {
  /** Object number of its node in the page tree. */
  readonly parent: number;
  readonly spineRight: boolean;
  /** Operators of its stamps. */
  readonly foot: string;
};

export type CopiedPage = {
  readonly number: number;
  readonly sourceIndex: number;
  readonly placement: Placement;
};

/** The q before the contents: one for the stamps' sake and two for contents that close one too many. */
const NESTED = 3;

/** A file opened for copying: how many pages there are and the ones to bind (indexes from 0). */
export type OpenSource = {
  readonly context: PDFContext;
  readonly pages: readonly PageEntry[];
  readonly chosen: readonly number[];
};

/** Reads files one after the other into the same memory: a new buffer for each would cost as much as the copying. */
export type FileReader = (path: string) => Buffer;

/** @returns a reader whose result is valid until it is called again */
export function createFileReader(): FileReader {
  let buffer = Buffer.allocUnsafeSlow(4 << 20);
  return (path) => {
    const fd = openSync(path, 'r');
    try {
      const { size } = fstatSync(fd);
      if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(Math.ceil(size * 1.25));
      let done = 0;
      while (done < size) {
        const read = readSync(fd, buffer, done, size - done, done);
        if (read === 0) throw new Error('the file became shorter while it was read');
        done += read;
      }
      return buffer.subarray(0, size);
    } finally {
      closeSync(fd);
    }
  };
}

/**
 * The contents of its streams are views into the reader's memory: copy a source before opening the next.
 * @throws when the file cannot be parsed, is encrypted or has no pages
 */
export async function openSource(
  read: FileReader,
  path: string,
  omitPages: readonly number[],
): Promise<OpenSource> {
  const document = await PDFDocument.load(read(path), {
    updateMetadata: false,
    ignoreEncryption: true,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const { context } = document;
  if (context.lookup(context.trailerInfo.Encrypt) !== undefined) throw new Error('encrypted');
  const pages = listPages(context);
  if (pages.length === 0) throw new Error('no pages');
  const omitted = new Set(omitPages);
  const chosen = pages.map((_, index) => index).filter((index) => !omitted.has(index + 1));
  return { context, pages, chosen };
}

/**
 * Copies the chosen pages into the bundle, each on A4: its contents between q and Q, clipped
 * to what was shown of it, its boxes rewritten, its annotations moved. Stamps stand before
 * the contents, so that contents that leave the graphics state in disorder cannot move them.
 */
export function copyPages(
  source: OpenSource,
  rotate: number,
  slot: (position: number) => PageSlot,
  onPage: (number: number) => void,
  target: CopyTarget,
): CopiedPage[] {
  const { context, pages, chosen } = source;
  const places = new Map<PDFRef, number | null>(pages.map((page) => [page.ref, null]));
  const numbers = chosen.map((index) => {
    const number = target.allocate();
    const page = pages[index];
    if (page !== undefined) places.set(page.ref, number);
    return number;
  });
  const copier = createObjectCopier(context, target.writer, target.allocate, places);
  const resources = createResourceCopier(context, copier, target);
  const copied: CopiedPage[] = [];
  chosen.forEach((sourceIndex, position) => {
    const page = pages[sourceIndex];
    const number = numbers[position];
    if (page === undefined || number === undefined) return;
    const { parent, spineRight, foot } = slot(position);
    const placement = placePage(page.geometry, spineRight, rotate);
    const contents = contentsText(page, placement, foot, copier, target);
    const annotations = copyAnnotations({
      ...target,
      page: page.dict,
      pageNumber: number,
      placement,
      copier,
    });
    const group = page.dict.get(PDFName.of('Group'));
    const groupText = group === undefined ? '' : `/Group ${copier.text(group)}`;
    target.writer.writeObject(
      number,
      `<</Type/Page/Parent ${parent} 0 R/MediaBox[0 0 ${formatNumbers([A4.width, A4.height])}]` +
        `/Resources ${resources(page.resources)} 0 R${contents}${annotations}${groupText}>>`,
    );
    copied.push({ number, sourceIndex, placement });
    onPage(number);
    copier.flush();
  });
  copyLayers(context, copier, target.layers);
  copier.flush();
  return copied;
}

function contentsText(
  page: PageEntry,
  placement: Placement,
  foot: string,
  copier: ObjectCopier,
  target: CopyTarget,
): string {
  const { x0, y0, x1, y1 } = page.geometry.box;
  const references = contentReferences(page.dict);
  const { lowest, end } = target.watermark === undefined ? NO_IMBALANCE : balanceOf(page.dict, references);
  const nested = NESTED + Math.max(0, -lowest - (NESTED - 1));
  const opening = target.allocate();
  const clip = `${formatNumbers([x0, y0, x1 - x0, y1 - y0])} re W n`;
  const place = placement.matrix.map(formatNumber).join(' ');
  const before = `${foot}q ${place} cm ${clip}${' q'.repeat(nested - 1)}\n`;
  target.writer.writeStream(opening, '', Buffer.from(before, 'latin1'));
  let closing = target.closing;
  if (target.watermark !== undefined) {
    closing = target.allocate();
    const after = `\n${'Q '.repeat(nested + end)}/${WATERMARK_NAME} Do\n`;
    target.writer.writeStream(closing, '', Buffer.from(after, 'latin1'));
  }
  const middle = references.map((reference) => copier.reference(reference)).filter((text) => text !== 'null');
  return `/Contents[${[`${opening} 0 R`, ...middle, `${closing} 0 R`].join(' ')}]`;
}

const NO_IMBALANCE: GraphicsBalance = { lowest: 0, end: 0 };

function balanceOf(page: PDFDict, references: readonly PDFRef[]): GraphicsBalance {
  const streams = references.map((reference) => page.context.lookup(reference));
  return graphicsBalance(streams.filter((stream) => stream instanceof PDFStream));
}

function contentReferences(page: PDFDict): PDFRef[] {
  const entry = page.get(PDFName.of('Contents'));
  const contents = page.context.lookup(entry);
  if (contents instanceof PDFArray) {
    return contents
      .asArray()
      .filter((item) => item instanceof PDFRef)
      .filter((item) => page.context.lookup(item) instanceof PDFStream);
  }
  return entry instanceof PDFRef && contents instanceof PDFStream ? [entry] : [];
}

/** Adds the stamp font and the watermark to copied resources, once for each dictionary that pages share. */
function createResourceCopier(
  context: PDFContext,
  copier: ObjectCopier,
  target: CopyTarget,
): (resources: PDFObject | undefined) => number {
  const done = new Map<PDFObject | undefined, number>();
  const added: Readonly<Record<'Font' | 'XObject', string>> = {
    Font: `/${FONT_NAME} ${target.fontNumber} 0 R`,
    XObject: target.watermark === undefined ? '' : `/${WATERMARK_NAME} ${target.watermark} 0 R`,
  };
  return (resources) => {
    const found = context.lookup(resources);
    const dict = found instanceof PDFDict ? found : undefined;
    const known = done.get(dict);
    if (known !== undefined) return known;
    const number = target.allocate();
    done.set(dict, number);
    let text = dict === undefined ? '' : copier.entries(dict, new Set(['/Font', '/XObject']));
    for (const key of ['Font', 'XObject'] as const) {
      const own = dict?.lookup(PDFName.of(key));
      text += `/${key}<<${own instanceof PDFDict ? copier.entries(own) : ''}${added[key]}>>`;
    }
    target.writer.writeObject(number, `<<${text}>>`);
    return number;
  };
}
