import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const url = (file: string) => JSON.stringify(pathToFileURL(path.resolve(file)).href);

it('a PDF is read also where the program lies in a folder with a Chinese name', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), '张三 的程序-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // PDFium's runtime is handed the path of the program that runs, which on many machines is Chinese.
  const program = path.join(folder, '看一看.mjs');
  const sample = path.resolve('assets/samples/5g-workshop/attachments/invoice-copies/001.pdf');
  await writeFile(
    program,
    `const { inspectContent } = await import(${url('main/intake/inspectContent.ts')});
     const found = await inspectContent({ path: ${JSON.stringify(sample)}, render: true }, () => undefined);
     console.log(JSON.stringify({ ok: found.ok, pages: found.pages }));`,
  );
  const run = spawnSync(process.execPath, ['--no-warnings', program], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual({ ok: true, pages: 1 });
});
