import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addBlob } from '../../main/store/blobs/addBlob.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import type { Draft } from '../../main/store/draft.ts';
import { drawnWidth, type PagePictures, renderPagePictures } from '../../main/tasks/renderPagePictures.ts';
import {
  encryptedPdf,
  exifJpeg,
  markedPdf,
  markedPicture,
  writeBytes,
} from '../bundle/assemble/nastyPdfs.ts';
import { must } from '../store/must.ts';
import { sampleApplication } from '../store/sampleApplication.ts';
import { testFolder } from '../store/testFolder.ts';

const A4: [number, number] = [595.28, 841.89];

type Desk = {
  readonly folder: string;
  readonly draft: Draft;
  readonly pictures: PagePictures;
  readonly keep: (path: string) => Promise<string>;
};

function desk(): Desk {
  const folder = testFolder();
  const draft = must(createDraft(join(folder, '草稿.chengce'), sampleApplication(1)));
  const pictures = renderPagePictures(draft);
  onTestFinished(async () => {
    await pictures.close();
    closeDraft(draft);
  });
  const keep = async (path: string): Promise<string> => {
    const kept = await addBlob(draft, path);
    if (!kept.ok) throw new Error(kept.problem.code);
    return kept.value.sha256;
  };
  return { folder, draft, pictures, keep };
}

async function sizeOf(pictures: PagePictures, sha256: string, page: number, width: number) {
  const drawn = await pictures.render(sha256, page, width);
  if (drawn?.ok !== true) throw new Error(`no picture: ${JSON.stringify(drawn)}`);
  const { format, width: wide, height } = await sharp(drawn.bytes).metadata();
  return { format, wide, height };
}

describe('pictures of pages', () => {
  it('draws the page of a PDF in the width asked for, rounded up to a step', async () => {
    const { folder, pictures, keep } = desk();
    const sha256 = await keep(await markedPdf(folder, '两页.pdf', 2, A4));
    expect(drawnWidth(150)).toBe(160);
    expect(drawnWidth(5000)).toBe(2400);
    expect(await sizeOf(pictures, sha256, 2, 150)).toEqual({ format: 'png', wide: 160, height: 226 });
    expect(await sizeOf(pictures, sha256, 1, 700)).toEqual({ format: 'jpeg', wide: 800, height: 1131 });
  });

  it('draws pictures of every kind upright, and never larger than they are', async () => {
    const { folder, pictures, keep } = desk();
    const lying = await exifJpeg(folder, 6);
    const upright = await sharp(lying).autoOrient().toBuffer({ resolveWithObject: true });
    const drawn = await sizeOf(pictures, await keep(lying), 1, 80);
    expect(drawn.height / drawn.wide).toBeCloseTo(upright.info.height / upright.info.width, 1);
    for (const type of ['png', 'webp', 'tiff'] as const) {
      const bytes = await sharp(markedPicture()).toFormat(type).toBuffer();
      const own = await sharp(bytes).metadata();
      const found = await sizeOf(pictures, await keep(writeBytes(folder, `图.${type}`, bytes)), 1, 2400);
      expect(found.wide).toBeLessThanOrEqual(own.width);
    }
  });

  it('says why a page has no picture', async () => {
    const { folder, pictures, keep } = desk();
    const ask = async (path: string, page = 1) => pictures.render(await keep(path), page, 160);
    expect(await ask(await encryptedPdf(folder, '口令'))).toEqual({ ok: false, why: 'encrypted' });
    expect(await ask(writeBytes(folder, '坏.pdf', '%PDF-1.4\n垃圾'))).toEqual({ ok: false, why: 'damaged' });
    expect(await ask(writeBytes(folder, '坏.png', '\x89PNG\r\n\x1a\n'))).toEqual({
      ok: false,
      why: 'no-pages',
    });
    expect(await ask(writeBytes(folder, '说明.txt', '说明'))).toEqual({ ok: false, why: 'no-pages' });
    const two = await markedPdf(folder, '两页.pdf', 2, A4);
    expect(await ask(two, 3)).toEqual({ ok: false, why: 'no-such-page' });
  });

  it('knows nothing of files that are not in the draft', async () => {
    const { pictures } = desk();
    expect(await pictures.render('0'.repeat(64), 1, 160)).toBeNull();
  });

  it('draws many pages at once, and leaves no file behind when it ends', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('chengce-pages-')).length;
    const { folder, pictures, keep } = desk();
    const sha256 = await keep(await markedPdf(folder, '四十页.pdf', 40, A4));
    const pages = Array.from({ length: 40 }, (_, index) => index + 1);
    const drawn = await Promise.all(pages.map((page) => pictures.render(sha256, page, 80)));
    expect(drawn.every((one) => one?.ok === true)).toBe(true);
    await pictures.close();
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('chengce-pages-'))).toHaveLength(before);
    expect(await pictures.render(sha256, 1, 80)).toBeNull();
    expect(readdirSync(join(folder)).length).toBeGreaterThan(0);
  });
});
