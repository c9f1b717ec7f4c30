import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import type { Draft } from '../../main/store/draft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { saveDraftAs } from '../../main/store/saveDraftAs.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { sampleApplication } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

function newDraft(): { readonly folder: string; readonly draft: Draft } {
  const folder = testFolder();
  return { folder, draft: must(createDraft(join(folder, 'a.chengce'), sampleApplication())) };
}

/** Runs `happen` when the copy is about to be written, as another program may at any moment. */
function beforeCopying(draft: Draft, happen: () => void): void {
  const prepare = draft.db.prepare.bind(draft.db);
  draft.db.prepare = ((sql: string) => {
    if (sql.startsWith('VACUUM INTO')) happen();
    return prepare(sql);
  }) as typeof draft.db.prepare;
}

test('a draft saved as another file is whole there, and the other file is a draft of its own', () => {
  const { folder, draft } = newDraft();
  const target = join(folder, '另存 一份.chengce');
  expect(must(saveDraftAs(draft, target)).path).toBe(target);
  const { draft: copy, notices } = mustOpen(target);
  expect(notices).toEqual([]);
  expect(loadApplication(copy)).toEqual(loadApplication(draft));
  closeDraft(copy);
  closeDraft(draft);
});

test.each(['别人的文件', ''])('a file that is there is left as it is, also an empty one (%j)', (content) => {
  const { folder, draft } = newDraft();
  const target = join(folder, 'b.chengce');
  writeFileSync(target, content);
  const outcome = saveDraftAs(draft, target);
  expect(!outcome.ok && outcome.problem.code).toBe('draft-exists');
  expect(readFileSync(target, 'utf8')).toBe(content);
  const itself = saveDraftAs(draft, draft.path);
  expect(!itself.ok && itself.problem.code).toBe('draft-exists');
  expect(loadApplication(draft)).toEqual(sampleApplication());
  closeDraft(draft);
});

test('where there is no folder, or no room, nothing is left', () => {
  const { folder, draft } = newDraft();
  const nowhere = saveDraftAs(draft, join(folder, '没有', 'b.chengce'));
  expect(!nowhere.ok && nowhere.problem.code).toBe('folder-missing');
  beforeCopying(draft, () => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  });
  const full = saveDraftAs(draft, join(folder, 'b.chengce'));
  expect(!full.ok && full.problem.code).toBe('disk-full');
  expect(existsSync(join(folder, 'b.chengce'))).toBe(false);
  closeDraft(draft);
});

test('the name is taken before the copying begins: nobody else can make a file there meanwhile', () => {
  const { folder, draft } = newDraft();
  const target = join(folder, 'b.chengce');
  beforeCopying(draft, () => {
    expect(() => writeFileSync(target, '别人的', { flag: 'wx' })).toThrow('EEXIST');
  });
  must(saveDraftAs(draft, target));
  closeDraft(draft);
});

test.skipIf(process.platform === 'win32')(
  'a file that is put in the place of ours while we copy is not removed',
  () => {
    const { folder, draft } = newDraft();
    const target = join(folder, 'b.chengce');
    writeFileSync(join(folder, 'c'), '别人的文件');
    beforeCopying(draft, () => renameSync(join(folder, 'c'), target));
    const outcome = saveDraftAs(draft, target);
    expect(!outcome.ok && outcome.problem.code).toBe('draft-exists');
    expect(readFileSync(target, 'utf8')).toBe('别人的文件');
    closeDraft(draft);
    expect(readdirSync(folder).toSorted()).toEqual(['a.chengce', 'b.chengce']);
  },
);
