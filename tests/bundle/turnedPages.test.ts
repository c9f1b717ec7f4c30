import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPdf } from '../../main/bundle/proof/readPdf.ts';
import { readWord } from '../../main/bundle/proof/readWord.ts';
import type { Typeset } from '../../main/bundle/typeset/createTypesetter.ts';
import { typeset } from '../../main/bundle/typeset/typeset.ts';
import { writeWord } from '../../main/bundle/word/writeWord.ts';
import type { Block } from '../../shared/documents/block.ts';
import { heading, paragraph } from '../../shared/documents/blockBuilders.ts';
import type { BundleDocument } from '../../shared/documents/bundleDocument.ts';
import { ledgerSheets } from '../../shared/documents/ledgerSheets.ts';
import { LedgerProject } from '../../shared/entities/ledger.ts';
import { pageTexts, pageWords, squeezed } from './poppler.ts';

const VOUCHERS = 70;
const MM = 72 / 25.4;

const project = LedgerProject.parse({
  id: 'p',
  style: '2015',
  name: '示例研发',
  rows: Array.from({ length: VOUCHERS }, (_, at) => ({
    id: `r${at}`,
    date: '2019-03-05',
    voucherKind: '记',
    voucherNumber: `3-${1000 + at}`,
    summary: '领用研发材料及元器件一批',
    voucherFen: 98_765_432 + at,
    balanceFen: 100_000_000_000,
    balanceSide: '借',
    details: { materials: 98_765_432 + at },
  })),
});
const sheets = ledgerSheets(project, 'ledger.end');

function documentOf(blocks: readonly Block[], draft = false): BundleDocument {
  const section = { id: 'plan', kind: 'plan', startOnRight: true, numbered: true, blocks } as const;
  return {
    title: '横排',
    author: '',
    subject: '',
    keywords: [],
    draft,
    duplex: true,
    sections: [section],
    dividers: [],
    outline: [],
    printedValues: [],
    seals: [],
    spineText: '',
  };
}

const around = documentOf([
  heading(1, 'plan.before', '一、汇总'),
  { type: 'turned', sheets },
  heading(1, 'plan.after', '二、之后'),
  paragraph('body', '正文继续。'),
]);

async function set(document: BundleDocument): Promise<Typeset> {
  return typeset(document, { assets: new Map(), pageNumbers: new Map() });
}

describe('pages that lie on their side, in the PDF', () => {
  it('are A4 upright like all others, one for each sheet, and the text goes on after them', async () => {
    const result = await set(around);
    expect(result.pages).toBe(sheets.length + 2);
    expect(result.cutPages).toEqual([]);
    const pdf = await PDFDocument.load(result.pdf);
    for (const page of pdf.getPages()) {
      expect([Math.round(page.getWidth()), Math.round(page.getHeight())]).toEqual([595, 842]);
      expect(page.getRotation().angle).toBe(0);
    }
    expect(result.anchors.get('ledger.p.rows')?.printed).toBe(2);
    expect(result.anchors.get('ledger.end')?.printed).toBe(sheets.length + 1);
    expect(result.anchors.get('plan.after')?.printed).toBe(sheets.length + 2);
  });

  it('have their top at the left and keep inside the margins; their number stands upright in the foot', async () => {
    const words = await pageWords((await set(around)).pdf);
    for (const page of words.slice(1, sheets.length + 1)) {
      const foot = page.filter(({ top }) => top > (297 - 35) * MM);
      expect(squeezed(foot.map(({ text }) => text).join(''))).toMatch(/^—\d+—$/);
      for (const { text, left, right, top, bottom } of page) {
        if (foot.some((other) => other.text === text && other.top === top)) continue;
        expect([text, left > 25 * MM && right < 185 * MM, top > 36 * MM && bottom < 263 * MM]).toEqual([
          text,
          true,
          true,
        ]);
      }
      // 摘要 is read from the foot of the sheet to its head, left of the first voucher.
      const head = page.find(({ text }) => text.includes('摘要'));
      const voucher = page.find(({ text }) => /^3-1\d\d\d/.test(text));
      expect((head?.left ?? 999) < (voucher?.left ?? 0)).toBe(true);
      expect((head?.top ?? 999) < (voucher?.top ?? 0)).toBe(true);
    }
  });

  it('hold every voucher and every figure once', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '横排-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, '册.pdf');
    await writeFile(file, (await set(around)).pdf);
    const read = await readPdf(file);
    if (!read.ok) throw new Error(read.problem.message);
    const all = read.value.pages.map(({ text }) => text).join('\n');
    for (let at = 0; at < VOUCHERS; at += 1) expect(all.split(`3-${1000 + at}`)).toHaveLength(2);
    expect(all).toContain('987,654.32');
    expect(read.value.pages.map(({ printed }) => printed)).toEqual(
      Array.from({ length: sheets.length + 2 }, (_, page) => page + 1),
    );
  });

  it('leave no empty page behind when nothing follows, and none before when they come first', async () => {
    const result = await set(documentOf([{ type: 'turned', sheets }]));
    expect(result.pages).toBe(sheets.length);
    expect((await pageTexts(result.pdf)).every((text) => text.trim() !== '')).toBe(true);
    expect((await set(documentOf([{ type: 'turned', sheets: [] }]))).pages).toBe(1);
  });

  it('are set smaller where they would not fit, and cut off and told where that does not help', async () => {
    const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph('plain', '一行'));
    const fitted = await set(documentOf([{ type: 'turned', sheets: [lines(18)] }]));
    expect([fitted.pages, fitted.cutPages]).toEqual([1, []]);
    const cut = await set(documentOf([{ type: 'turned', sheets: [lines(60)] }]));
    expect([cut.pages, cut.cutPages]).toEqual([1, [1]]);
  });
});

describe('pages that lie on their side, in Word', () => {
  it('are sections in landscape between upright ones, with the figures of the PDF', async () => {
    const bytes = await writeWord(
      { ...around, draft: true },
      { assets: new Map(), anchors: new Map(), pageNumbers: new Map() },
    );
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const sizes = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size);
    expect(sizes).toHaveLength(3);
    expect(sizes[1]).toMatch(/w:w="16838".*w:h="11906".*w:orient="landscape"/);
    for (const size of [sizes[0], sizes[2]]) expect(size).toMatch(/w:w="11906".*w:h="16838"/);

    const folder = await mkdtemp(path.join(tmpdir(), '横排-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, '册.docx');
    await writeFile(file, bytes);
    const read = await readWord(file);
    if (!read.ok) throw new Error(read.problem.message);
    expect(read.word.sections.map(({ marks }) => marks)).toEqual([['草稿'], ['草稿'], ['草稿']]);
    expect(read.word.tables).toHaveLength(sheets.length);
    const rows = read.word.tables.flatMap((table) => table.rows);
    for (let at = 0; at < VOUCHERS; at += 1)
      expect(rows.filter((cells) => cells.includes(`3-${1000 + at}`))).toHaveLength(1);
  });
});
