import type { TestProject } from 'vitest/node';
import { electronEnvironment, findElectron } from '../../scripts/setup/electron.ts';
import { ensureBuild } from '../../scripts/setup/ensureBuild.ts';
import { ensureDisplay } from '../../scripts/setup/virtualDisplay.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly electron: {
      readonly executable: string;
      readonly env: Record<string, string>;
      /** What the environment of each worker adds to that. */
      readonly displays: readonly Readonly<Record<string, string>>[];
    };
  }
}

/** Workers that may open windows at the same time, each on a display of its own. */
const WORKERS = 2;

/** Builds the program when its sources changed, finds an Electron and starts a display where there is none. */
export default async function globalSetup(project: TestProject): Promise<() => void> {
  const found = await findElectron();
  if (!found.ok) throw new Error(`${found.what}\nnext: ${found.next}`);
  if ((await ensureBuild()) !== 0) throw new Error('the build failed; what is wrong stands above');
  const displays = await Promise.all(Array.from({ length: WORKERS }, ensureDisplay));
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(electronEnvironment(found.electron))) {
    if (value !== undefined) env[name] = value;
  }
  project.provide('electron', {
    executable: found.electron.executable,
    env,
    displays: displays.map((display) => display.env),
  });
  return () => {
    for (const { stop } of displays) stop();
  };
}
