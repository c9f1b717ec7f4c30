import { chmodSync, copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answers } from '../../main/store/answers.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { must } from './must.ts';
import { sampleApplication } from './sampleApplication.ts';
import { type Child, startChild } from './startChild.ts';
import { testFolder } from './testFolder.ts';

// Root may write everywhere, so a test run by root looks at the draft as somebody else.
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534 } : {};

function lookAt(folder: string): Child {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  return startChild('holdDraft', [join(folder, 'a.chengce'), '访客'], NOBODY);
}

async function expectReadOnly(folder: string): Promise<void> {
  const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]);
  const child = lookAt(folder);
  expect(await child.line()).toMatch(
    /^read-only read-only-place 草稿所在的位置不能写入.*要修改请先另存到别处$/,
  );
  child.tell('save 不行');
  expect(await child.line()).toBe('refused');
  child.tell('close');
  expect(await child.line()).toBe('closed');
  expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')])).toEqual(before);
  chmodSync(folder, 0o755);
}

test.skipIf(process.platform === 'win32')(
  'a draft in a folder that cannot be written is shown, with a notice',
  async () => {
    const folder = testFolder();
    closeDraft(must(createDraft(join(folder, 'a.chengce'), sampleApplication())));
    await expectReadOnly(folder);
  },
);

test.skipIf(process.platform === 'win32')(
  'so is one copied there together with its unfinished journal',
  async () => {
    const source = testFolder();
    const folder = testFolder();
    const draft = must(createDraft(join(source, 'a.chengce'), sampleApplication()));
    must(answers.save(draft, 'project.name', '还在日志里'));
    copyFileSync(join(source, 'a.chengce'), join(folder, 'a.chengce'));
    copyFileSync(join(source, 'a.chengce-wal'), join(folder, 'a.chengce-wal'));
    await expectReadOnly(folder);
    closeDraft(draft);
  },
);

test.skipIf(process.platform === 'win32')('so is one copied there without it', async () => {
  const source = testFolder();
  const folder = testFolder();
  const draft = must(createDraft(join(source, 'a.chengce'), sampleApplication()));
  must(answers.save(draft, 'project.name', '没有带上'));
  copyFileSync(join(source, 'a.chengce'), join(folder, 'a.chengce'));
  await expectReadOnly(folder);
  closeDraft(draft);
});
