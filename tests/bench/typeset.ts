// Benchmark (a): form and plan of about 60 pages to PDF, against LibreOffice converting our own Word file of
// the same blocks, turn by turn in one run. Two figures for ours: in a running program, whose fonts are loaded
// (the text is new to it, nothing is remembered), and as a process of its own, start of Node and fonts
// included. Aim: at least 5 times faster.
//   node tests/bench/typeset.ts
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { typeset } from '../../main/bundle/typeset/typeset.ts';
import { writeWord } from '../../main/bundle/word/writeWord.ts';
import type { BundleDocument, PictureAsset } from '../../shared/documents/bundleDocument.ts';
import { fixtureDocument, fixturePictures } from '../bundle/typesetFixture.ts';

const ROUNDS = 3;
const REPEATS = 200;

function formAndPlan(): BundleDocument {
  const document = fixtureDocument({ duplex: false, invoices: 120, repeats: REPEATS });
  const sections = document.sections.filter(({ kind }) => kind === 'form' || kind === 'plan');
  return { ...document, sections, dividers: [] };
}

function timed(command: string, args: readonly string[]): { seconds: number; stdout: string } {
  const start = performance.now();
  const done = spawnSync(command, [...args], { encoding: 'utf8' });
  if (done.error !== undefined || done.status !== 0)
    throw new Error(`${command}: ${done.error?.message ?? done.stderr}`);
  return { seconds: (performance.now() - start) / 1000, stdout: done.stdout };
}

function pagesOf(pdf: string): number {
  return Number(/Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout)?.[1]);
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The child: reads the blocks, loads fonts, typesets once, writes the PDF, tells the seconds of the typesetting. */
async function once(folder: string): Promise<void> {
  const document: BundleDocument = JSON.parse(readFileSync(path.join(folder, 'blocks.json'), 'utf8'));
  const pictures: PictureAsset[] = JSON.parse(readFileSync(path.join(folder, 'pictures.json'), 'utf8'));
  const assets = new Map(
    pictures.map((each) => [
      each.sha256,
      { ...each, bytes: new Uint8Array(readFileSync(path.join(folder, each.sha256))) },
    ]),
  );
  const nothing = { assets: new Map(), pageNumbers: new Map() };
  await typeset({ ...document, sections: [] }, nothing);
  const start = performance.now();
  const { pdf } = await typeset(document, { assets, pageNumbers: new Map() });
  console.log((performance.now() - start) / 1000);
  writeFileSync(path.join(folder, 'ours.pdf'), pdf);
}

async function compare(folder: string): Promise<void> {
  const document = formAndPlan();
  const assets = await fixturePictures();
  writeFileSync(path.join(folder, 'blocks.json'), JSON.stringify(document));
  writeFileSync(
    path.join(folder, 'pictures.json'),
    JSON.stringify([...assets.values()].map((each) => ({ ...each, bytes: null }))),
  );
  for (const each of assets.values()) writeFileSync(path.join(folder, each.sha256), each.bytes);
  const { anchors } = await typeset(document, { assets, pageNumbers: new Map() });
  const word = path.join(folder, 'theirs.docx');
  writeFileSync(word, await writeWord(document, { assets, anchors, pageNumbers: new Map() }));
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const convert = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, word];
  // The first start of LibreOffice makes its profile: not its fault.
  timed('soffice', convert);
  const inside: number[] = [];
  const whole: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = timed(process.execPath, [import.meta.filename, '--once', folder]);
    inside.push(Number(ours.stdout));
    whole.push(ours.seconds);
    theirs.push(timed('soffice', convert).seconds);
  }
  const start = performance.now();
  await typeset(document, { assets, pageNumbers: new Map([['attachment.copy1', 99]]) });
  const again = (performance.now() - start) / 1000;
  const pages = [pagesOf(path.join(folder, 'ours.pdf')), pagesOf(path.join(folder, 'theirs.pdf'))];
  const [fast, cold, other] = [median(inside), median(whole), median(theirs)];
  console.log(
    `typeset: ${(other / fast).toFixed(1)} times faster than LibreOffice ` +
      `(${fast.toFixed(2)} s for ${pages[0]} pages / ${other.toFixed(2)} s for ${pages[1]} pages); ` +
      `${(other / cold).toFixed(1)} times as a process of its own (${cold.toFixed(2)} s); ` +
      `again with another page number ${again.toFixed(2)} s`,
  );
}

if (process.argv[2] === '--once') await once(process.argv[3] ?? '');
else {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengce-bench-'));
  try {
    await compare(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
