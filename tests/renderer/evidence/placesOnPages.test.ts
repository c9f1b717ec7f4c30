import { describe, expect, it } from 'vitest';
import { boxesOn, pagesOfInvoice, placesOf } from '../../../renderer/evidence/placesOnPages.ts';
import { Attachment } from '../../../shared/entities/attachment.ts';
import { InvoiceReading } from '../../../shared/entities/invoiceReading.ts';
import { rowEvidence } from '../../../shared/evidence/rowEvidence.ts';

const file = Attachment.parse({
  id: 'f',
  kind: 'invoice-copies',
  name: 'f.pdf',
  sha256: 'a'.repeat(64),
  bytes: 1,
  sniffedType: 'pdf',
  pages: 3,
});
const at = (page: number, top: number) => ({ on: 'page', page, left: 0.1, top, width: 0.2, height: 0.02 });
const reading = InvoiceReading.parse({
  id: 'r',
  attachment: 'f',
  invoice: 'a',
  pages: [2],
  fields: [
    { field: 'totalFen', value: 100, source: 'qr', confidence: 'certain', place: at(2, 0.1) },
    { field: 'totalFen', value: 100, source: 'pdf-text', confidence: 'likely', place: at(2, 0.8) },
    { field: 'netFen', value: 90, source: 'pdf-text', confidence: 'likely', place: at(2, 0.7) },
    { field: 'netFen', value: 91, source: 'qr', confidence: 'certain', place: at(2, 0.1) },
  ],
});

describe('pages of an invoice', () => {
  it('are its own in a file of several, else all of the file', () => {
    expect(pagesOfInvoice([file], [reading]).map(({ page }) => page)).toEqual([2]);
    expect(pagesOfInvoice([file], []).map(({ page }) => page)).toEqual([1, 2, 3]);
  });
});

describe('places of a value', () => {
  it('are first where it stands as words, then where a code tells it', () => {
    expect(placesOf([reading], 'totalFen', 100).map(({ place }) => place.top)).toEqual([0.8, 0.1]);
  });

  it('are shown as rectangles, the one in focus with what speaks against it', () => {
    const evidence = rowEvidence(null, [reading]);
    const boxes = boxesOn({ file, page: 2 }, evidence, [reading], 'netFen');
    const tones = Object.fromEntries(boxes.map(({ key, tone }) => [key, tone]));
    expect(tones).toMatchObject({ netFen: 'focus', 'netFen 0': 'against', totalFen: 'plain' });
    expect(boxesOn({ file, page: 1 }, evidence, [reading], 'netFen')).toEqual([]);
  });
});
