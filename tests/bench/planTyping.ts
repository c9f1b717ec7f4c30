// Benchmark: typing in the plan editor of a long item (about 60 pages: 43,000 characters, tables, facts) in the real
// window, keydown to the paint after it, against an empty <textarea> of the same page, turn by turn in one run.
// Aim: 95 % of the keys under 50 ms.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron as electron, type Page } from 'playwright';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { makeDraft } from '../../main/tasks/makeDraft.ts';
import { appFolder } from '../../scripts/setup/appFolder.ts';
import { electronArguments, electronEnvironment, findElectron } from '../../scripts/setup/electron.ts';
import { ensureBuild } from '../../scripts/setup/ensureBuild.ts';
import { ensureDisplay } from '../../scripts/setup/virtualDisplay.ts';
import { Application } from '../../shared/entities/application.ts';
import type { RichBlock, RichInline } from '../../shared/entities/richText.ts';

const ROUNDS = 4;
const KEYS_PER_ROUND = 60;
/** A quick typist: about 12 keys a second. */
const KEY_MS = 80;
const PARAGRAPHS = 240;
const SENTENCE = '本项目围绕车间网络、设备数据采集、质量追溯和物流协同，建设统一的数据平台，';

const text = (words: string): RichInline => ({ type: 'text', text: words, marks: [] });
const paragraph = (...content: RichInline[]): RichBlock => ({
  type: 'paragraph',
  attrs: { textAlign: null },
  content,
});

function longItem(field: string): RichBlock[] {
  return Array.from({ length: PARAGRAPHS }, (_, index): RichBlock => {
    if (index % 24 === 5) {
      const cell = (words: string) => ({
        type: 'tableCell' as const,
        attrs: { colspan: 1, rowspan: 1 },
        content: [paragraph(text(words))],
      });
      const row = { type: 'tableRow' as const, content: [cell('设备'), cell('数量'), cell('说明')] };
      return { type: 'table', content: Array.from({ length: 8 }, () => row) };
    }
    const fact: RichInline = { type: 'fact', attrs: { field }, marks: [] };
    return paragraph(
      text(`第${index + 1}段。${SENTENCE.repeat(5)}`),
      ...(index % 6 === 0 ? [fact] : []),
      text('。'),
    );
  });
}

/** Milliseconds from each key to the paint after it, while `KEYS_PER_ROUND` keys go to what has the focus. */
async function typed(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(globalThis, 'typedTimes', times);
    const listen = (event: KeyboardEvent): void => {
      const begun = event.timeStamp;
      requestAnimationFrame(() => {
        // What is posted in a frame is delivered when the frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - begun);
        port2.postMessage(null);
      });
    };
    window.addEventListener('keydown', listen, { capture: true });
    Reflect.set(globalThis, 'typedEnd', () =>
      window.removeEventListener('keydown', listen, { capture: true }),
    );
  });
  await page.keyboard.type('abcdefghij'.repeat(KEYS_PER_ROUND / 10), { delay: KEY_MS });
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    (Reflect.get(globalThis, 'typedEnd') as () => void)();
    return Reflect.get(globalThis, 'typedTimes') as number[];
  });
}

function part(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function measure(page: Page): Promise<{ readonly plan: number[]; readonly bare: number[] }> {
  await page.getByRole('navigation').getByRole('button', { name: '建设方案' }).first().click();
  await page.getByRole('navigation', { name: '方案提纲' }).getByRole('button', { name: '企业情况' }).click();
  const editor = page.locator('main .ProseMirror');
  await editor.waitFor();
  await page.evaluate(() => {
    const input = document.createElement('textarea');
    input.id = 'bare';
    input.style.cssText = 'position:fixed;left:0;bottom:0;width:300px;height:60px;z-index:99999';
    document.body.append(input);
  });
  const [plan, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.locator('#bare').fill('');
    await page.locator('#bare').focus();
    const reference = await typed(page);
    // In the middle of the text, where all that follows has to move.
    await editor
      .locator('p')
      .nth(PARAGRAPHS / 2)
      .click();
    const here = await typed(page);
    if (round === 0) continue; // the first finds nothing warm
    bare.push(...reference);
    plan.push(...here);
  }
  return { plan, bare };
}

const found = await findElectron();
if (!found.ok) throw new Error(found.what);
if ((await ensureBuild()) !== 0) throw new Error('the build failed');
const display = await ensureDisplay();
const folder = mkdtempSync(path.join(os.tmpdir(), 'chengce-bench-'));
try {
  const [call] = loadKnownCalls().get('cq-iiot-2020-1') ?? [];
  if (call === undefined) throw new Error('the first call is gone');
  const content = longItem(call.roles.projectName);
  const application = Application.parse({
    call: { id: call.id, revision: call.revision },
    answers: { [call.roles.projectName]: '示例车间' },
    plan: { 'plan.1.2': { type: 'doc', content } },
  });
  const file = path.join(folder, '长方案.chengce');
  const made = await makeDraft(call, application, file, null);
  if (!made.ok) throw new Error(made.problem.message);
  const app = await electron.launch({
    executablePath: found.electron.executable,
    args: [...electronArguments(), appFolder, `--user-data-dir=${path.join(folder, 'data')}`, file],
    env: Object.fromEntries(
      Object.entries({ ...electronEnvironment(found.electron), ...display.env }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
    chromiumSandbox: electronArguments().length === 0,
  });
  try {
    const { plan, bare } = await measure(await app.firstWindow());
    const told = (values: readonly number[]): string =>
      `median ${part(values, 0.5).toFixed(1)} ms, 95 % under ${part(values, 0.95).toFixed(1)} ms, worst ${Math.max(...values).toFixed(1)} ms`;
    console.log(
      `plan of ${JSON.stringify(content).length.toLocaleString('en')} bytes: ${told(plan)} (${plan.length} keys)`,
    );
    console.log(`empty textarea: ${told(bare)}`);
    console.log(`aim: 95 % under 50 ms: ${part(plan, 0.95) < 50 ? 'met' : 'missed'}`);
  } finally {
    await app.close();
  }
} finally {
  display.stop();
  rmSync(folder, { recursive: true, force: true });
}
