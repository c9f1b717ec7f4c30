import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { makeDraft } from '../../main/tasks/makeDraft.ts';
import { readAnswers } from '../../main/tasks/readAnswers.ts';
import { projectRoot } from '../../scripts/setup/projectRoot.ts';
import { launchProgram } from './launchProgram.ts';

/** The program with a draft of a shipped sample open in it, attachments and all. */
export type OpenedSample = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
};

/** Makes a draft of a sample in a folder of its own and opens it in the real program, 1366 × 700. */
export async function openSample(name: string): Promise<OpenedSample> {
  const folder = await mkdtemp(path.join(os.tmpdir(), '成册 示例-'));
  const file = path.join(folder, `${name}.chengce`);
  const sample = path.join(projectRoot, 'assets/samples', name);
  const answers = await readAnswers(path.join(sample, 'answers.json'), loadKnownCalls());
  if (!answers.ok) throw new Error(`the sample ${name} cannot be read`);
  const attachments = path.join(sample, 'attachments');
  const made = await makeDraft(answers.call, answers.application, file, attachments);
  if (!made.ok) throw new Error(made.problem.message);
  const { app, page, close } = await launchProgram({ args: [file] });
  await page.getByRole('navigation').first().waitFor();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 700);
    return true;
  });
  return {
    app,
    page,
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
