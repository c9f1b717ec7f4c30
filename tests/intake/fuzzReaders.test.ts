import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createReadingPool } from '../../main/intake/reading/createReadingPool.ts';
import { readWith } from '../../main/intake/reading/readWith.ts';
import { createRandom } from '../../scripts/samples/createRandom.ts';
import { FileReading } from '../../shared/entities/fileReading.ts';
import type { CorpusFormat } from '../fixtures/evidence/corpusFile.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import { mutate } from './mutate.ts';

/** `CHENGCE_FUZZ=20000 CHENGCE_FUZZ_SEED=7` reads more, and other, files; then there is no limit of time. */
const WANTED = Number(process.env.CHENGCE_FUZZ ?? '3000');
const SEED = process.env.CHENGCE_FUZZ_SEED ?? '1';
const MOST_MS = process.env.CHENGCE_FUZZ === undefined ? 60_000 : Number.POSITIVE_INFINITY;
const BATCH = 150;
/** A machine that is busy with other tests gets through so many at least. */
const FEWEST = 2000;

/** Of a hundred files, so many of each format: those that take long to read come seldom. */
const SHARES: readonly (readonly [format: CorpusFormat, share: number])[] = [
  ['xml', 20],
  ['xbrl', 14],
  ['ofd', 16],
  ['list', 16],
  ['ledger', 12],
  ['pdf-text', 19],
  ['pdf-scan', 1],
  ['photo', 2],
];

const folder = mkdtempSync(join(tmpdir(), '乱改 文件-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readers of invoices and ledgers', () => {
  it('answer thousands of spoilt files with a reading: none crashes, hangs or throws', {
    timeout: MOST_MS * 4,
  }, async () => {
    const corpus = await makeCorpus(join(folder, '原件'), { seed: 3, perKind: 3 });
    const samples = corpus.map(({ path, format }) => ({ format, path, bytes: readFileSync(path) }));
    const everyBytes = samples.map(({ bytes }) => bytes);
    const random = createRandom(SEED);
    const formats = SHARES.flatMap(([format, share]) => Array.from({ length: share }, () => format));
    const kept = join(folder, 'bad');
    mkdirSync(kept);
    const bad: string[] = [];
    const tally = new Map<string, number>();
    const started = Date.now();
    let done = 0;
    const pool = createReadingPool(WANTED);
    onTestFinished(() => pool.close());
    while (done < WANTED && (Date.now() - started < MOST_MS || done < FEWEST)) {
      const batch = Array.from({ length: BATCH }, (_, index) => {
        const format = random.pick(formats);
        const sample = random.pick(samples.filter((one) => one.format === format));
        const path = join(folder, `${done + index}`);
        writeFileSync(path, mutate(sample.bytes, everyBytes, random));
        return { path, format, from: sample.path };
      });
      const readings = await readWith(pool, batch, { idleMs: 15_000, totalMs: 60_000 });
      for (const [index, { path, format, from }] of batch.entries()) {
        const reading = readings[index];
        const failed = reading?.problems.find(({ code }) => /^(process-|reading-failed)/.test(code));
        const parsed = FileReading.safeParse(reading);
        if (failed !== undefined || !parsed.success) {
          bad.push(`${format} ${failed?.code ?? 'no reading'} ${path} from ${from}`);
          if (process.env.CHENGCE_FUZZ_KEEP !== undefined)
            writeFileSync(
              join(process.env.CHENGCE_FUZZ_KEEP, `${SEED}-${done + index}-${format}`),
              readFileSync(path),
            );
        }
        const told = reading?.invoices.length || reading?.ledger.length ? 'told' : 'silent';
        tally.set(`${format} ${told}`, (tally.get(`${format} ${told}`) ?? 0) + 1);
        rmSync(path);
      }
      done += BATCH;
    }
    if (process.env.CHENGCE_FUZZ !== undefined)
      console.log(done, Date.now() - started, 'ms', Object.fromEntries(tally));
    expect(bad).toEqual([]);
    expect(done).toBeGreaterThanOrEqual(Math.min(WANTED, FEWEST));
    // Spoilt too little or too much, the files would prove nothing.
    expect([...tally].filter(([key]) => key.endsWith('told')).length).toBeGreaterThan(3);
    expect([...tally].filter(([key]) => key.endsWith('silent')).length).toBeGreaterThan(3);
  });
});
