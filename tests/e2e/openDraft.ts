import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { makeDraft } from '../../main/tasks/makeDraft.ts';
import { appFolder } from '../../scripts/setup/appFolder.ts';
import { electronArguments } from '../../scripts/setup/electron.ts';
import { Application } from '../../shared/entities/application.ts';
import { mustOpen } from '../store/mustOpen.ts';
import { electronHere, PATIENCE_MS } from './electronHere.ts';

/** The program with one draft open in it. */
export type OpenedProgram = {
  readonly app: () => ElectronApplication;
  readonly page: () => Page;
  /** Ends the program as a user does, saved, and starts it anew with the same draft. */
  readonly reopen: () => Promise<void>;
  /** Ends the program and answers what the file on the disk holds. */
  readonly stored: () => Promise<Application>;
  /** Ends the program and removes its folders. */
  readonly close: () => Promise<void>;
};

/** Content of the smallest screen the product promises to fit. */
const WINDOW = { width: 1366, height: 700 };

/** Makes a draft of the first call with what `entered` says and opens it in the real program. */
export async function openDraft(entered: Omit<Partial<Application>, 'call'> = {}): Promise<OpenedProgram> {
  const folder = await mkdtemp(path.join(os.tmpdir(), '成册 草稿-'));
  const file = path.join(folder, '申报 草稿.chengce');
  const [call] = loadKnownCalls().get('cq-iiot-2020-1') ?? [];
  if (call === undefined) throw new Error('the first call is gone');
  const application = Application.parse({ ...entered, call: { id: call.id, revision: call.revision } });
  const made = await makeDraft(call, application, file, null);
  if (!made.ok) throw new Error(made.problem.message);

  let running = await start(file, path.join(folder, 'data'));
  return {
    app: () => running.app,
    page: () => running.page,
    reopen: async () => {
      await running.app.close();
      running = await start(file, path.join(folder, 'data'));
    },
    stored: async () => {
      await running.app.close();
      const { draft } = mustOpen(file);
      try {
        return loadApplication(draft);
      } finally {
        closeDraft(draft);
      }
    },
    close: async () => {
      await running.app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function start(
  file: string,
  dataFolder: string,
): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const { executable, env } = electronHere();
  const app = await electron.launch({
    executablePath: executable,
    args: [...electronArguments(), appFolder, `--user-data-dir=${dataFolder}`, file],
    env,
    chromiumSandbox: electronArguments().length === 0,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.getByRole('navigation').first().waitFor();
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    WINDOW,
  );
  return { app, page };
}
