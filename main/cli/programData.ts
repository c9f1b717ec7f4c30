import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Absolute path of the program's own data, the same the window uses; null where there is none. CHENGCE_DATA names
 * another folder; empty it says none. Without it the folder has to be there: where the window was never opened nothing
 * is kept, and a command gives the same answer on every machine.
 */
export function programData(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env.CHENGCE_DATA;
  if (named !== undefined) return named === '' ? null : path.resolve(named);
  const folder = path.join(appData(env), 'chengce');
  return existsSync(folder) ? folder : null;
}

/** Where Electron keeps what programs know (`app.getPath('appData')`). */
function appData(env: NodeJS.ProcessEnv): string {
  switch (process.platform) {
    case 'win32':
      return env.APPDATA ?? path.join(os.homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return path.join(os.homedir(), 'Library', 'Application Support');
    default:
      return env.XDG_CONFIG_HOME || path.join(os.homedir(), '.config');
  }
}
