import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of one test, with a name as users have them: Chinese and a space. Removed afterwards. */
export async function workFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), '申报 材料-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
