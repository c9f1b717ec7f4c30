import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { concatTransformationMatrix, degrees } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile, inspectFiles } from '../../main/intake/inspectFiles.ts';
import {
  boastingPdf,
  bombPdf,
  encryptedPdf,
  exifJpeg,
  formPdf,
  markedPdf,
  markedPicture,
  tediousPdf,
  writeBytes,
} from '../bundle/assemble/nastyPdfs.ts';

const root = mkdtempSync(join(tmpdir(), 'chengce-intake-'));
const folder = join(root, '附件 原件');
mkdirSync(folder);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const codes = async (path: string) => (await inspectFile(path)).problems.map(({ code }) => code);
const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, new TextEncoder().encode('<x/>')])));

describe('inspectFile', () => {
  it('knows a file by its content, whatever its name says', async () => {
    const picture = sharp(markedPicture());
    const contents: readonly (readonly [string, Uint8Array | string])[] = [
      ['jpeg', await picture.clone().flatten().jpeg().toBuffer()],
      ['png', await picture.clone().png().toBuffer()],
      ['webp', await picture.clone().webp().toBuffer()],
      ['tiff', await picture.clone().tiff().toBuffer()],
      ['ofd', zip('OFD.xml', 'Doc_0/Document.xml')],
      ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
      ['docx', zip('[Content_Types].xml', 'word/document.xml')],
      ['zip', zip('photo.jpg')],
      ['xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
      ['xml', '\ufeff<?xml version="1.0"?><发票/>'],
      ['text', '投资明细,金额\n设备,1000\n'],
      ['unknown', Buffer.from([1, 2, 3, 0, 255])],
    ];
    const paths = contents.map(([type, bytes]) => writeBytes(folder, `actually ${type}.pdf`, bytes));
    const found = await inspectFiles(paths);
    expect(found.map(({ sniffedType }) => sniffedType)).toEqual(contents.map(([type]) => type));
    expect(found.map(({ ok }) => ok)).toEqual(contents.map((_, index) => index < 4));
    for (const { ok, problems } of found) if (!ok) expect(problems[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('tells a name that says something else than the content, and leaves alone those it says nothing of', async () => {
    const jpeg = await sharp(markedPicture()).flatten().jpeg().toBuffer();
    const paths = ['扫描.pdf', '照片.JPEG', '没有结尾', '奇怪.jfif'].map((name) =>
      writeBytes(folder, name, jpeg),
    );
    const found = await inspectFiles(paths);
    expect(found.every(({ ok }) => ok)).toBe(true);
    expect(found.map(({ problems }) => problems.map(({ message }) => message))).toEqual([
      ['文件名以 .pdf 结尾，内容其实是 JPEG 图片；已按内容处理'],
      [],
      [],
      [],
    ]);
  });

  it('finds pages whose words stand on their heads as they are shown, however that came about', async () => {
    const words = 'words that stand on their heads';
    const onItsHead = { x: 500, y: 400, size: 12, rotate: degrees(180) };
    const path = await markedPdf(folder, 'turned.pdf', 8, [595.28, 841.89], (page, index) => {
      if (index === 1) for (let line = 0; line < 4; line++) page.drawText(words, onItsHead);
      if (index === 2) page.setRotation(degrees(180));
      if (index === 3) {
        // Written on its head, and turned back by the page.
        for (let line = 0; line < 4; line++) page.drawText(words, onItsHead);
        page.setRotation(degrees(180));
      }
      if (index === 4) page.setRotation(degrees(90));
      // Turned by the page's coordinates, not by the words.
      if (index === 5) {
        page.pushOperators(concatTransformationMatrix(-1, 0, 0, -1, 595, 841));
        for (let line = 0; line < 4; line++) page.drawText(words, { x: 90, y: 400, size: 12 });
      }
      // Written on its side, and turned by the page: upright one way, on its head the other.
      if (index === 6 || index === 7) {
        const rotate = degrees(index === 6 ? 90 : -90);
        for (let line = 0; line < 4; line++) page.drawText(words, { x: 300, y: 400, size: 12, rotate });
        page.setRotation(degrees(90));
      }
    });
    const { problems } = await inspectFile(path);
    expect(problems.map(({ code }) => code)).toEqual(['page-upside-down']);
    expect(problems[0]?.message).toContain('第 2、3、6、8 页');
  });

  it('counts and measures pages, finds blank and coloured ones, and hashes the bytes', async () => {
    const path = await markedPdf(folder, '四页.pdf', 4, [595.28, 841.89], (page, index) => {
      if (index === 2) page.node.normalizedEntries().Contents?.remove(0);
    });
    const found = await inspectFile(path);
    expect(found).toMatchObject({ ok: true, pages: 4, blankPages: [3], colourPages: 3, dpi: null });
    expect(found.pageSizesMm[0]).toEqual({ width: 210, height: 297 });
    expect(found.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(found.bytes).toBe(readFileSync(path).length);
    expect(found.problems.map(({ code }) => code)).toEqual(['page-blank']);
  });

  it('sees what is filled into a form, so that its page is not taken for blank', async () => {
    expect((await inspectFile(await formPdf(folder, true))).blankPages).toEqual([]);
  });

  it('reckons the resolution a picture will be printed with', async () => {
    const large = join(folder, 'a3 scan.jpg');
    const blank = { width: 3508, height: 4961, channels: 3 as const, background: '#888' };
    await sharp({ create: blank }).withMetadata({ density: 300 }).jpeg().toFile(large);
    const [scan, small] = await inspectFiles([large, await exifJpeg(folder, 6)]);
    // 300 dpi on A3 become 424 dpi on A4.
    expect(scan).toMatchObject({ dpi: 424, pages: 1, colourPages: 0, ok: true });
    // How fine a scan must be is a figure of the call, so a coarse one is only measured here.
    expect(small).toMatchObject({ dpi: 73, problems: [] });
    expect(small?.pageSizesMm[0]).toEqual({ width: 211.7, height: 282.2 });
  });

  it('names what is wrong with a file that cannot be bound', async () => {
    const good = await markedPdf(folder, 'good.pdf', 2);
    expect(await codes(join(folder, 'nowhere.pdf'))).toEqual(['file-missing']);
    expect(await codes(folder)).toEqual(['file-is-folder']);
    expect(await codes(writeBytes(folder, 'empty.pdf', ''))).toEqual(['file-empty']);
    expect(await codes(await encryptedPdf(folder, 'secret'))).toEqual(['file-encrypted']);
    expect(await codes(writeBytes(folder, 'half.pdf', readFileSync(good).subarray(0, 600)))).toEqual([
      'file-damaged',
    ]);
    const photo = readFileSync(await exifJpeg(folder, 1));
    expect(await codes(writeBytes(folder, 'half.jpg', photo.subarray(0, 2500)))).toEqual(['file-damaged']);
    const huge = Buffer.from(photo);
    const frame = huge.indexOf(Buffer.from('ffc0', 'hex'));
    huge.writeUInt32BE(0xea60ea60, frame + 5);
    expect(await codes(writeBytes(folder, 'huge.jpg', huge))).toEqual(['picture-too-large']);
    expect((await inspectFile(await encryptedPdf(folder, 'secret'))).encrypted).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe nobody writes to', async () => {
    const pipe = join(folder, 'pipe.pdf');
    execFileSync('mkfifo', [pipe]);
    const found = await inspectFile(pipe, { idleMs: 10_000 });
    expect(found).toMatchObject({ ok: false, pages: null, sha256: '', bytes: 0 });
    expect(found.problems.map(({ code, message }) => [code, message])).toEqual([
      ['file-type-unsupported', '这不是普通文件，无法读取'],
    ]);
  });

  it('refuses a file beyond 2 GB by its size, without reading it', async () => {
    const path = writeBytes(folder, 'beyond.pdf', '%PDF-1.7\n');
    const bytes = 2 ** 31 + 1;
    // Sparse: it takes no room on the disk.
    truncateSync(path, bytes);
    const found = await inspectFile(path);
    rmSync(path);
    expect(found).toMatchObject({ ok: false, bytes, sha256: '', sniffedType: 'unknown' });
    expect(found.problems.map(({ code, message }) => [code, message])).toEqual([
      ['file-too-large', '文件超过 2048 MB，无法处理'],
    ]);
  });

  it('does not believe a claim of ten thousand million pages', async () => {
    const found = await inspectFile(await boastingPdf(folder));
    expect(found.ok ? found.pages : found.problems[0]?.code).toBe(1);
  });

  it('opens a file that is only restricted and says so', async () => {
    const found = await inspectFile(await encryptedPdf(folder, ''));
    expect(found).toMatchObject({ ok: true, pages: 2, encrypted: true });
    expect(found.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['file-restricted', 'hint'],
    ]);
  });

  it('keeps order over many files, and one that must be killed costs only itself', async () => {
    const good = await Promise.all([1, 2, 3].map((pages) => markedPdf(folder, `${pages}.pdf`, pages)));
    const long = await tediousPdf(folder);
    const seen: string[] = [];
    const found = await inspectFiles([good[0] ?? '', long, good[1] ?? '', good[2] ?? ''], {
      totalMs: 12_000,
      onFile: ({ path }) => seen.push(path),
    });
    expect(found.map(({ pages }) => pages)).toEqual([1, null, 2, 3]);
    expect(found[1]).toMatchObject({ ok: false, sniffedType: 'pdf' });
    expect(found[1]?.problems[0]?.code).toBe('process-timeout');
    expect(found[1]?.sha256).toHaveLength(64);
    expect(seen).toHaveLength(4);
  });

  it('survives a decompression bomb', async () => {
    const found = await inspectFile(await bombPdf(folder));
    expect(found.sniffedType).toBe('pdf');
  });
});
