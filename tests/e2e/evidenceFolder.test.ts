import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invoice } from '../../shared/entities/invoice.ts';
import { invoiceIdentity } from '../../shared/entities/invoiceNumber.ts';
import type { InvoiceReading } from '../../shared/entities/invoiceReading.ts';
import { rowEvidence } from '../../shared/evidence/rowEvidence.ts';
import { sameFact } from '../../shared/evidence/sameFact.ts';
import type { CorpusFile } from '../fixtures/evidence/corpusFile.ts';
import type { StatedFields } from '../fixtures/evidence/invoiceTruth.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { EvidencePage } from './pages/EvidencePage.ts';
import { GridPage } from './pages/GridPage.ts';

/** What a finance department hands over at the end of a project: 300 files of every kind. */
const HANDED_OVER = {
  xml: 55,
  xbrl: 10,
  ofd: 55,
  'pdf-text': 90,
  'pdf-scan': 30,
  photo: 45,
  list: 8,
  ledger: 7,
} as const;
const FILES = Object.values(HANDED_OVER).reduce((sum, count) => sum + count, 0);

let folder: string;
let corpus: readonly CorpusFile[];
let program: OpenedProgram;
let evidence: EvidencePage;
let grid: GridPage;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '一年的发票 '));
  corpus = await makeCorpus(folder, { seed: 300, perKind: HANDED_OVER });
  program = await openDraft();
  evidence = new EvidencePage(program.page());
  grid = new GridPage(program.page(), program.app);
  await grid.open('发票');
}, 300_000);

afterAll(async () => {
  await program?.close();
  await rm(folder ?? '', { recursive: true, force: true });
});

/** Identities of the invoices that files of some formats tell. */
function told(...formats: readonly CorpusFile['format'][]): ReadonlySet<string> {
  const invoices = corpus.filter(({ format }) => formats.includes(format)).flatMap((file) => file.invoices);
  return new Set(invoices.flatMap(({ fields }) => identityOf(fields) ?? []));
}

function identityOf({ code = '', number = '' }: StatedFields): string | null {
  return invoiceIdentity({ code: String(code), number: String(number) });
}

/** Values that are presented as certain and are not what the invoice says. */
function wrongButCertain(
  invoices: readonly Invoice[],
  readings: readonly InvoiceReading[],
): readonly string[] {
  const truths = new Map(
    corpus
      .flatMap((file) => file.invoices)
      .map(({ fields, unjudged }) => [identityOf(fields), { fields, unjudged }]),
  );
  return invoices.flatMap((row) => {
    const truth = truths.get(invoiceIdentity(row) ?? '');
    if (truth === undefined) return [];
    const mine = readings.filter(({ invoice }) => invoice === row.id);
    return rowEvidence(row, mine).flatMap(({ field, value, confidence }) => {
      const right = truth.fields[field];
      if (confidence !== 'certain' || right === undefined || truth.unjudged.includes(field)) return [];
      return sameFact(field, value, right) ? [] : [`${row.number} ${field}: ${value}, not ${right}`];
    });
  });
}

describe('a folder of 300 mixed files', () => {
  it('is a table of invoices after one drop', async () => {
    expect(FILES).toBe(300);
    const begun = Date.now();
    const sheet = await evidence.drop(folder);
    console.log(`${FILES} files read into rows within ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    expect(await sheet.textContent()).toContain(`添加了 ${FILES} 份`);
    expect(await evidence.read()).toMatch(/读出 \d+ 张发票（新增 \d+ 行）/);
    await evidence.finishSheet();
  }, 300_000);

  it('is checked at once: sums, contradictions and what nobody looked at are told', async () => {
    await expect
      .poll(() => grid.sum('全部'), { timeout: 60_000 })
      .toMatch(/^\d{3,} 行 · 计入（含税） [\d,.]+ 元( · 另有 \d+ 行没有含税金额)?$/);
    const banner = grid.page.getByRole('region', { name: '待核对的发票' });
    expect(await banner.textContent()).toMatch(/\d+ 张发票读出来了/);
    await expect
      .poll(() => grid.page.getByRole('button', { name: /^警告 \d/ }).textContent(), { timeout: 60_000 })
      .not.toBe('警告 0');
  });

  it('is gone through at one page a key', async () => {
    await evidence.openQueue();
    const times: number[] = [];
    let seen = 0;
    for (let step = 0; step < 12; step += 1) {
      const begun = Date.now();
      await evidence.press('PageDown');
      if ((await evidence.queue().locator('[data-pages]').count()) === 0) continue;
      await grid.page.waitForFunction(() => {
        const picture = document.querySelector<HTMLImageElement>('dialog [data-pages] img');
        return picture?.complete === true && picture.naturalWidth > 0;
      });
      times.push(Date.now() - begun);
      seen += 1;
      // Somebody looks at it: meanwhile the next one is fetched.
      await grid.page.waitForTimeout(700);
    }
    const usual = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    console.log(`${seen} pages of the queue, each there after ${usual} ms usually`);
    expect(usual).toBeLessThan(2000);
    await evidence.press('Escape');
  });

  it('is all on the disk: every invoice of XML and OFD is a row, and nothing certain is wrong', async () => {
    await grid.saved();
    const { invoices, attachments, readings } = await program.stored();
    expect(attachments).toHaveLength(FILES);
    const rows = new Set(invoices.flatMap((row) => invoiceIdentity(row) ?? []));
    for (const identity of told('xml', 'xbrl', 'ofd')) expect(rows, identity).toContain(identity);
    const everything = told('xml', 'xbrl', 'ofd', 'pdf-text', 'pdf-scan', 'photo', 'list');
    const read = [...everything].filter((identity) => rows.has(identity)).length;
    console.log(`${read} of ${everything.size} invoices are rows, ${invoices.length} rows in all`);
    expect(read / everything.size).toBeGreaterThan(0.95);
    expect(wrongButCertain(invoices, readings)).toEqual([]);
    expect(readings.length).toBeGreaterThan(FILES - HANDED_OVER.ledger - HANDED_OVER.list);
  });
});
