import type { FieldReading, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import type { Box as PaperBox } from '../ofd/box.ts';
import type { OfdDocument } from '../ofd/openOfd.ts';
import { pageBox } from '../ofd/pageBox.ts';
import { pageTexts, templateTexts } from '../ofd/pageTexts.ts';
import type { Letter } from '../words/segment.ts';
import { gatherInvoices } from './gatherInvoices.ts';
import type { PageReading, TextReading } from './pageReading.ts';
import { placeOnPaper } from './placeOnPaper.ts';
import { mentionsInvoice, type PageInvoice, readPageText } from './text/readPageText.ts';

/** Of a document with more pages only these are read; no invoice has as many. */
const MOST_PAGES = 50;

/** What the words of a document's pages tell by their places, labels beside values, as on any printed invoice. */
export function readOfdText(document: OfdDocument, before: number): readonly ReadInvoice[] {
  const pages = document.pages.slice(0, MOST_PAGES).map((page, index): PageReading => {
    const { box } = pageBox(document, page);
    const letters = [...templateTexts(document, page), ...pageTexts(page)]
      .flatMap((text) => text.letters)
      .filter(({ text }) => text.trim() !== '');
    const number = before + index + 1;
    const told = mentionsInvoice(letters) ? readPageText(fromCorner(letters, box)) : [];
    return { page: number, texts: told.map((each) => readingOf(each, box, number)), codes: [], turned: null };
  });
  return gatherInvoices(pages);
}

function fromCorner(letters: readonly Letter[], { x, y }: PaperBox): readonly Letter[] {
  if (x === 0 && y === 0) return letters;
  return letters.map(({ text, left, top, right, bottom }) => ({
    text,
    left: left - x,
    top: top - y,
    right: right - x,
    bottom: bottom - y,
  }));
}

function readingOf(told: PageInvoice, { width, height }: PaperBox, page: number): TextReading {
  const paper: PaperBox = { x: 0, y: 0, width, height };
  const fields = told.fields.map(
    ({ box, ...field }): FieldReading => ({
      ...field,
      source: 'ofd-text',
      place: placeOnPaper(box, paper, page),
    }),
  );
  const part = (value: number): number => Math.min(1, Math.max(0, value / height));
  return { ...told, fields, top: part(told.top), bottom: part(told.bottom) };
}
