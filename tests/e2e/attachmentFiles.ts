import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { degrees, PDFDocument, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { lockedPdf } from '../../scripts/samples/lockedPdf.ts';

const A4: [number, number] = [595.28, 841.89];

/** A PDF of A4 pages with a mark of its own; pages named in `blank` bear nothing. */
export async function makePdf(mark: number, pages = 1, blank: readonly number[] = []): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([...A4]);
    if (blank.includes(page)) continue;
    sheet.drawRectangle({
      x: 60,
      y: 60 + mark,
      width: 200 + page * 20,
      height: 80,
      color: rgb(0.1, 0.2, 0.4),
    });
    sheet.drawRectangle({ x: 60 + mark, y: 500, width: 60, height: 60, color: rgb(0, 0, 0) });
  }
  return document.save();
}

/** A PDF whose one page of words stands on its head. */
export async function makeUpsideDownPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const sheet = document.addPage([...A4]);
  sheet.setRotation(degrees(180));
  for (let line = 0; line < 8; line += 1)
    sheet.drawText('certificate of the company, registered and sealed', {
      x: 60,
      y: 700 - line * 20,
      size: 12,
    });
  return document.save();
}

/** A photograph of paper at 300 dpi, small enough to be made quickly. */
export async function makePng(mark: number): Promise<Uint8Array> {
  const shape = `<svg width="620" height="877"><rect width="100%" height="100%" fill="#fff"/><rect x="${40 + mark}" y="60" width="300" height="200" fill="#234"/></svg>`;
  return sharp(Buffer.from(shape)).withMetadata({ density: 300 }).png().toBuffer();
}

/** Files as people hand them over: `plain` good ones, and one of each kind of trouble, in a folder with an odd name. */
export async function makeHeap(plain: number) {
  const folder = await mkdtemp(path.join(os.tmpdir(), '附件 来自#同事 & 100% '));
  const put = async (name: string, bytes: Uint8Array | string): Promise<string> => {
    const file = path.join(folder, ...name.split('/'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    return file;
  };
  const files: string[] = [];
  for (let index = 1; index <= plain; index += 1) {
    const number = String(index).padStart(3, '0');
    files.push(
      index % 10 === 0
        ? await put(`照片 ${number}.png`, await makePng(index))
        : await put(`材料 ${number}.pdf`, await makePdf(index)),
    );
  }
  const locked = await put('加密的 文件.pdf', await lockedPdf('口令'));
  const broken = await put('损坏 #1.pdf', '%PDF-1.7\n到此为止');
  const disguised = await put('其实是图片.pdf', await makePng(300));
  const empty = await put('空的.pdf', '');
  const odd = await put('怪名 ‘引号’ %41 [括号] 😀 e\u0301.pdf', await makePdf(400));
  await put('证照/营业执照/正本.pdf', await makePdf(410, 2));
  await put('证照/财务报表/2019.pdf', await makePdf(420, 4, [2]));
  await put('证照/.DS_Store', 'litter');
  await put('证照/旧草稿.chengce', 'SQLite format 3\0');
  return { folder, files, locked, broken, disguised, empty, odd, tree: path.join(folder, '证照') };
}
