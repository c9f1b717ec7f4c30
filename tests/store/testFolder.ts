import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with Chinese and spaces in its name, gone when the test is. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), '申报 草稿 '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
