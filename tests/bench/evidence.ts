import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { XMLParser } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { readContent } from '../../main/intake/reading/readContent.ts';
import { readFiles } from '../../main/intake/reading/readFiles.ts';
import { CORPUS_FORMATS, type CorpusFile, type CorpusFormat } from '../fixtures/evidence/corpusFile.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import { recallOf, type Score, type Scored, scoreReadings } from '../fixtures/evidence/scoreReadings.ts';

// Benchmark (e): what the readers of invoices and ledgers make of a generated corpus of known truth, field by field
// and format by format, and how fast. References in the same run, on the same files, each in one process in turn with
// ours: `pdftotext` of each PDF with text (aim: at most 1.5 times its time), and plain unzipping and parsing of XML
// and OFD (aim: over 200 files a second of ours).
// Usage: node tests/bench/evidence.ts [seed] [format …]

const FILES: Readonly<Record<CorpusFormat, number>> = {
  xml: 240,
  xbrl: 60,
  ofd: 240,
  'pdf-text': 130,
  'pdf-scan': 27,
  photo: 63,
  list: 39,
  ledger: 36,
};
const ROUNDS = 3;
const LEAST_A_SECOND = 200;
const MOST_OF_PDFTOTEXT = 1.5;

const KEY_FIELDS: readonly Scored[] = ['number', 'issuedOn', 'totalFen', 'buyer.name', 'seller.name'];
/** A picture tells what its QR code tells, a table what it has columns for: all of that counts. */
const ALL_COUNTS: readonly CorpusFormat[] = ['pdf-scan', 'photo', 'list', 'ledger'];
/** Least share of each field that counts which must be read right. */
const LEAST: Readonly<Record<CorpusFormat, number>> = {
  xml: 1,
  xbrl: 1,
  ofd: 1,
  'pdf-text': 0.99,
  'pdf-scan': 0.95,
  photo: 0.95,
  list: 1,
  ledger: 1,
};

const run = promisify(execFile);
const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;

function printRecall(score: Score): boolean {
  let met = true;
  for (const format of CORPUS_FORMATS) {
    const tallies = score.tallies.get(format);
    if (tallies === undefined) continue;
    for (const [field, tally] of tallies) {
      const { right, missing, wrong, wrongCertain } = tally;
      const recall = recallOf(tally);
      const counts = ALL_COUNTS.includes(format) || KEY_FIELDS.includes(field);
      const short = counts && recall < LEAST[format];
      if (short || wrongCertain > 0) met = false;
      console.log(
        `${format.padEnd(9)} ${field.padEnd(19)} ${percent(recall)} of ${String(right + missing + wrong).padStart(4)}` +
          `, ${missing} missing, ${wrong} wrong, ${wrongCertain} of them certain${short ? `  (aim ${percent(LEAST[format]).trim()})` : ''}`,
      );
    }
  }
  const invented = score.misses.filter(({ field, got }) => field === 'invoice' && got !== null);
  console.log(`invoices found where there is none: ${invented.length} (aim 0)`);
  if (score.misses.length > 0) console.log(`${score.misses.length} misses, the first of them:`);
  for (const { file, layout, field, expected, got } of score.misses.slice(0, 20))
    console.log(`  ${basename(file)} (${layout}): ${field} is ${expected}, read as ${got ?? 'nothing'}`);
  return met && invented.length === 0;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Seconds for all files in turn, in this process: what a file costs once its reader is loaded. */
function ours(files: readonly CorpusFile[]): Promise<number> {
  return seconds(async () => {
    for (const { path } of files) await readContent({ path, mappings: [] }, () => undefined);
  });
}

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, processEntities: false });

function plainRead(files: readonly CorpusFile[]): Promise<number> {
  return seconds(async () => {
    for (const { path, format } of files) {
      const bytes = await readFile(path);
      if (format !== 'ofd') parser.parse(bytes.toString('utf8'));
      else
        for (const [name, part] of Object.entries(unzipSync(bytes)))
          if (name.endsWith('.xml')) parser.parse(Buffer.from(part).toString('utf8'));
    }
  });
}

function pdfToText(files: readonly CorpusFile[]): Promise<number> {
  return seconds(async () => {
    for (const { path } of files) await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 64 * 2 ** 20 });
  });
}

/** Both in turn after a round to warm up; the medians, in seconds. */
async function against(
  files: readonly CorpusFile[],
  reference: (files: readonly CorpusFile[]) => Promise<number>,
): Promise<{ readonly mine: number; readonly other: number }> {
  await ours(files.slice(0, 20));
  await reference(files.slice(0, 20));
  const [mine, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    other.push(await reference(files));
    mine.push(await ours(files));
  }
  return { mine: median(mine), other: median(other) };
}

async function asFastAsPdfToText(files: readonly CorpusFile[]): Promise<boolean> {
  const texts = files.filter((file) => file.format === 'pdf-text');
  const { mine, other } = await against(texts, pdfToText);
  const each = (value: number): string => `${((value / texts.length) * 1000).toFixed(1)} ms`;
  console.log(
    `pdf-text: ${(mine / other).toFixed(2)} of pdftotext a file (${each(mine)} / ${each(other)}; aim at most ${MOST_OF_PDFTOTEXT})`,
  );
  return mine / other <= MOST_OF_PDFTOTEXT;
}

async function bench(): Promise<void> {
  const [seed = '4', ...names] = process.argv.slice(2);
  const formats = CORPUS_FORMATS.filter((format) => names.length === 0 || names.includes(format));
  const folder = await mkdtemp(join(tmpdir(), 'chengce-bench-evidence-'));
  try {
    const perKind = Object.fromEntries(formats.map((format) => [format, FILES[format]]));
    const files = await makeCorpus(folder, { seed: Number(seed), perKind });
    const readings = new Map<string, Awaited<ReturnType<typeof readFiles>>[number]>();
    const rates: string[] = [];
    for (const format of formats) {
      const some = files.filter((file) => file.format === format);
      const start = performance.now();
      (await readFiles(some)).forEach((reading, index) => {
        readings.set(some[index]?.path ?? '', reading);
      });
      const rate = some.length / ((performance.now() - start) / 1000);
      rates.push(
        `${format.padEnd(9)} ${rate.toFixed(0).padStart(5)} files a second (${some.length} files, child processes, their start counted)`,
      );
    }
    const score = scoreReadings(
      files,
      files.flatMap((file) => readings.get(file.path) ?? []),
    );
    let met = printRecall(score);
    console.log(rates.join('\n'));
    for (const format of ['xml', 'ofd'] as const) {
      const some = files.filter((file) => file.format === format);
      if (some.length === 0) continue;
      const { mine, other } = await against(some, plainRead);
      if (some.length / mine < LEAST_A_SECOND) met = false;
      console.log(
        `${format}: ${(some.length / mine).toFixed(0)} files a second in one process (aim over ${LEAST_A_SECOND}), ` +
          `${(mine / other).toFixed(2)} of plain ${format === 'ofd' ? 'unzipping and ' : ''}parsing (${(some.length / other).toFixed(0)} a second)`,
      );
    }
    if (formats.includes('pdf-text') && !(await asFastAsPdfToText(files))) met = false;
    if (!met) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await bench();
