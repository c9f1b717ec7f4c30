import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { appFolder } from '../../scripts/setup/appFolder.ts';
import { electronArguments } from '../../scripts/setup/electron.ts';
import { electronHere, PATIENCE_MS } from './electronHere.ts';

/** The program running in a data folder of its own. */
export type RunningProgram = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Ends the program and removes its data folder. */
  readonly close: () => Promise<void>;
};

type LaunchOptions = {
  /** Data of an earlier start; it is left when the program is closed. */
  readonly dataFolder?: string;
  /** Further arguments: a draft to open. */
  readonly args?: readonly string[];
  /** Another folder of the built application, with assets of its own. */
  readonly appFolder?: string;
};

/**
 * Starts the built program and waits for its window. Each start has a data folder of its own, in a path with Chinese
 * and a space, unless it is given one.
 */
export async function launchProgram(options: LaunchOptions = {}): Promise<RunningProgram> {
  const { executable, env } = electronHere();
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(os.tmpdir(), '成册 e2e-')));
  const app = await electron.launch({
    executablePath: executable,
    args: [
      ...electronArguments(),
      options.appFolder ?? appFolder,
      `--user-data-dir=${dataFolder}`,
      ...(options.args ?? []),
    ],
    env,
    // Playwright would switch Chromium's sandbox off; only root has to do without it.
    chromiumSandbox: electronArguments().length === 0,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(PATIENCE_MS);
  const close = async (): Promise<void> => {
    await app.close();
    if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  return { app, page, dataFolder, close };
}
