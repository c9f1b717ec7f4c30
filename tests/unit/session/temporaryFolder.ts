import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with Chinese and a space in its name, gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), '成册 数据-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
