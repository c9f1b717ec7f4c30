import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { assetsFolder } from '../../main/assetsFolder.ts';
import { exportPackage } from '../../main/bundle/export/exportPackage.ts';
import { prove } from '../../main/bundle/proof/prove.ts';
import { inspectFile } from '../../main/intake/inspectFiles.ts';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { PackageManifest } from '../../shared/documents/packageManifest.ts';
import { renderPage, textOf } from '../bundle/assemble/secondEngine.ts';
import { pageWords, squeezed } from '../bundle/poppler.ts';
import { type TracedRow, tracedRows } from '../cli/tracedRows.ts';
import { applicationWith, attachment, call, invoice } from '../unit/documents/documentFixture.ts';

const SAMPLE_OFD = path.join(import.meta.dirname, '../fixtures/evidence/invoice-2020.ofd');
const BROKEN_OFD = 'PK\u0003\u0004 no OFD at all';
const OUTPUT = { pdf: '', folder: '' };

async function pdfOf(words: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const word of words) document.addPage([595, 397]).drawText(word, { x: 80, y: 200, size: 20, font });
  return document.save();
}

interface Given {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly more?: Record<string, unknown>;
}

describe('a package with evidence of every kind', { timeout: 60_000 }, () => {
  let manifest: PackageManifest;
  let rows: TracedRow[];
  const textAt = (page: number): string => squeezed(textOf(OUTPUT.pdf, page));

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '证据 导出-'));
    OUTPUT.folder = path.join(folder, '成品');
    const given: readonly Given[] = [
      {
        id: 'scan',
        name: '三张.pdf',
        bytes: await pdfOf(['first', 'goods', 'second', 'third']),
        more: { pages: 4 },
      },
      {
        id: 'ofd',
        name: '发票.ofd',
        bytes: await readFile(SAMPLE_OFD),
        more: { pages: 1, sniffedType: 'ofd' },
      },
      { id: 'photo', name: '同一张.pdf', bytes: await pdfOf(['again']), more: { pages: 1 } },
      {
        id: 'xml',
        name: '发票.xml',
        bytes: Buffer.from('<EInvoice/>'),
        more: { pages: 0, sniffedType: 'xml' },
      },
      {
        id: 'broken',
        name: '坏的.ofd',
        bytes: Buffer.from(BROKEN_OFD),
        more: { pages: null, sniffedType: 'ofd' },
      },
    ];
    const files = new Map<string, string>();
    const attachments = [];
    for (const [order, { id, name, bytes, more }] of given.entries()) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = path.join(folder, name);
      await writeFile(file, bytes);
      files.set(sha256, file);
      attachments.push(attachment(id, 'invoice-copies', { name, sha256, order, ...more }));
    }
    const application = applicationWith({
      attachments,
      invoices: [
        invoice(1, { copies: ['scan'] }),
        invoice(2, { copies: ['scan'] }),
        invoice(3, { copies: ['scan'] }),
        invoice(4, { copies: ['xml', 'ofd', 'photo'] }),
        invoice(5, { copies: ['xml'] }),
        invoice(6, { copies: ['broken'] }),
      ],
      readings: [1, 2, 3].map((number) => ({
        id: `reading-${number}`,
        attachment: 'scan',
        invoice: `invoice-${number}`,
        pages: [number === 1 ? 1 : number + 1],
      })),
    });
    const outcome = await exportPackage({
      call,
      application,
      report: evaluate(call, application),
      knownReasons: [],
      files,
      folder: OUTPUT.folder,
      fontsDir: assetsFolder('fonts'),
      now: new Date('2020-02-01T08:00:00Z'),
    });
    if (!outcome.ok) throw new Error(outcome.problem.message);
    manifest = outcome.manifest;
    OUTPUT.pdf = path.join(OUTPUT.folder, manifest.files.find(({ role }) => role === 'pdf')?.name ?? '');
    rows = tracedRows(await pageWords(await readFile(OUTPUT.pdf)));
    return () => rm(folder, { recursive: true, force: true });
  }, 120_000);

  const fileOf = (name: string) => {
    const found = manifest.attachments.find(({ file }) => file === name);
    if (found === undefined) throw new Error(`${name} is not bound`);
    return found;
  };

  it('stamps on each page the row that was read there, and no other', () => {
    const { physicalPage, pagesOut, pageRows } = fileOf('三张.pdf');
    expect(pageRows).toEqual([[1], [1], [2], [3]]);
    expect(pagesOut).toBe(4);
    for (const [index, row] of [1, 1, 2, 3].entries()) {
      const text = textAt((physicalPage ?? 0) + index);
      expect(text).toContain(`投资明细表第${row}行`);
      expect(text.match(/投资明细表第/g)).toHaveLength(1);
    }
  });

  it('prints in each row the very page that bears it, not the first of its file', () => {
    const first = fileOf('三张.pdf').firstPage ?? 0;
    const pages = new Map(rows.map(({ row, page }) => [row, page]));
    expect([1, 2, 3].map((row) => pages.get(row))).toEqual([first, first + 2, first + 3]);
    const { physicalPage = 0 } = fileOf('三张.pdf');
    expect(textAt((physicalPage ?? 0) + 3)).toContain('third');
  });

  it('binds an OFD as it is drawn, with number and row; every copy of an invoice bears its row', async () => {
    const ofd = fileOf('发票.ofd');
    expect(ofd).toMatchObject({ via: 'ofd', pagesIn: 1, pagesOut: 1, problems: [] });
    const text = textAt(ofd.physicalPage ?? 0);
    expect(text).toContain('投资明细表第4行');
    expect(text).toContain(`—${ofd.firstPage}—`);
    expect(text).toContain('电子普通发票');
    const seal = (await renderPage(OUTPUT.pdf, ofd.physicalPage ?? 0, 60)).part(
      (r, g, b) => r > 120 && g < 140 && b < 140 && r - g > 60,
    );
    expect(seal).toBeGreaterThan(0.001);
    expect(textAt(fileOf('同一张.pdf').physicalPage ?? 0)).toContain('投资明细表第4行');
    // Both copies are named in the row: the reader of words by their place finds the upper one.
    expect(rows.find(({ row }) => row === 4)?.page).toBe(ofd.firstPage);
  });

  it('says on its page that an OFD cannot be drawn, and is a draft for it', () => {
    const broken = fileOf('坏的.ofd');
    expect(broken.via).toBe('placeholder');
    expect(textAt(broken.physicalPage ?? 0)).toMatch(/此附件未能装订.*坏的/);
    expect(manifest.reasons.join('\n')).toContain('坏的.ofd');
  });

  it('leaves the XML out of the volume, names it, and is no draft because of it', () => {
    expect(manifest.attachments.map(({ file }) => file)).not.toContain('发票.xml');
    expect(manifest.originals.map(({ file }) => file)).toEqual(['发票.xml']);
    expect(manifest.reasons.join('\n')).not.toContain('发票.xml');
    expect(rows.find(({ row }) => row === 5)?.page).toBeNaN();
    const sheet = manifest.files.find(({ role }) => role === 'sheet')?.name ?? '';
    expect(squeezed(textOf(path.join(OUTPUT.folder, sheet)))).toContain('另有1份电子原件');
  });

  it('proves all of it, and again when it is verified', async () => {
    expect(manifest.proof.filter(({ ok }) => !ok)).toEqual([]);
    expect((await prove(OUTPUT.folder, manifest)).filter(({ ok }) => !ok)).toEqual([]);
    const wrong = {
      ...manifest,
      attachments: manifest.attachments.map((file) =>
        file.file === '三张.pdf' ? { ...file, pageRows: [[1], [1], [3], [2]] } : file,
      ),
    };
    const lines = (await prove(OUTPUT.folder, wrong)).filter(({ ok }) => !ok);
    expect(lines).toMatchObject([
      { what: '发票复印件行号', detail: expect.stringContaining('第 3 页没有印') },
    ]);
  });

  it('has pages as intake counted them', async () => {
    const looked = await inspectFile(SAMPLE_OFD);
    expect(looked.pages).toBe(fileOf('发票.ofd').pagesOut);
  });
});
