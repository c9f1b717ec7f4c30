import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from './projectRoot.ts';

const sample = path.join(projectRoot, 'assets', 'samples', '5g-workshop');

/**
 * Makes a draft of the first sample and exports it to 示例导出 in the given folder, with the same commands a
 * person would type. Returns the exit code of the command line.
 */
export async function exportSample(folder: string): Promise<number> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'chengce-sample-'));
  try {
    const draft = path.join(work, '示例.chengce');
    const out = freeName(path.join(folder, '示例导出'));
    const made = await chengce([
      'new',
      path.join(sample, 'answers.json'),
      '--attachments',
      path.join(sample, 'attachments'),
      '--out',
      draft,
    ]);
    if (made !== 0) return made;
    const exported = await chengce(['export', draft, '--out', out]);
    if (exported === 0 || exported === 3) console.error(`The package is in ${out}\n导出的材料在：${out}`);
    return exported;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** An earlier export is kept: 示例导出-2, 示例导出-3 and so on. */
function freeName(wanted: string): string {
  if (!existsSync(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!existsSync(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

function chengce(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(projectRoot, 'main', 'cli.ts'), ...args], {
      stdio: 'inherit',
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
