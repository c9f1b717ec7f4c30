import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';

/** One attachment of the big job. */
export type BenchFile = { readonly id: string; readonly path: string; readonly pages: number };
export type BenchJob = {
  readonly folder: string;
  readonly basePath: string;
  readonly basePages: number;
  readonly groups: number;
  readonly files: readonly BenchFile[];
  readonly bytes: number;
};

const VERSION = 5;
const FILES = 300;
const SCANS = 40;
const GROUPS = 6;
const BODY_PAGES = 60;
const [WIDTH, HEIGHT] = [1654, 2339];

/**
 * Builds about 300 attachments with 1,800 pages, 1,000 of them scans of 200 dpi, once; the
 * same numbers always give the same files. Every scanned page carries bytes of its own, as
 * real scans do, so that nothing can be shared.
 */
export async function bindingFixture(): Promise<BenchJob> {
  const folder = join(tmpdir(), `chengce-bench-binding-${VERSION}`);
  const list = join(folder, 'job.json');
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8'));
  const building = `${folder}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const random = createRandom(20200);
  const scans = await makeScans(random);
  const files: BenchFile[] = [];
  for (let index = 0; index < FILES; index++) {
    const name = `attachment-${String(index).padStart(3, '0')}.pdf`;
    const scanned = index % 2 === 0;
    const pages = scanned ? 4 + ((index / 2) % 6) : 3 + (index % 6);
    const bytes = scanned ? await scannedFile(pages, scans, random) : await textFile(pages, index);
    writeFileSync(join(building, name), bytes);
    files.push({ id: `f${index}`, path: join(folder, name), pages });
  }
  writeFileSync(join(building, 'base.pdf'), await textFile(BODY_PAGES + GROUPS, 9999));
  const bytes = files.reduce(
    (sum, file) => sum + statSync(join(building, file.path.slice(folder.length))).size,
    0,
  );
  const job: BenchJob = {
    folder,
    basePath: join(folder, 'base.pdf'),
    basePages: BODY_PAGES,
    groups: GROUPS,
    files,
    bytes,
  };
  writeFileSync(join(building, 'job.json'), JSON.stringify(job));
  renameSync(building, folder);
  return job;
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function makeScans(random: () => number): Promise<Buffer[]> {
  const scans: Buffer[] = [];
  for (let index = 0; index < SCANS; index++) {
    const paper = Buffer.alloc(WIDTH * HEIGHT);
    for (let at = 0; at < paper.length; at++) paper[at] = 240 + random() * 9;
    const lines = Array.from({ length: 42 }, (_, line) => {
      const text = createHash('sha256').update(`${index}/${line}`).digest('hex');
      return `<text x="160" y="${220 + line * 47}" font-size="34">${text}</text>`;
    });
    const text = `<svg width="${WIDTH}" height="${HEIGHT}"><g font-family="serif">${lines.join('')}</g></svg>`;
    const raw = { width: WIDTH, height: HEIGHT, channels: 1 as const };
    const page = sharp(paper, { raw })
      .toColourspace('srgb')
      .composite([{ input: Buffer.from(text) }]);
    scans.push(await page.jpeg({ quality: 62 }).toBuffer());
  }
  return scans;
}

async function scannedFile(
  pages: number,
  scans: readonly Buffer[],
  random: () => number,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < pages; page++) {
    const scan = scans[Math.floor(random() * scans.length)];
    if (scan === undefined) throw new Error('no scan');
    const image = await document.embedJpg(withComment(scan, String(random())));
    const sheet = document.addPage([595.28, 841.89]);
    sheet.drawImage(image, { x: 0, y: 0, width: 595.28, height: 841.89 });
  }
  return document.save({ useObjectStreams: false });
}

/** A comment segment after the start marker makes the bytes unique and changes no pixel. */
function withComment(jpeg: Buffer, comment: string): Uint8Array {
  const text = Buffer.from(comment, 'latin1');
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

async function textFile(pages: number, seed: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font: PDFFont = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < pages; page++) {
    const sheet = document.addPage([595.28, 841.89]);
    for (let line = 0; line < 45; line++) {
      const text = createHash('sha256').update(`${seed}/${page}/${line}`).digest('hex');
      sheet.drawText(text, { x: 60, y: 780 - line * 16, size: 11, font });
    }
  }
  return document.save({ useObjectStreams: seed % 4 === 1 });
}
