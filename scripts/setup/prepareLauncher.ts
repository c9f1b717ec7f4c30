import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { appFolder } from './appFolder.ts';
import { electronArguments, electronEnvironment, findElectron } from './electron.ts';
import { ensureBuild } from './ensureBuild.ts';
import { ensureDisplay } from './virtualDisplay.ts';

/** Starts programs on one display; `stop` ends it. */
export type Launcher = {
  /** Starts an application folder (the built product when none is named) with a data folder of its own. */
  readonly launch: (
    folder?: string,
    args?: readonly string[],
  ) => Promise<{
    readonly app: ElectronApplication;
    readonly page: Page;
    readonly close: () => Promise<void>;
  }>;
  readonly stop: () => void;
};

/** Builds the product and finds an Electron and a display, as the tests do. Throws when one is lacking. */
export async function prepareLauncher(): Promise<Launcher> {
  const found = await findElectron();
  if (!found.ok) throw new Error(`${found.what}\nnext: ${found.next}`);
  if ((await ensureBuild()) !== 0) throw new Error('the build failed; what is wrong stands above');
  const display = await ensureDisplay();
  const env: Record<string, string> = { ...display.env };
  for (const [name, value] of Object.entries(electronEnvironment(found.electron)))
    if (value !== undefined) env[name] ??= value;
  const launch: Launcher['launch'] = async (folder = appFolder, args = []) => {
    const data = await mkdtemp(path.join(os.tmpdir(), 'chengce-bench-'));
    const app = await electron.launch({
      executablePath: found.electron.executable,
      args: [...electronArguments(), folder, `--user-data-dir=${data}`, ...args],
      env,
      chromiumSandbox: electronArguments().length === 0,
    });
    const page = await app.firstWindow();
    const close = async (): Promise<void> => {
      await app.close();
      await rm(data, { recursive: true, force: true, maxRetries: 3 });
    };
    return { app, page, close };
  };
  return { launch, stop: display.stop };
}
