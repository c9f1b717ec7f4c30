import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../main/intake/reading/readFiles.ts';
import type { CorpusFile, CorpusFormat } from '../fixtures/evidence/corpusFile.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import {
  type Miss,
  recallOf,
  type Score,
  type Scored,
  scoreReadings,
} from '../fixtures/evidence/scoreReadings.ts';

// Every layout of every format at least once; the benchmark reads more of them.
const FILES = { xml: 18, xbrl: 6, ofd: 26, 'pdf-text': 64, 'pdf-scan': 9, photo: 42, list: 13, ledger: 12 };
const PATIENCE_MS = 300_000;

/** What an invoice is known by, and whose it is. */
const KEY_FIELDS: readonly Scored[] = [
  'invoice',
  'number',
  'code',
  'issuedOn',
  'totalFen',
  'buyer.name',
  'buyer.taxId',
  'seller.name',
  'seller.taxId',
];
const QR_FIELDS: readonly Scored[] = [
  'invoice',
  'kind',
  'code',
  'number',
  'issuedOn',
  'netFen',
  'totalFen',
  'checkCode',
];

const root = mkdtempSync(path.join(tmpdir(), 'chengce-corpus-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the readers on a corpus of known truth', () => {
  let files: readonly CorpusFile[] = [];
  let score: Score = { tallies: new Map(), misses: [] };

  beforeAll(async () => {
    files = await makeCorpus(path.join(root, '票据 原件'), { seed: 2020, perKind: FILES });
    score = scoreReadings(files, await readFiles(files));
  }, PATIENCE_MS);

  const recall = (format: CorpusFormat, field: Scored): number =>
    recallOf(score.tallies.get(format)?.get(field));
  const missesOf = (formats: readonly CorpusFormat[], fields?: readonly Scored[]): Miss[] =>
    score.misses.filter(
      ({ format, field }) => formats.includes(format) && (fields === undefined || fields.includes(field)),
    );
  const shareBelow = (format: CorpusFormat, fields: readonly Scored[], least: number) =>
    fields
      .filter((field) => recall(format, field) < least)
      .map((field) => ({ field, recall: recall(format, field), misses: missesOf([format], [field]) }));

  it('reads number, date, total, buyer and seller of every 数电票 XML, XBRL and OFD', () => {
    expect(missesOf(['xml', 'xbrl', 'ofd'], KEY_FIELDS)).toEqual([]);
  });

  it('reads the lines of every invoice whose file has them as data', () => {
    expect(missesOf(['xml', 'xbrl', 'ofd'], ['lines'])).toEqual([]);
  });

  it('reads number, date, total, buyer and seller of 99 % of the PDFs with text', () => {
    expect(shareBelow('pdf-text', KEY_FIELDS, 0.99)).toEqual([]);
  });

  it('tells the pages of each invoice, continuation pages included', () => {
    expect(missesOf(['pdf-text', 'pdf-scan', 'ofd'], ['pages'])).toEqual([]);
  });

  it('reads the QR code of 95 % of the photographs and scans', () => {
    expect(shareBelow('photo', QR_FIELDS, 0.95)).toEqual([]);
    expect(shareBelow('pdf-scan', QR_FIELDS, 0.95)).toEqual([]);
  });

  it('presents no wrong value as certain', () => {
    expect(score.misses.filter(({ got, confidence }) => got !== null && confidence === 'certain')).toEqual(
      [],
    );
  });

  it('finds no invoice in what is none, and none twice', () => {
    expect(score.misses.filter(({ field, got }) => field === 'invoice' && got !== null)).toEqual([]);
  });

  it('reads every row of invoice lists, whoever made them', () => {
    expect(missesOf(['list'])).toEqual([]);
  });

  it('reads R&D ledgers of both styles cell by cell, and the rows of their 汇总表', () => {
    expect(missesOf(['ledger'])).toEqual([]);
  });
});

describe('the corpus', () => {
  it('is the same, byte for byte, whenever it is made from the same seed', async () => {
    const digestsOf = async (folder: string): Promise<string[]> => {
      const files = await makeCorpus(path.join(root, folder), { seed: 7, perKind: 2 });
      return files.map(
        (file) =>
          `${path.basename(file.path)} ${createHash('sha256').update(readFileSync(file.path)).digest('hex')}`,
      );
    };
    expect(await digestsOf('second')).toEqual(await digestsOf('first'));
  });

  it('is another one from another seed', async () => {
    const numbersOf = async (seed: number): Promise<unknown[]> =>
      (await makeCorpus(path.join(root, `seed-${seed}`), { seed, perKind: { xml: 3 } })).map(
        ({ invoices }) => invoices[0]?.fields.number,
      );
    expect(await numbersOf(1)).not.toEqual(await numbersOf(2));
  });
});
