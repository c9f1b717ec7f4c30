import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { assemble } from '../../main/bundle/assemble/assemble.ts';
import type { AssembleInput } from '../../main/bundle/assemble/assembleInput.ts';
import { type BenchJob, bindingFixture } from './bindingFixture.ts';

// Benchmark (b): binding some 300 attachments with 1,800 pages against `qpdf --empty --pages`,
// which only merges. Time and memory of both in one run, on the same files, warm cache.
// Usage: node tests/bench/binding.ts [--guard]

function fontPath(): string {
  const asset = join(import.meta.dirname, '../../assets/fonts/NotoSerifSC-Regular.ttf');
  if (existsSync(asset)) return asset;
  const require = createRequire(import.meta.url);
  const folder = join(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'), '..');
  return join(folder, '400Regular', 'NotoSerifSC_400Regular.ttf');
}

function inputOf(job: BenchJob, guard: boolean): AssembleInput {
  const perGroup = Math.ceil(job.files.length / job.groups);
  const groups = Array.from({ length: job.groups }, (_, index) => ({
    id: `g${index}`,
    title: `附件 ${index + 1}`,
    startOnRight: true,
    files: job.files.slice(index * perGroup, (index + 1) * perGroup).map((file) => ({
      id: file.id,
      path: file.path,
      title: file.id,
      sniffedType: 'pdf' as const,
      stamps: [`投资明细表第 ${Number(file.id.slice(1)) + 1} 行`],
    })),
  }));
  return {
    base: job.basePath,
    bodyPages: job.basePages,
    frontPages: 2,
    groups,
    outline: [
      { title: '申报表', level: 1, page: 2 },
      ...groups.flatMap((group) => [
        { title: group.title, level: 1, groupId: group.id },
        ...group.files.map((file) => ({ title: file.title, level: 2, fileId: file.id })),
      ]),
    ],
    stamps: { fontPath: fontPath() },
    duplex: true,
    watermark: null,
    metadata: { title: '装订基准' },
    guard,
    out: join(job.folder, 'bound.pdf'),
  };
}

/** Largest resident memory of all processes below this one, in bytes, while `work` runs (Linux). */
async function peakOf<T>(work: () => Promise<T>): Promise<{ value: T; peak: number }> {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeRss(process.pid));
  }, 25);
  try {
    return { value: await work(), peak };
  } finally {
    clearInterval(timer);
  }
}

function treeRss(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
    const below = children === '' ? [] : children.split(' ');
    return below.reduce((sum, child) => sum + treeRss(Number(child)), pages * 4096);
  } catch {
    return 0;
  }
}

function qpdfMerge(job: BenchJob): number {
  const out = join(job.folder, 'qpdf.pdf');
  rmSync(out, { force: true });
  // What the round before left unwritten would slow down whoever comes next.
  spawnSync('sync');
  const args = ['--empty', '--pages', job.basePath, ...job.files.map((file) => file.path), '--', out];
  const start = performance.now();
  const done = spawnSync('qpdf', args, { stdio: 'ignore' });
  if (done.error !== undefined) throw new Error(`qpdf is not installed: ${done.error.message}`);
  if (done.status !== 0 && done.status !== 3) throw new Error(`qpdf ended with ${done.status}`);
  return (performance.now() - start) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
const seconds = (value: number): string => `${value.toFixed(1)} s`;

async function run(): Promise<void> {
  const job = await bindingFixture();
  const pages = job.files.reduce((sum, file) => sum + file.pages, 0);
  console.log(
    `binding: ${job.files.length} attachments, ${pages} pages, ${(job.bytes / 2 ** 20).toFixed(0)} MB`,
  );
  // One round each to warm the file cache, then the two in turn.
  qpdfMerge(job);
  const [ours, theirs, peaks]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < 3; round++) {
    theirs.push(qpdfMerge(job));
    rmSync(join(job.folder, 'bound.pdf'), { force: true });
    spawnSync('sync');
    const start = performance.now();
    const { value, peak } = await peakOf(() => assemble(inputOf(job, false)));
    ours.push((performance.now() - start) / 1000);
    peaks.push(peak);
    if (!value.ok) throw new Error(value.problem.message);
    if (value.files.some((file) => file.pagesIn !== file.pagesOut)) throw new Error('pages were lost');
  }
  const out = join(job.folder, 'bound.pdf');
  const size = statSync(out).size;
  const [mine, other] = [median(ours), median(theirs)];
  const ratio = (mine / other).toFixed(2);
  const memory = (median(peaks) / size).toFixed(2);
  console.log(
    `binding: ${ratio} of qpdf merge (${seconds(mine)} / ${seconds(other)}), peak ${memory} x output` +
      ` (${(median(peaks) / 2 ** 20).toFixed(0)} MB all processes, output ${(size / 2 ** 20).toFixed(0)} MB,` +
      ` ${((size / job.bytes - 1) * 100).toFixed(2)} % more than the input)`,
  );
  if (process.argv.includes('--guard')) {
    const start = performance.now();
    const { value, peak } = await peakOf(() => assemble(inputOf(job, true)));
    if (!value.ok) throw new Error(value.problem.message);
    const { rendered, identical, refused } = value.guard;
    console.log(
      `binding with guard: ${seconds((performance.now() - start) / 1000)}, ${rendered} pages compared as pictures, ` +
        `${identical} by their bytes, ${refused} files refused, peak ${(peak / 2 ** 20).toFixed(0)} MB`,
    );
  }
  const counted = execFileSync('qpdf', ['--show-npages', out], { encoding: 'utf8' }).trim();
  if (Number(counted) < pages) throw new Error(`qpdf counts ${counted} pages`);
}

await run();
