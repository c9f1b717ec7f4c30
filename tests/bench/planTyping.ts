// Benchmark: typing in the plan editor of a long item (about 60 pages: 43,000 characters, tables, facts) in the real
// window, keydown to the paint after it, against an empty <textarea> of the same page, turn by turn in one run.
// Aim: 95 % of the keys under 50 ms.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { makeDraft } from '../../main/tasks/makeDraft.ts';
import { Application } from '../../shared/entities/application.ts';
import type { RichBlock, RichInline } from '../../shared/entities/richText.ts';
import { prepareLauncher } from './launchFixture.ts';
import { KEY_MS, part, told, typingTimes } from './typingTimes.ts';

const ROUNDS = 4;
const KEYS_PER_ROUND = 60;
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

const typed = (page: Page): Promise<readonly number[]> =>
  typingTimes(page, () => page.keyboard.type('abcdefghij'.repeat(KEYS_PER_ROUND / 10), { delay: KEY_MS }));

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

const launcher = await prepareLauncher();
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
  const { page, close } = await launcher.launch(undefined, [file]);
  try {
    const { plan, bare } = await measure(page);
    console.log(
      `plan of ${JSON.stringify(content).length.toLocaleString('en')} bytes: ${told(plan)} (${plan.length} keys)`,
    );
    console.log(`empty textarea: ${told(bare)}`);
    console.log(`aim: 95 % under 50 ms: ${part(plan, 0.95) < 50 ? 'met' : 'missed'}`);
  } finally {
    await close();
  }
} finally {
  launcher.stop();
  rmSync(folder, { recursive: true, force: true });
}
