/**
 * Benchmark: the preview of an application of at least 60 typeset pages after one word of its plan has changed,
 * against a full compile in a fresh compiler, turn by turn in one run. The refresh is all that main does: compose,
 * hand over to the process that typesets, PDF, back again. The full compile is given every advantage: fonts and
 * templates are loaded in a process that already runs, pictures are decoded. Aim: at most a third (medians).
 *   node tests/bench/preview.ts
 */
import { assetsFolder } from '../../main/assetsFolder.ts';
import { plannedGroups } from '../../main/bundle/export/plannedGroups.ts';
import { createPreviewer, type PreviewInput } from '../../main/bundle/preview/createPreviewer.ts';
import { createTypesetter } from '../../main/bundle/typeset/createTypesetter.ts';
import { typesetNumbered } from '../../main/bundle/typeset/typesetNumbered.ts';
import { compose } from '../../shared/documents/compose.ts';
import type { Application } from '../../shared/entities/application.ts';
import { RichDocument } from '../../shared/entities/richText.ts';
import { baseApplication } from '../calls/golden/baseApplication.ts';
import { firstCall } from '../calls/golden/firstCall.ts';

const ROUNDS = 7;
const LEAST_PAGES = 60;
/** Characters of one paragraph; no two are alike, so that nothing is remembered from another. */
const PARAGRAPH = 220;

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');
const items = call.outline.flatMap((chapter) => chapter.items);
const fontsDir = assetsFolder('fonts');
const WORDS = '建设数字化车间部署工业互联网平台采集设备数据优化生产工艺提升质量降低能耗实现协同管理';

function paragraphs(item: number, count: number, change: string): RichDocument {
  const text = (number: number): string =>
    Array.from(
      { length: PARAGRAPH },
      (_, at) => WORDS[(at * 7 + number * 13 + item * 29) % WORDS.length],
    ).join('');
  return RichDocument.parse({
    type: 'doc',
    content: Array.from({ length: count }, (_, number) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: `${number}、${text(number)}${number === 3 ? change : ''}。` }],
    })),
  });
}

/** The application with a long plan; `change` stands in the middle of it. */
function withPlan(count: number, change: string): Application {
  const middle = Math.floor(items.length / 2);
  const plan = Object.fromEntries(
    items.map(({ id }, index) => [id, paragraphs(index, count, index === middle ? change : '')]),
  );
  return { ...base, plan };
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function fresh(application: Application): number {
  return timed(() => {
    const document = compose(call, application, { draft: true });
    const typesetter = createTypesetter(fontsDir, assetsFolder('typst'));
    typesetNumbered(typesetter, document, plannedGroups(call, application), { assets: new Map() });
  });
}

const wish = (application: Application): PreviewInput => ({
  call,
  application,
  lendFiles: async () => ({ files: new Map(), giveBack: async () => undefined }),
});

let count = 1;
let pages = 0;
const previewer = createPreviewer(fontsDir);
try {
  const make = async (application: Application): Promise<number> => {
    const reply = await previewer.make(wish(application));
    if (!reply.ok) throw new Error(reply.problem.message);
    pages = reply.value.pages.filter(({ from }) => from === 'typeset').length;
    return reply.value.milliseconds;
  };
  while (pages < LEAST_PAGES) {
    count += 1;
    await make(withPlan(count, ''));
  }
  const refreshes: number[] = [];
  const full: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const changed = withPlan(count, `第${round}次`);
    full.push(fresh(changed));
    refreshes.push(await make(changed));
  }
  const [one, whole] = [median(refreshes), median(full)];
  console.log(
    `preview: refresh after a changed word ${one.toFixed(0)} ms, ${(one / whole).toFixed(2)} of a full compile in a ` +
      `fresh compiler (${whole.toFixed(0)} ms), ${pages} typeset pages; aim at most 0.33`,
  );
  if (one / whole > 1 / 3) process.exitCode = 1;
} finally {
  previewer.close();
}
