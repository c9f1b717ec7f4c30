import { spawn } from 'node:child_process';
import { appFolder } from '../../scripts/setup/appFolder.ts';
import { electronArguments } from '../../scripts/setup/electron.ts';
import { electronHere } from './electronHere.ts';

/** Starts the program once more on the same data folder (with a draft to open) and returns its exit code. */
export function startSecond(dataFolder: string, ...more: readonly string[]): Promise<number | null> {
  const { executable, env } = electronHere();
  const args = [...electronArguments(), appFolder, `--user-data-dir=${dataFolder}`, ...more];
  return new Promise((resolve, reject) => {
    const second = spawn(executable, args, { env, stdio: 'ignore' });
    const timer = setTimeout(() => second.kill(), 20_000);
    second.on('error', reject);
    second.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}
