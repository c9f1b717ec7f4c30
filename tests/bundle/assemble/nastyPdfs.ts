import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFString,
  rgb,
  StandardFonts,
} from 'pdf-lib';
import sharp from 'sharp';

const A4 = [595.28, 841.89] as const;

/** A page whose four corners can be told apart: red top left, blue bottom right, its name at the top. */
function mark(
  page: PDFPage,
  name: string,
  box = { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() },
): void {
  const size = Math.min(box.width, box.height) / 5;
  page.drawRectangle({
    x: box.x,
    y: box.y + box.height - size,
    width: size,
    height: size,
    color: rgb(1, 0, 0),
  });
  page.drawRectangle({
    x: box.x + box.width - size,
    y: box.y,
    width: size,
    height: size,
    color: rgb(0, 0, 1),
  });
  page.drawText(name, { x: box.x + size * 1.3, y: box.y + box.height - size, size: size / 4 });
}

async function save(folder: string, name: string, document: PDFDocument, plain = false): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await document.save({ useObjectStreams: !plain }));
  return path;
}

/** A PDF of marked pages; `change` makes each page nasty. */
export async function markedPdf(
  folder: string,
  name: string,
  pages: number,
  size: readonly [number, number] = A4,
  change: (page: PDFPage, index: number) => void = () => undefined,
): Promise<string> {
  const document = await PDFDocument.create();
  for (let index = 0; index < pages; index++) {
    const page = document.addPage([...size]);
    mark(page, `${name} ${index + 1}`);
    change(page, index);
  }
  return save(folder, name, document);
}

export const rotatedPdf = (folder: string, turn: number) =>
  markedPdf(folder, `rotated ${turn}.pdf`, 1, A4, (page) => page.setRotation(degrees(turn)));

/** Only the middle is shown; outside lies a black frame that must not appear. */
export async function croppedPdf(folder: string, turn = 0): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([900, 1000]);
  page.drawRectangle({ x: 0, y: 0, width: 900, height: 1000, color: rgb(0, 0, 0) });
  page.drawRectangle({ x: 100, y: 200, width: 400, height: 550, color: rgb(1, 1, 1) });
  mark(page, 'cropped', { x: 100, y: 200, width: 400, height: 550 });
  page.setCropBox(100, 200, 400, 550);
  page.setRotation(degrees(turn));
  return save(folder, `cropped ${turn}.pdf`, document);
}

/** A media box that starts left of and below zero, its corners given in the wrong order. */
export async function negativeOriginPdf(folder: string): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 600]);
  mark(page, 'negative', { x: -200, y: -300, width: 400, height: 600 });
  page.node.set(PDFName.of('MediaBox'), document.context.obj([200, 300, -200, -300]));
  return save(folder, 'negative origin.pdf', document);
}

/** Resources, media box and rotation stand in the page tree, not in the pages. */
export async function inheritedPdf(folder: string): Promise<string> {
  const document = await PDFDocument.load(readFileSync(await markedPdf(folder, 'inherited.pdf', 2)));
  const tree = document.catalog.Pages();
  for (const page of document.getPages()) {
    for (const key of ['Resources', 'MediaBox'].map((text) => PDFName.of(text))) {
      const value = page.node.get(key);
      if (value !== undefined && !tree.has(key)) tree.set(key, value);
      page.node.delete(key);
    }
  }
  tree.set(PDFName.of('Rotate'), PDFNumber.of(90));
  return save(folder, 'inherited.pdf', document, true);
}

/** Text fields and a ticked box; `bare` leaves the appearances to the viewer (NeedAppearances). */
export async function formPdf(folder: string, bare: boolean, turn = 0): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([...A4]);
  mark(page, 'form');
  page.setRotation(degrees(turn));
  const form = document.getForm();
  const field = form.createTextField('company.name');
  field.setText('FILLED IN BY HAND');
  field.addToPage(page, { x: 100, y: 300, width: 400, height: 60, textColor: rgb(0, 0.5, 0) });
  const box = form.createCheckBox('agree');
  box.addToPage(page, { x: 100, y: 200, width: 50, height: 50 });
  box.check();
  form.updateFieldAppearances(await document.embedFont(StandardFonts.HelveticaBold));
  if (bare) {
    form.acroForm.dict.set(PDFName.of('NeedAppearances'), document.context.obj(true));
    const font = document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica-Bold' });
    form.acroForm.dict.set(PDFName.of('DR'), document.context.obj({ Font: { Helv: font } }));
    for (const widget of field.acroField.getWidgets()) {
      widget.dict.delete(PDFName.of('AP'));
      widget.dict.set(PDFName.of('DA'), PDFString.of('0 0.5 0 rg /Helv 30 Tf'));
    }
  }
  const path = join(folder, `form ${bare ? 'bare' : 'drawn'} ${turn}.pdf`);
  writeFileSync(path, await document.save({ updateFieldAppearances: false }));
  return path;
}

/** A stamp with an appearance, a link to the web, one to page 2 and a script, on a turned page. */
export async function annotatedPdf(folder: string, turn: number): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([...A4]);
  mark(page, 'annotated');
  page.setRotation(degrees(turn));
  const second = document.addPage([...A4]);
  mark(second, 'second');
  const { context } = document;
  const seal = context.register(
    context.stream('0 0.6 0 rg 0 0 100 40 re f 1 0 1 rg 0 0 20 40 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 40],
    }),
  );
  const annotation = (entries: Readonly<Record<string, string | number | object>>) =>
    context.register(
      context.obj({ Type: 'Annot', F: 4, ...entries } as Parameters<typeof context.obj>[0] & {}),
    );
  const link = { Subtype: 'Link', Border: [0, 0, 0] };
  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      annotation({ Subtype: 'Stamp', Rect: [300, 300, 500, 380], AP: { N: seal }, P: page.ref }),
      annotation({
        ...link,
        Rect: [50, 50, 150, 80],
        A: { S: 'URI', URI: PDFString.of('https://example.com/') },
      }),
      annotation({ ...link, Rect: [50, 100, 150, 130], Dest: [second.ref, 'Fit'] }),
      annotation({
        ...link,
        Rect: [50, 150, 150, 180],
        A: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') },
      }),
      annotation({ Subtype: 'Popup', Rect: [0, 0, 300, 300] }),
    ]),
  );
  return save(folder, `annotated ${turn}.pdf`, document);
}

/** A red layer that is hidden covers half of the page; a green one is shown. */
export async function layeredPdf(folder: string): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([...A4]);
  mark(page, 'layers');
  const { context } = document;
  const hidden = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('hidden') }));
  const shown = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('shown') }));
  const resources = page.node.Resources();
  resources?.set(PDFName.of('Properties'), context.obj({ H: hidden, S: shown }));
  const drawing = context.stream(
    '/OC /H BDC 1 0 0 rg 0 0 595 420 re f EMC /OC /S BDC 0 0.6 0 rg 200 500 100 100 re f EMC',
  );
  page.node.addContentStream(context.register(drawing));
  document.catalog.set(
    PDFName.of('OCProperties'),
    context.obj({ OCGs: [hidden, shown], D: { ON: [shown], OFF: [hidden], Order: [hidden, shown] } }),
  );
  return save(folder, 'layers.pdf', document);
}

/** Contents that leave graphics states open, or close more than they opened. */
export async function unbalancedPdf(folder: string, contents: string, name: string): Promise<string> {
  const document = await PDFDocument.create();
  const page = document.addPage([...A4]);
  const stream = document.context.stream(contents);
  page.node.set(PDFName.of('Contents'), document.context.register(stream));
  return save(folder, name, document);
}

/** Locked by qpdf: with a password to open, or only with restrictions. */
export async function encryptedPdf(folder: string, userPassword: string): Promise<string> {
  const plain = await markedPdf(folder, 'to be locked.pdf', 2);
  const path = join(folder, userPassword === '' ? 'restricted.pdf' : 'locked.pdf');
  execFileSync('qpdf', ['--encrypt', userPassword, 'owner', '256', '--print=none', '--', plain, path]);
  return path;
}

/** Claims ten thousand million pages. */
export async function boastingPdf(folder: string): Promise<string> {
  const document = await PDFDocument.create();
  mark(document.addPage([...A4]), 'boasting');
  document.catalog.Pages().set(PDFName.of('Count'), PDFNumber.of(9_999_999_999));
  const path = await save(folder, 'boasting.pdf', document, true);
  const text = readFileSync(path, 'latin1').replace(/\/Count \d+/, '/Count 9999999999');
  writeFileSync(path, Buffer.from(text, 'latin1'));
  return path;
}

/** Its object stream unpacks to 600 MB: whoever unpacks it into memory hangs or dies. */
export async function bombPdf(folder: string): Promise<string> {
  const bomb = deflateSync(Buffer.alloc(600 << 20, 0x20), { level: 9 });
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R>>',
  ].map((text, index) => Buffer.from(`${index + 1} 0 obj\n${text}\nendobj\n`));
  const stream = (number: number, dict: string, contents: Buffer) => [
    Buffer.from(`${number} 0 obj\n<<${dict}/Length ${contents.length}>>\nstream\n`),
    contents,
    Buffer.from('\nendstream\nendobj\n'),
  ];
  const parts = [
    Buffer.from('%PDF-1.7\n'),
    ...objects,
    ...stream(4, '/Type/ObjStm/N 1/First 5/Filter/FlateDecode', bomb),
    ...stream(5, '', Buffer.from('1 0 0 rg 100 100 200 200 re f')),
    Buffer.from('trailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n'),
  ];
  return writeBytes(folder, 'bomb.pdf', Buffer.concat(parts));
}

/** Fifty pages, each drawn with a million strokes: minutes of work in a small file. */
export async function tediousPdf(folder: string): Promise<string> {
  const document = await PDFDocument.create();
  const strokes = deflateSync(Buffer.from('10 10 m 500 800 l S '.repeat(1_000_000)));
  const contents = document.context.register(document.context.stream(strokes, { Filter: 'FlateDecode' }));
  for (let page = 0; page < 50; page++) document.addPage([...A4]).node.set(PDFName.of('Contents'), contents);
  return save(folder, 'tedious.pdf', document);
}

export function writeBytes(folder: string, name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The typeset document: plain pages with numbers, a link and a named destination to a later page. */
export async function basePdf(pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const { context } = document;
  const sheets = Array.from({ length: pages }, (_, index) => {
    const page = document.addPage([...A4]);
    page.drawText(`BASE ${index}`, { x: 90, y: 700, size: 30 });
    return page;
  });
  const [first, last] = [sheets[0], sheets.at(-1)];
  if (first === undefined || last === undefined) throw new Error('no pages');
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [90, 690, 200, 730],
    A: { S: 'GoTo', D: PDFString.of('last') },
  });
  first.node.set(PDFName.of('Annots'), context.obj([context.register(link)]));
  const names = context.obj([PDFString.of('last'), context.obj([last.ref, 'XYZ', 90, 700, null])]);
  if (!(names instanceof PDFArray)) throw new Error('no array');
  document.catalog.set(PDFName.of('Names'), context.obj({ Dests: { Names: names } }));
  const structure = context.obj({ Type: 'StructTreeRoot', ParentTree: { Nums: [] } });
  if (structure instanceof PDFDict)
    document.catalog.set(PDFName.of('StructTreeRoot'), context.register(structure));
  first.node.set(PDFName.of('StructParents'), PDFNumber.of(0));
  return Uint8Array.from(await document.save());
}

/** The picture every image format is made from: red top left, blue bottom right. */
export function markedPicture(width = 600, height = 800): Buffer {
  const size = width / 5;
  return Buffer.from(
    `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>` +
      `<rect width="${size}" height="${size}" fill="#f00"/>` +
      `<rect x="${width - size}" y="${height - size}" width="${size}" height="${size}" fill="#00f"/></svg>`,
  );
}

/** What a camera writes: the pixels lie as `orientation` says, shown upright they are the marked picture. */
export async function exifJpeg(folder: string, orientation: number): Promise<string> {
  const path = join(folder, `exif ${orientation}.jpg`);
  let image = sharp(markedPicture());
  // The inverse of what a viewer does to show the picture upright.
  if (orientation === 2) image = image.flop();
  if (orientation === 3) image = image.rotate(180);
  if (orientation === 4) image = image.flip();
  if (orientation === 6) image = image.rotate(270);
  if (orientation === 8) image = image.rotate(90);
  if (orientation === 5 || orientation === 7) {
    const turned = await image
      .rotate(orientation === 5 ? 90 : 270)
      .png()
      .toBuffer();
    image = sharp(turned).flop();
  }
  await image.jpeg({ quality: 95 }).withMetadata({ orientation }).toFile(path);
  return path;
}
