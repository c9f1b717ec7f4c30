// Benchmark: typing into cells of a draft with 10,000 invoices, keydown to the paint after it, against an empty
// <input> in a bare window of the same Electron, turn by turn in one run. Each word ends with Enter: the cell is
// stored, saved and judged and the row below gets the focus while the next word is typed. Aim: 95 % of the keys
// under 50 ms. Also: memory of all processes with that draft open, against an empty draft and the bare window.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { makeDraft } from '../../main/tasks/makeDraft.ts';
import { Application } from '../../shared/entities/application.ts';
import { sampleInvoices } from '../store/sampleApplication.ts';
import { makeBareProgram, prepareLauncher } from './launchFixture.ts';
import { KEY_MS, part, told, typingTimes } from './typingTimes.ts';

const COUNT = 10_000;
const ROUNDS = 5;
const WORDS_PER_ROUND = 8;

const typed = (page: Page): Promise<readonly number[]> =>
  typingTimes(page, async () => {
    for (let word = 0; word < WORDS_PER_ROUND; word += 1) {
      await page.keyboard.type('abcdefgh', { delay: KEY_MS });
      await page.keyboard.press('Enter', { delay: KEY_MS });
    }
  });

/** Memory of all processes of a program that nothing else uses, in megabytes, after it came to rest. */
async function memory(app: ElectronApplication): Promise<number> {
  await new Promise((rested) => setTimeout(rested, 3000));
  return app.evaluate(({ app: electron }) => {
    const sizes = electron.getAppMetrics().map(({ memory: of }) => of.workingSetSize);
    return sizes.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
  });
}

async function makeFile(folder: string, count: number): Promise<string> {
  const [call] = loadKnownCalls().get('cq-iiot-2020-1') ?? [];
  if (call === undefined) throw new Error('the first call is gone');
  const application = Application.parse({
    call: { id: call.id, revision: call.revision },
    answers: { [call.roles.applicantName]: '重庆示例制造有限公司' },
    invoices: sampleInvoices(count),
  });
  const file = path.join(folder, `${count} 张发票.chengce`);
  const made = await makeDraft(call, application, file, null);
  if (!made.ok) throw new Error(made.problem.message);
  return file;
}

/** Opens the invoices and puts the focus into the middle of the table. */
async function toInvoices(page: Page, count: number): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: /发票/ }).first().click();
  if (count === 0) return;
  await page.locator('.ag-row[row-id="invoice-5"] [col-id="code"]').click();
  await page.locator('.ag-cell input:focus').waitFor();
}

const launcher = await prepareLauncher();
const bare = await makeBareProgram();
const folder = mkdtempSync(path.join(os.tmpdir(), 'chengce-bench-'));
try {
  const empty = await launcher.launch(undefined, [await makeFile(folder, 0)]);
  await toInvoices(empty.page, 0);
  const emptyMemory = await memory(empty.app);
  await empty.close();

  const reference = await launcher.launch(bare);
  const bareMemory = await memory(reference.app);
  const full = await launcher.launch(undefined, [await makeFile(folder, COUNT)]);
  await toInvoices(full.page, COUNT);
  const fullMemory = await memory(full.app);
  const input = reference.page.locator('input');
  const [grid, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await input.fill('');
    await input.focus();
    const there = await typed(reference.page);
    const here = await typed(full.page);
    if (round === 0) continue; // the first finds nothing warm
    plain.push(...there);
    grid.push(...here);
  }
  await full.close();
  await reference.close();
  const ratio = part(grid, 0.95) / part(plain, 0.95);
  console.log(`cell of ${COUNT} invoices: ${told(grid)} (${grid.length} keys)`);
  console.log(`empty input: ${told(plain)}`);
  console.log(
    `ratio of the 95 %: ${ratio.toFixed(2)}; aim 95 % under 50 ms: ${part(grid, 0.95) < 50 ? 'met' : 'missed'}`,
  );
  console.log(
    `memory of all processes: ${COUNT} invoices open ${fullMemory.toFixed(0)} MB, empty draft ${emptyMemory.toFixed(0)} MB, bare window ${bareMemory.toFixed(0)} MB`,
  );
  console.log(
    `memory ratio: ${(fullMemory / emptyMemory).toFixed(2)} of the empty draft, ${(fullMemory / bareMemory).toFixed(2)} of the bare window`,
  );
} finally {
  launcher.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(bare, { recursive: true, force: true });
}
