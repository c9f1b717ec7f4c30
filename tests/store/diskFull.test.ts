import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answers } from '../../main/store/answers.ts';
import { addBlob } from '../../main/store/blobs/addBlob.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import type { Draft } from '../../main/store/draft.ts';
import { invoices } from '../../main/store/invoices.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { randomBytes } from './randomBytes.ts';
import { sampleApplication, sampleInvoices } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

/** SQLite itself then says SQLITE_FULL, as it does on a full disk. */
function leavePages(draft: Draft, pages: number): void {
  const now = Number(draft.db.pragma('page_count', { simple: true }));
  draft.db.pragma(`max_page_count = ${now + pages}`);
}

test('on a full disk a save is refused in words, nothing of it happened, and smaller saves go on', () => {
  const path = join(testFolder(), 'a.chengce');
  const draft = must(createDraft(path, sampleApplication(5)));
  must(answers.save(draft, 'project.name', '之前'));
  const before = loadApplication(draft);
  leavePages(draft, 3);
  const outcome = invoices.saveMany(draft, sampleInvoices(3000));
  expect(!outcome.ok && outcome.problem.code).toBe('disk-full');
  expect(!outcome.ok && outcome.problem.message).toContain('之前保存的内容都在');
  expect(loadApplication(draft)).toEqual(before);
  must(answers.save(draft, 'project.name', '之后'));
  closeDraft(draft);
  const { draft: again, notices } = mustOpen(path);
  expect(notices).toEqual([]);
  expect(loadApplication(again)).toEqual({
    ...before,
    answers: { ...before.answers, 'project.name': '之后' },
  });
  closeDraft(again);
});

test('a file that does not fit leaves no piece of itself behind', async () => {
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication(5)));
  leavePages(draft, 700);
  const outcome = await addBlob(draft, Readable.from([randomBytes(5_000_000, 1)]));
  expect(!outcome.ok && outcome.problem.code).toBe('disk-full');
  expect(draft.db.prepare('SELECT COUNT(*) FROM blobs').pluck().get()).toBe(0);
  expect(draft.db.prepare('SELECT COUNT(*) FROM blob_chunks').pluck().get()).toBe(0);
  must(await addBlob(draft, Readable.from([randomBytes(500_000, 1)])));
  closeDraft(draft);
});
