import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appFolder } from './appFolder.ts';
import { projectRoot } from './projectRoot.ts';
import { runStep } from './runSteps.ts';
import { buildStep } from './steps.ts';

const sources = ['main/**/*', 'renderer/**/*', 'shared/**/*', 'electron.vite.config.ts', 'package-lock.json'];
const out = path.join(appFolder, 'out');
const stamp = path.join(out, 'built-from.json');

/** Builds out/ anew, whatever is there. Returns electron-vite's exit code. */
export async function build(): Promise<number> {
  const from = fingerprint();
  rmSync(out, { recursive: true, force: true, maxRetries: 3 });
  const code = await runStep(buildStep);
  // Written last and taken before the build: a source saved meanwhile makes the next start build again.
  if (code === 0) writeFileSync(stamp, from);
  return code;
}

/** Builds out/ only when a source has changed since the last build. */
export async function ensureBuild(): Promise<number> {
  return isCurrent() ? 0 : build();
}

function isCurrent(): boolean {
  try {
    return readFileSync(stamp, 'utf8') === fingerprint();
  } catch {
    return false;
  }
}

/** Path, size and time of every source. */
function fingerprint(): string {
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: projectRoot })).sort();
  const lines = files.map((file) => {
    const { size, mtimeMs } = statSync(path.join(projectRoot, file));
    return [file, size, Math.round(mtimeMs)];
  });
  return JSON.stringify(lines);
}
