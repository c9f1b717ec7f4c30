import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssembleOptions, assemble } from '../../../main/bundle/assemble/assemble.ts';
import type { AssembleFile, AssembleInput } from '../../../main/bundle/assemble/assembleInput.ts';
import type { AssembleResult } from '../../../main/bundle/assemble/assembleResult.ts';
import { inspectFile } from '../../../main/intake/inspectFiles.ts';
import {
  annotatedPdf,
  basePdf,
  boastingPdf,
  bombPdf,
  croppedPdf,
  encryptedPdf,
  exifJpeg,
  formPdf,
  inheritedPdf,
  layeredPdf,
  markedPdf,
  markedPicture,
  negativeOriginPdf,
  rotatedPdf,
  unbalancedPdf,
  writeBytes,
} from './nastyPdfs.ts';
import {
  isBlue,
  isDark,
  isGreen,
  isRed,
  printedNumber,
  qpdfCheck,
  qpdfJson,
  renderPage,
  textOf,
} from './secondEngine.ts';

const FRONT = 2;
const BODY = 5;
const require = createRequire(import.meta.url);
const fontPath = join(
  require.resolve('@expo-google-fonts/noto-serif-sc/package.json'),
  '../400Regular/NotoSerifSC_400Regular.ttf',
);
const folder = join(mkdtempSync(join(tmpdir(), 'chengce-assemble-')), '装订 测试');
mkdirSync(folder);
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

type Ok = Extract<AssembleResult, { ok: true }>;

const file = (path: string, extra: Partial<AssembleFile> = {}): AssembleFile => ({
  id: path,
  path,
  title: '附件',
  sniffedType: 'pdf',
  ...extra,
});

async function bundle(
  files: readonly AssembleFile[],
  extra: Partial<AssembleInput> = {},
  options: AssembleOptions = {},
): Promise<Ok> {
  const result = await assemble(
    {
      base: await basePdf(BODY + 1),
      bodyPages: BODY,
      frontPages: FRONT,
      groups: [{ id: 'g', title: '附件', startOnRight: true, files: [...files] }],
      outline: [],
      stamps: { fontPath },
      duplex: false,
      watermark: null,
      metadata: { title: '测试' },
      out: join(folder, 'out.pdf'),
      ...extra,
    },
    options,
  );
  if (!result.ok) throw new Error(result.problem.message);
  return result;
}

const pageOf = (result: Ok, id: string): number => {
  const page = result.files.find((one) => one.id === id)?.physicalFirst;
  if (page === undefined || page === null) throw new Error(`no page for ${id}`);
  return page;
};
const viaOf = (result: Ok, id: string) => result.files.find((one) => one.id === id)?.via;
const out = join(folder, 'out.pdf');

describe('pages of every shape', () => {
  let result: Ok;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    for (const turn of [0, 90, 180, 270]) paths[`rotated ${turn}`] = await rotatedPdf(folder, turn);
    for (const turn of [0, 90]) paths[`cropped ${turn}`] = await croppedPdf(folder, turn);
    paths.negative = await negativeOriginPdf(folder);
    paths.inherited = await inheritedPdf(folder);
    paths.landscape = await markedPdf(folder, 'landscape.pdf', 1, [841.89, 595.28]);
    paths.a3 = await markedPdf(folder, 'a3.pdf', 1, [841.89, 1190.55]);
    paths.tiny = await markedPdf(folder, 'tiny.pdf', 1, [90, 60]);
    paths.invoice = await markedPdf(folder, 'invoice.pdf', 1, [595, 397]);
    result = await bundle(Object.values(paths).map((path) => file(path)));
  });

  const corners = async (name: string) => {
    const page = await renderPage(out, pageOf(result, paths[name] ?? ''));
    const [red, blue] = [page.middle(isRed), page.middle(isBlue)];
    const side = (point: typeof red) =>
      point === undefined
        ? 'none'
        : `${point.y < 148.5 ? 'top' : 'bottom'} ${point.x < 105 ? 'left' : 'right'}`;
    return { page, red: side(red), blue: side(blue) };
  };

  it('copies all of them as they are and loses no page', () => {
    expect(result.files.map(({ via, problems }) => [via, problems])).toEqual(
      result.files.map(() => ['copy', []]),
    );
    expect(result.files.map((one) => one.pagesIn)).toEqual(result.files.map((one) => one.pagesOut));
    expect(result.draft).toBe(false);
    expect(qpdfCheck(out)).toContain('No syntax or stream encoding errors');
    expect(qpdfJson(out).pages).toHaveLength(result.pages);
  });

  it.each([
    ['rotated 0', 'top left', 'bottom right'],
    // Shown lying, red top right; laid with its top to the left it stands as it was drawn.
    ['rotated 90', 'top left', 'bottom right'],
    ['rotated 180', 'bottom right', 'top left'],
    ['rotated 270', 'bottom right', 'top left'],
    ['cropped 0', 'top left', 'bottom right'],
    ['negative', 'top left', 'bottom right'],
    ['inherited', 'top left', 'bottom right'],
    ['landscape', 'bottom left', 'top right'],
    ['a3', 'top left', 'bottom right'],
    ['invoice', 'top left', 'bottom right'],
  ])('%s: red lies %s, blue %s, on A4 portrait', async (name, red, blue) => {
    const found = await corners(name);
    expect([found.red, found.blue]).toEqual([red, blue]);
    expect(found.page.widthMm).toBeCloseTo(210, -0.5);
    expect(found.page.heightMm).toBeCloseTo(297, -0.5);
  });

  it('shows nothing of what lies outside the crop box', async () => {
    for (const name of ['cropped 0', 'cropped 90'])
      expect((await corners(name)).page.part(isDark)).toBeLessThan(0.02);
  });

  it('reduces large pages, keeps small ones and enlarges only tiny ones', async () => {
    const square = async (name: string) => ((await corners(name)).page.part(isRed) * 210 * 297) ** 0.5;
    expect(await square('a3')).toBeCloseTo((841.89 / 5 / 72) * 25.4 * 0.66, -0.5);
    expect(await square('invoice')).toBeCloseTo((397 / 5 / 72) * 25.4 * 0.933, -0.5);
    // A ticket of 32 x 21 mm is enlarged to 50 mm.
    expect(await square('tiny')).toBeCloseTo(((60 / 5 / 72) * 25.4 * 50) / 31.75, -0.5);
  });

  it('leaves the foot free for the number, odd right and even left', async () => {
    for (const { physicalFirst, firstPage } of result.files) {
      const page = physicalFirst ?? 0;
      const odd = (firstPage ?? 0) % 2 === 1;
      expect(printedNumber(out, page)).toBe(firstPage);
      const rendered = await renderPage(out, page, 100);
      const isInk = (xMm: number, yMm: number) => Math.max(...rendered.at(xMm, yMm)) < 190;
      const inFoot = Array.from({ length: 210 }, (_, x) => x).filter((x) =>
        Array.from({ length: 14 }, (_, row) => 285.4 + row * 0.4).some((y) => isInk(x, y)),
      );
      expect(inFoot.length).toBeGreaterThan(4);
      expect(inFoot.every((x) => (odd ? x > 155 && x < 181 : x > 29 && x < 55))).toBe(true);
      const above = Array.from({ length: 210 }, (_, x) => x).filter((x) => isInk(x, 283.5));
      expect(above).toEqual([]);
    }
  });
});

describe('annotations, forms and layers', () => {
  let result: Ok;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    for (const turn of [0, 90, 180, 270]) paths[`annotated ${turn}`] = await annotatedPdf(folder, turn);
    paths.form = await formPdf(folder, false);
    paths['form turned'] = await formPdf(folder, false, 90);
    paths['form bare'] = await formPdf(folder, true);
    paths.layers = await layeredPdf(folder);
    result = await bundle(Object.values(paths).map((path) => file(path)));
  });

  it('keeps stamps visible where they were, turned with their page', async () => {
    for (const turn of [0, 90, 180, 270]) {
      const path = paths[`annotated ${turn}`] ?? '';
      const [bound, source] = [await renderPage(out, pageOf(result, path)), await renderPage(path, 1)];
      expect(bound.part(isGreen) / source.part(isGreen)).toBeGreaterThan(0.8);
      const magenta = (r: number, g: number, b: number) => r > 180 && b > 180 && g < 90;
      const [green, end] = [bound.middle(isGreen), bound.middle(magenta)];
      // Rotated by 90 and 270 the page is laid again, so it stands as for 0 and 180.
      const inUserSpace = turn === 0 || turn === 90;
      expect((end?.x ?? 0) < (green?.x ?? 0)).toBe(inUserSpace);
      expect(viaOf(result, path)).toBe('copy');
    }
  });

  it('keeps links to the web and within the file, and no scripts', () => {
    const text = execFileSync('qpdf', ['--qdf', '--object-streams=disable', out, '-'], {
      encoding: 'latin1',
      maxBuffer: 64 << 20,
    });
    expect(text.match(/https:\/\/example\.com\//g)).toHaveLength(4);
    expect(text).not.toContain('JavaScript');
    expect(text).not.toContain('/Popup');
    expect(text).not.toContain('/AcroForm');
  });

  it('shows what is filled into a form, whoever drew it', async () => {
    for (const name of ['form', 'form turned', 'form bare']) {
      const page = pageOf(result, paths[name] ?? '');
      expect((await renderPage(out, page, 60)).part(isGreen)).toBeGreaterThan(0.002);
    }
    expect(viaOf(result, paths.form ?? '')).toBe('copy');
    expect(viaOf(result, paths['form bare'] ?? '')).toBe('pdfium');
  });

  it('keeps hidden layers hidden and the others shown', async () => {
    const page = await renderPage(out, pageOf(result, paths.layers ?? ''));
    expect(page.part(isRed)).toBeLessThan(0.05);
    expect(page.part(isGreen)).toBeGreaterThan(0.01);
    expect(viaOf(result, paths.layers ?? '')).toBe('copy');
  });
});

describe('files that cannot be bound as they are', () => {
  it('names each with its reason on a page, says so, and binds the others', async () => {
    const good = await markedPdf(folder, 'good.pdf', 2);
    const bad = {
      locked: await encryptedPdf(folder, 'secret'),
      truncated: writeBytes(folder, 'truncated.pdf', readFileSync(good).subarray(0, 700)),
      empty: writeBytes(folder, 'empty.pdf', ''),
      text: writeBytes(folder, 'really text.pdf', 'this is no PDF at all'),
      missing: join(folder, 'not there.pdf'),
    };
    const ofd = writeBytes(folder, 'x.ofd', 'PK');
    const result = await bundle([
      ...Object.entries(bad).map(([title, path]) => file(path, { title: `${title}.pdf`, plannedPages: 1 })),
      file(ofd, { sniffedType: 'ofd', plannedPages: 3 }),
      file(good),
    ]);
    expect(result.draft).toBe(true);
    for (const path of [...Object.values(bad), ofd]) {
      expect(viaOf(result, path)).toBe('placeholder');
      expect(result.files.find((one) => one.id === path)?.problems.length).toBeGreaterThan(0);
    }
    const locked = textOf(out, pageOf(result, bad.locked)).replace(/\s/g, '');
    expect(locked).toContain('此附件未能装订');
    expect(locked).toContain('locked.pdf');
    expect(locked).toContain('打开密码');
    // A placeholder fills the pages the printed contents reckon with.
    expect(result.files.find((one) => one.id === ofd)).toMatchObject({ pagesIn: 0, pagesOut: 3 });
    expect(viaOf(result, good)).toBe('copy');
    expect(textOf(out, pageOf(result, good))).toContain('good.pdf 1');
  });

  it('binds a file that is only restricted, and one that boasts of its pages, with the pages they have', async () => {
    const restricted = await encryptedPdf(folder, '');
    const boasting = await boastingPdf(folder);
    const result = await bundle([file(restricted), file(boasting)]);
    expect(result.files).toMatchObject([
      { via: 'pdfium', pagesIn: 2, pagesOut: 2 },
      { pagesIn: 1, pagesOut: 1 },
    ]);
    expect(result.draft).toBe(false);
  });

  it('prints stamps and watermark straight over contents that leave the graphics state in disorder', async () => {
    const open = await unbalancedPdf(
      folder,
      'q 0.1 0 0 0.1 300 300 cm q 0 0 1 rg 0 0 500 500 re f',
      'open.pdf',
    );
    const closed = await unbalancedPdf(folder, 'q 0 0 1 rg 100 100 50 50 re f Q Q Q Q Q', 'closed.pdf');
    const tricky = '% q q\n(q \\( q) pop 0 0 1 rg 100 100 50 50 re f BI /W 1 /H 1 /BPC 8 /CS /G ID q EI Q';
    const inline = await unbalancedPdf(folder, tricky.replace('(q \\( q) pop ', ''), 'inline.pdf');
    const result = await bundle([file(open), file(closed), file(inline)], { watermark: '草稿' });
    for (const path of [open, closed, inline]) {
      const page = await renderPage(out, pageOf(result, path));
      const pale = page.middle((r, g, b) => r === g && g === b && r > 200 && r < 245);
      expect(pale?.x).toBeCloseTo(105, -1.2);
      expect(pale?.y).toBeCloseTo(148, -1.2);
      expect(page.part(isBlue)).toBeGreaterThan(0.002);
    }
  });
});

describe('a file that hangs its reader or eats all memory', () => {
  it('is taken out of the way and goes down the ladder, and the others are bound', async () => {
    const [bomb, good] = [await bombPdf(folder), await markedPdf(folder, 'good.pdf', 2)];
    const result = await bundle([file(bomb), file(good)], {}, { idleMs: 4000 });
    expect(viaOf(result, bomb)).not.toBe('copy');
    expect(viaOf(result, good)).toBe('copy');
    const page = await renderPage(out, pageOf(result, bomb));
    expect(result.draft ? page.part(isDark) : page.part(isRed)).toBeGreaterThan(0.001);
  });
});

describe('pictures', () => {
  it('stand upright for every EXIF orientation, their bytes untouched', async () => {
    const paths = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => exifJpeg(folder, orientation)),
    );
    const result = await bundle(paths.map((path) => file(path, { sniffedType: 'jpeg' })));
    for (const path of paths) {
      const page = await renderPage(out, pageOf(result, path));
      const [red, blue] = [page.middle(isRed), page.middle(isBlue)];
      expect([path, (red?.x ?? 999) < 60 && (red?.y ?? 999) < 90]).toEqual([path, true]);
      expect((blue?.x ?? 0) > 140 && (blue?.y ?? 0) > 200).toBe(true);
      expect(readFileSync(out).includes(readFileSync(path))).toBe(true);
    }
  });

  it('of every format keep their colours; black and white takes one bit; every page of a TIFF is bound', async () => {
    const make = async (name: string, picture: Sharp) => {
      const path = join(folder, name);
      await picture.toFile(path);
      return path;
    };
    const picture = () => sharp(markedPicture()).flatten({ background: '#fff' });
    const cmyk = await make('cmyk.jpg', picture().toColourspace('cmyk').jpeg());
    const png = await make('alpha.png', sharp(markedPicture()).ensureAlpha(0.999).png());
    const webp = await make('photo.webp', picture().webp());
    const grey = picture().greyscale().threshold(250).toColourspace('b-w');
    const bits = await make('bits.png', grey.clone().png({ palette: true, colours: 2 }));
    const fax = await make(
      'fax.tif',
      grey.clone().tiff({ compression: 'ccittfax4', bitdepth: 1, predictor: 'none' }),
    );
    const tall = await sharp({ create: { width: 300, height: 1200, channels: 3, background: '#f00' } })
      .raw()
      .toBuffer();
    const raw = { width: 300, height: 1200, channels: 3 as const, pageHeight: 400 };
    const pages = await make('three pages.tif', sharp(tall, { raw }).tiff({ compression: 'lzw' }));
    const result = await bundle([
      file(cmyk, { sniffedType: 'jpeg' }),
      file(png, { sniffedType: 'png' }),
      file(webp, { sniffedType: 'webp' }),
      file(bits, { sniffedType: 'png' }),
      file(fax, { sniffedType: 'tiff' }),
      file(pages, { sniffedType: 'tiff' }),
    ]);
    expect(result.files.map(({ via, pagesOut }) => [via, pagesOut])).toEqual(
      [1, 1, 1, 1, 1, 3].map((n) => ['image', n]),
    );
    for (const path of [cmyk, png, webp]) {
      const page = await renderPage(out, pageOf(result, path));
      expect([path, page.part(isRed) > 0.02, page.part(isBlue) > 0.02]).toEqual([path, true, true]);
    }
    const black = await renderPage(out, pageOf(result, fax));
    expect(black.part(isDark)).toBeGreaterThan(0.04);
    expect(readFileSync(out, 'latin1').match(/\/BitsPerComponent 1\b/g)).toHaveLength(2);
  });

  it('that are cut off, no pictures, or far too large are named, never half bound', async () => {
    const whole = await exifJpeg(folder, 1);
    const cut = writeBytes(folder, 'cut.jpg', readFileSync(whole).subarray(0, 3000));
    const fake = writeBytes(folder, 'fake.png', 'no picture');
    const huge = Buffer.from(readFileSync(whole));
    const start = huge.indexOf(Buffer.from('ffc0', 'hex'));
    huge.writeUInt16BE(60000, start + 5);
    huge.writeUInt16BE(60000, start + 7);
    const bomb = writeBytes(folder, 'bomb.jpg', huge);
    const result = await bundle([
      file(cut, { sniffedType: 'jpeg' }),
      file(fake, { sniffedType: 'png' }),
      file(bomb, { sniffedType: 'jpeg' }),
    ]);
    expect(result.files.map((one) => [one.via, one.problems[0]?.code])).toEqual([
      ['placeholder', 'file-damaged'],
      ['placeholder', 'file-type-unsupported'],
      ['placeholder', 'picture-too-large'],
    ]);
  });

  it('that the intake refused give the reason it gave, on their page and in the result', async () => {
    const empty = writeBytes(folder, 'empty.pdf', '');
    const knownProblem = { code: 'file-empty', message: '文件为空（0 字节）', severity: 'error' } as const;
    const gone = join(folder, 'gone.pdf');
    const result = await bundle([
      file(empty, { sniffedType: 'unknown', knownProblem }),
      file(gone, { sniffedType: 'unknown', knownProblem }),
    ]);
    expect(result.files.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['file-empty'],
      ['file-missing'],
    ]);
    const [first, second] = [empty, gone].map((path) =>
      textOf(out, pageOf(result, path)).replace(/\s/gu, ''),
    );
    expect(first).toContain('文件为空');
    expect(first).not.toContain('此类型');
    expect(second).toContain('文件不存在');
  });

  it('are reduced to a resolution when asked', async () => {
    const path = join(folder, 'photo.jpg');
    const noise = Buffer.from(Array.from({ length: 3000 * 2000 }, (_, index) => (index * 7919) % 251));
    await sharp(noise, { raw: { width: 3000, height: 2000, channels: 1 } })
      .blur(2)
      .jpeg({ quality: 95 })
      .toFile(path);
    const full = await bundle([file(path, { sniffedType: 'jpeg' })]);
    const reduced = await bundle([file(path, { sniffedType: 'jpeg' })], { photoDpi: 150 });
    expect(reduced.bytes).toBeLessThan(full.bytes / 2);
  });
});

describe('the bundle as a whole', () => {
  let result: Ok;
  let [one, two, three] = ['', '', ''];

  beforeAll(async () => {
    [one, two, three] = [
      await markedPdf(folder, 'one.pdf', 3),
      await markedPdf(folder, 'two.pdf', 2),
      await markedPdf(folder, 'three.pdf', 4),
    ];
    result = await bundle([], {
      base: await basePdf(BODY + 2),
      duplex: true,
      groups: [
        {
          id: 'a',
          title: '甲',
          startOnRight: true,
          files: [file(one, { stamps: ['投资明细表第 12 行'] }), file(two)],
        },
        {
          id: 'b',
          title: '乙',
          startOnRight: true,
          files: [file(three, { omitPages: [2, 9], rotate: 180 })],
        },
      ],
      outline: [
        { title: '封面', level: 1, page: 0 },
        { title: '申报表', level: 1, page: FRONT },
        { title: '甲', level: 1, groupId: 'a' },
        { title: '文件一', level: 2, fileId: one },
        { title: '文件二', level: 2, fileId: two },
        { title: '乙', level: 1, groupId: 'b' },
        { title: '文件三', level: 2, fileId: three },
      ],
      metadata: {
        title: '建设方案 <示例>',
        author: '某公司',
        subject: '申报',
        keywords: ['5G', '工业互联网'],
      },
      watermark: '草稿',
    });
  });

  it('numbers pages through, with blank pages that count and bear no number', () => {
    // Five base pages, a blank one, divider 7 (number 5), three and two pages, divider 13.
    expect(result.groups).toEqual([
      { id: 'a', page: 5, physical: 7 },
      { id: 'b', page: 11, physical: 13 },
    ]);
    expect(result.files.map(({ id, firstPage, physicalFirst }) => [id, firstPage, physicalFirst])).toEqual([
      [one, 6, 8],
      [two, 9, 11],
      [three, 12, 14],
    ]);
    expect([result.pages, result.blankPages]).toEqual([16, 1]);
    expect(textOf(out, 6).replace(/[\s\f]|草稿/g, '')).toBe('');
    expect(printedNumber(out, 9)).toBe(7);
    expect(textOf(out, 8).replace(/\s/g, '')).toContain('投资明细表第12行');
  });

  it('leaves out the pages it was told to, turns the others, and counts both ways', async () => {
    expect(result.files[2]).toMatchObject({ pagesIn: 4, pagesOut: 3 });
    expect(textOf(out, 14)).toContain('three.pdf 1');
    expect(textOf(out, 15)).toContain('three.pdf 3');
    const page = await renderPage(out, 15);
    expect((page.middle(isRed)?.y ?? 0) > 200 && (page.middle(isRed)?.x ?? 0) > 105).toBe(true);
  });

  it('has bookmarks that lead to every section and file', () => {
    const ids = (pages: readonly unknown[]): string[] => pages.map((page) => JSON.stringify(page));
    const { outlines, pages } = qpdfJson(out);
    expect(ids(outlines).join()).toContain('文件三');
    const target = (title: string): number => {
      const find = (
        items: readonly { title?: string; destpageposfrom1?: number; kids?: [] }[],
      ): number | undefined => {
        for (const item of items) {
          const found = item.title === title ? item.destpageposfrom1 : find(item.kids ?? []);
          if (found !== undefined) return found;
        }
        return undefined;
      };
      return find(outlines) ?? -1;
    };
    expect(pages).toHaveLength(16);
    expect(['封面', '申报表', '甲', '文件一', '文件二', '乙', '文件三'].map(target)).toEqual([
      1, 3, 7, 8, 11, 13, 14,
    ]);
  });

  it('keeps links, named destinations and tags of the typeset document', () => {
    const text = execFileSync('qpdf', ['--qdf', '--object-streams=disable', out, '-'], {
      encoding: 'latin1',
      maxBuffer: 64 << 20,
    });
    expect(text).toContain('/StructTreeRoot');
    expect(text.match(/\/StructParents/g)).toHaveLength(1);
    const dests = execFileSync('pdfinfo', ['-dests', out], { encoding: 'utf8' });
    expect(dests).toMatch(/13\s+\[ XYZ[^\]]*\] +"last"/);
  });

  it('bears title, author and the draft mark on every page', async () => {
    const info = execFileSync('pdfinfo', [out], { encoding: 'utf8' });
    expect(info).toContain('建设方案 <示例>');
    expect(info).toContain('某公司');
    expect(info).toContain('5G; 工业互联网');
    for (let page = 1; page <= result.pages; page++)
      expect(textOf(out, page).replace(/\s/g, '')).toContain('草稿');
  });

  it('embeds its stamp font as a small subset', () => {
    const fonts = execFileSync('pdffonts', [out], { encoding: 'utf8' });
    const line = fonts.split('\n').find((row) => row.includes('StampSerif')) ?? '';
    expect(line).toMatch(/CID TrueType.+yes yes yes/);
    expect(result.bytes).toBeLessThan(200_000);
  });

  it('is written whole: its hash is right, nothing else is left in the folder, the same input gives the same bytes', async () => {
    const bytes = readFileSync(out);
    expect([result.bytes, result.sha256]).toEqual([
      bytes.length,
      createHash('sha256').update(bytes).digest('hex'),
    ]);
    expect(readdirSync(folder).filter((name) => name.includes('.partial'))).toEqual([]);
    const again = () => bundle([file(one)], { out: join(folder, 'again.pdf') });
    expect((await again()).sha256).toBe((await again()).sha256);
  });
});

describe('what cannot be written', () => {
  const refusal = async (extra: Partial<AssembleInput>) => {
    const result = await assemble({
      base: await basePdf(2),
      bodyPages: 2,
      frontPages: 1,
      groups: [],
      outline: [],
      stamps: { fontPath },
      duplex: false,
      watermark: null,
      metadata: { title: 'x' },
      out: join(folder, 'refused.pdf'),
      ...extra,
    });
    return result.ok ? 'ok' : result.problem.code;
  };

  it('is refused with a reason, and what stood at the target stays', async () => {
    writeFileSync(join(folder, 'refused.pdf'), 'old');
    expect(await refusal({ out: join(folder, 'no folder', 'x.pdf') })).toBe('folder-missing');
    expect(await refusal({ out: folder })).toBe('target-is-folder');
    expect(await refusal({ base: Buffer.from('no pdf') })).toBe('base-unusable');
    expect(await refusal({ bodyPages: 3 })).toBe('base-unusable');
    expect(await refusal({ stamps: { fontPath: join(folder, 'none.ttf') } })).toBe('font-missing');
    expect(readFileSync(join(folder, 'refused.pdf'), 'utf8')).toBe('old');
    expect(await refusal({})).toBe('ok');
  });

  it('stops when the user cancels', async () => {
    const controller = new AbortController();
    const path = await markedPdf(folder, 'many.pdf', 300);
    const running = assemble(
      {
        base: await basePdf(3),
        bodyPages: 2,
        frontPages: 0,
        groups: [{ id: 'g', title: 'g', startOnRight: false, files: [file(path)] }],
        outline: [],
        stamps: { fontPath },
        duplex: false,
        watermark: null,
        metadata: { title: 'x' },
        out: join(folder, 'cancelled.pdf'),
      },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    expect(await running).toMatchObject({ ok: false, problem: { code: 'process-cancelled' } });
    expect(readdirSync(folder)).not.toContain('cancelled.pdf');
  });
});

describe('what the intake says and what is bound', () => {
  it('agree about pages', async () => {
    const paths = [await inheritedPdf(folder), await layeredPdf(folder), await encryptedPdf(folder, '')];
    const result = await bundle(paths.map((path) => file(path)));
    for (const path of paths) {
      const found = result.files.find((one) => one.id === path);
      expect((await inspectFile(path)).pages).toBe(found?.pagesOut);
    }
  });
});
