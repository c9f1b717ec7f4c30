import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** Writes a small real PDF with a word on each page. */
export async function paperPdf(file: string, words: readonly string[]): Promise<void> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const word of words) document.addPage([595, 842]).drawText(word, { x: 80, y: 700, size: 20, font });
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await document.save());
}
