import { readFile } from 'node:fs/promises';
import { PDFDocument } from 'pdf-lib';
import { createCanvas } from './drawing/createCanvas.ts';
import { annotationParts, drawAnnotations } from './drawing/drawAnnotations.ts';
import { drawOfdPage } from './drawing/drawOfdPage.ts';
import { drawSeal } from './drawing/drawSeal.ts';
import { documentResources, pageResources } from './drawing/ofdResources.ts';
import type { OwnFont } from './drawing/ownFont.ts';
import { createDrawing, type Drawing, type Scene } from './drawing/scene.ts';
import { type Seal, sealsOf } from './drawing/sealsOf.ts';
import { type Ofd, type OfdDocument, openOfd } from './openOfd.ts';
import { OfdTooLarge } from './openPackage.ts';
import { pageBox } from './pageBox.ts';

export type OfdToPdf =
  | {
      readonly ok: true;
      readonly pdf: Uint8Array;
      readonly pages: number;
      /** What could not be drawn, in words: `第 1 页的一张 JBIG2 图片`. Empty when the PDF shows all. */
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly code: 'file-damaged' | 'file-encrypted' | 'file-too-large' };

const MOST_BYTES = 256 * 2 ** 20;

/**
 * Draws every page of an OFD as a page of a PDF, its size, words, lines, pictures and seals; the same file always gives
 * the same bytes. For killable children only: the file may be made to take all of a machine.
 * @param onPage called after each page, from 0
 * @throws errors of the file system
 */
export async function ofdToPdf(
  path: string,
  onPage: (page: number) => void = () => undefined,
): Promise<OfdToPdf> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) return { ok: false, code: 'file-too-large' };
  const opened = await openOfd(bytes);
  if (!opened.ok) return opened;
  try {
    return await draw(opened.ofd, onPage);
  } catch (error) {
    if (error instanceof OfdTooLarge) return { ok: false, code: 'file-too-large' };
    throw error;
  }
}

async function draw(ofd: Ofd, onPage: (page: number) => void): Promise<OfdToPdf> {
  // Without the time of day and the like, which would differ each time.
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const drawing = createDrawing(pdf);
  let pages = 0;
  for (const document of ofd.documents) {
    const seals = await openSeals(sealsOf(ofd, document));
    pages = drawDocument(ofd, document, seals, drawing, pages, onPage);
  }
  if (pages === 0) return { ok: false, code: 'file-damaged' };
  await drawing.pictures.settle();
  drawing.faces.embed();
  const made = await pdf.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { ok: true, pdf: made, pages, missing: drawing.missing.words() };
}

type OpenSeal = { readonly seal: Seal; readonly inner: Ofd | null };

/** Seals by the page they stand on. A picture may be an OFD itself; what seals are in that is not looked for. */
async function openSeals(seals: readonly Seal[]): Promise<ReadonlyMap<string, readonly OpenSeal[]>> {
  const opened = new Map<string, Ofd | null>();
  const byPage = new Map<string, OpenSeal[]>();
  for (const seal of seals) {
    const { picture } = seal;
    if (picture?.type === 'ofd' && !opened.has(picture.key)) {
      const outcome = await openOfd(Buffer.from(picture.bytes));
      opened.set(picture.key, outcome.ok ? outcome.ofd : null);
    }
    const onPage = byPage.get(seal.pageId) ?? [];
    onPage.push({ seal, inner: opened.get(picture?.key ?? '') ?? null });
    byPage.set(seal.pageId, onPage);
  }
  return byPage;
}

function drawDocument(
  ofd: Ofd,
  document: OfdDocument,
  seals: ReadonlyMap<string, readonly OpenSeal[]>,
  drawing: Drawing,
  before: number,
  onPage: (page: number) => void,
): number {
  const annotations = annotationParts(ofd, document);
  const ofDocument = documentResources(ofd, document);
  const ownFonts = new Map<string, OwnFont | null>();
  let number = before;
  for (const page of document.pages) {
    number += 1;
    const { box, sound } = pageBox(document, page);
    if (!sound) drawing.missing.note(number, ['', '尺寸（文件没有写明，按 A4 画出）']);
    const canvas = createCanvas(drawing.pdf, drawing.faces, box);
    const resources = pageResources(ofd, page, ofDocument);
    const scene: Scene = { drawing, canvas, resources, ownFonts, page: number, layer: '', depth: 0 };
    drawOfdPage(document, page, scene);
    drawAnnotations(annotations.get(page.id) ?? [], scene);
    for (const { seal, inner } of seals.get(page.id) ?? []) drawSeal(seal, inner, scene);
    canvas.finish();
    onPage(number - 1);
  }
  return number;
}
