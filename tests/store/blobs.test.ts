import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answers } from '../../main/store/answers.ts';
import { attachments } from '../../main/store/attachments.ts';
import { addBlob } from '../../main/store/blobs/addBlob.ts';
import { LARGEST_BLOB_BYTES } from '../../main/store/blobs/largestBlob.ts';
import { readBlob } from '../../main/store/blobs/readBlob.ts';
import { streamBlob } from '../../main/store/blobs/streamBlob.ts';
import { verifyBlobs } from '../../main/store/blobs/verifyBlobs.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import type { Draft } from '../../main/store/draft.ts';
import { plan } from '../../main/store/plan.ts';
import { removeVersion, saveVersion } from '../../main/store/versions.ts';
import { Attachment } from '../../shared/entities/attachment.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { randomBytes } from './randomBytes.ts';
import { sampleApplication } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

const MIB = 1024 * 1024;

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function attachmentOf(id: string, { sha256, bytes }: { sha256: string; bytes: number }): Attachment {
  return Attachment.parse({
    id,
    kind: 'license',
    name: `${id}.pdf`,
    sha256,
    bytes,
    sniffedType: 'pdf',
    pages: 1,
  });
}

function blobCount(draft: Draft): number {
  return Number(draft.db.prepare('SELECT COUNT(*) FROM blobs').pluck().get());
}

function newDraft(): { folder: string; path: string; draft: Draft } {
  const folder = testFolder();
  const path = join(folder, 'a.chengce');
  return { folder, path, draft: must(createDraft(path, sampleApplication())) };
}

test.each([0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 12_345])(
  'a file of %i bytes comes out as it went in',
  async (size) => {
    const { folder, path, draft } = newDraft();
    const bytes = randomBytes(size, size + 1);
    writeFileSync(join(folder, '营业执照 扫描.pdf'), bytes);
    const blob = must(await addBlob(draft, join(folder, '营业执照 扫描.pdf')));
    expect(blob).toEqual({ sha256: hashOf(bytes), bytes: size, added: true });
    must(attachments.save(draft, attachmentOf('a', blob)));
    closeDraft(draft);
    const { draft: again } = mustOpen(path);
    must(await streamBlob(again, blob.sha256, join(folder, '取出.pdf')));
    expect(readFileSync(join(folder, '取出.pdf')).equals(bytes)).toBe(true);
    const whole = must(readBlob(again, blob.sha256));
    expect(Buffer.concat([...whole.pieces]).equals(bytes)).toBe(true);
    expect(whole.bytes).toBe(size);
    expect(await verifyBlobs(again)).toEqual([]);
    closeDraft(again);
  },
);

test('the same bytes are kept once, also when two are added at the same time', async () => {
  const { draft } = newDraft();
  const bytes = randomBytes(2 * MIB, 5);
  const stream = (): Readable => Readable.from([bytes.subarray(0, 700_001), bytes.subarray(700_001)]);
  const added = await Promise.all([addBlob(draft, stream()), addBlob(draft, stream())]);
  expect(added.map((outcome) => must(outcome).added).toSorted()).toEqual([false, true]);
  expect(blobCount(draft)).toBe(1);
  expect(Number(draft.db.prepare('SELECT COUNT(*) FROM blob_chunks').pluck().get())).toBe(2);
  closeDraft(draft);
});

test('saving goes on while a large file is being added', async () => {
  const { draft } = newDraft();
  const adding = addBlob(
    draft,
    (async function* () {
      for (let piece = 0; piece < 6; piece += 1) {
        must(answers.save(draft, 'project.name', `第 ${piece} 次`));
        yield randomBytes(MIB, piece);
      }
    })(),
  );
  expect(must(await adding).bytes).toBe(6 * MIB);
  closeDraft(draft);
});

test('an attachment whose bytes the draft does not hold is refused', () => {
  const { draft } = newDraft();
  const outcome = attachments.save(draft, attachmentOf('a', { sha256: 'a'.repeat(64), bytes: 1 }));
  expect(!outcome.ok && outcome.problem.code).toBe('blob-missing');
  closeDraft(draft);
});

test('a source that fails half way leaves no piece behind', async () => {
  const { folder, draft } = newDraft();
  const broken = addBlob(
    draft,
    (async function* () {
      yield randomBytes(2 * MIB, 1);
      throw new Error('U 盘被拔出');
    })(),
  );
  const outcome = await broken;
  expect(!outcome.ok && outcome.problem.code).toBe('source-unreadable');
  expect(blobCount(draft)).toBe(0);
  expect(Number(draft.db.prepare('SELECT COUNT(*) FROM blob_chunks').pluck().get())).toBe(0);
  const missing = await addBlob(draft, join(folder, '没有.pdf'));
  expect(!missing.ok && missing.problem.code).toBe('source-unreadable');
  mkdirSync(join(folder, '文件夹'));
  const notFile = await addBlob(draft, join(folder, '文件夹'));
  expect(!notFile.ok && notFile.problem.code).toBe('source-not-a-file');
  const itself = await addBlob(draft, draft.path);
  expect(!itself.ok && itself.problem.code).toBe('source-is-draft');
  closeDraft(draft);
});

test.skipIf(process.platform === 'win32')(
  'pipes and devices are refused at once, and the draft does not grow',
  async () => {
    const { folder, draft } = newDraft();
    execFileSync('mkfifo', [join(folder, '管道.pdf')]);
    const before = draft.db.pragma('page_count', { simple: true });
    for (const source of [join(folder, '管道.pdf'), '/dev/zero', '/dev/null']) {
      const outcome = await addBlob(draft, source);
      expect(!outcome.ok && outcome.problem.code).toBe('source-not-a-file');
      expect(!outcome.ok && outcome.problem.message).toContain('不是普通文件');
    }
    expect(draft.db.pragma('page_count', { simple: true })).toBe(before);
    closeDraft(draft);
  },
);

test('a file above the limit is refused before a byte of it is read', async () => {
  const { folder, draft } = newDraft();
  const huge = join(folder, '录像.mp4');
  writeFileSync(huge, '');
  // Sparse: two gigabytes and a byte in the folder, none on the disk.
  truncateSync(huge, LARGEST_BLOB_BYTES + 1);
  const before = draft.db.pragma('page_count', { simple: true });
  const outcome = await addBlob(draft, huge);
  expect(!outcome.ok && outcome.problem.code).toBe('source-too-large');
  expect(!outcome.ok && outcome.problem.message).toContain('2 GB');
  expect(draft.db.pragma('page_count', { simple: true })).toBe(before);
  closeDraft(draft);
});

test('a stream that passes the limit is refused on the way, and nothing of it stays', async () => {
  const { folder, path, draft } = newDraft();
  const limit = 20 * MIB;
  const stream = async function* (bytes: number) {
    for (let left = bytes; left > 0; left -= MIB) yield randomBytes(Math.min(left, MIB), left);
  };
  expect(must(await addBlob(draft, stream(limit), limit)).bytes).toBe(limit);
  const outcome = await addBlob(draft, stream(limit + 1), limit);
  expect(!outcome.ok && outcome.problem.code).toBe('source-too-large');
  writeFileSync(join(folder, '长.bin'), Buffer.alloc(limit + 1));
  const file = await addBlob(draft, join(folder, '长.bin'), limit);
  expect(!file.ok && file.problem.code).toBe('source-too-large');
  expect(blobCount(draft)).toBe(1);
  expect(Number(draft.db.prepare('SELECT COUNT(*) FROM blob_chunks').pluck().get())).toBe(20);
  closeDraft(draft);
  expect(statSync(path).size).toBeLessThan(MIB);
});

test('what a crash left half added is gone at the next opening', async () => {
  const { path, draft } = newDraft();
  must(await addBlob(draft, Readable.from([randomBytes(1000, 1)])));
  closeDraft(draft);
  const { draft: second } = mustOpen(path);
  expect(blobCount(second)).toBe(0);
  // As a process killed between two pieces leaves it: pieces, and no hash.
  second.db.exec('INSERT INTO blobs (id, bytes, chunks) VALUES (9, 0, 0)');
  second.db.prepare('INSERT INTO blob_chunks VALUES (9, 0, ?)').run(randomBytes(MIB, 3));
  second.db.close();
  second.release();
  const { draft: third } = mustOpen(path);
  expect(blobCount(third)).toBe(0);
  expect(Number(third.db.prepare('SELECT COUNT(*) FROM blob_chunks').pluck().get())).toBe(0);
  closeDraft(third);
});

test('a stored file stays as long as an attachment, a picture or a version names it, then the draft shrinks', async () => {
  const { path, draft } = newDraft();
  const blob = must(await addBlob(draft, Readable.from([randomBytes(24 * MIB, 1)])));
  const picture = must(await addBlob(draft, Readable.from([randomBytes(1000, 2)])));
  must(attachments.save(draft, attachmentOf('a', blob)));
  const image = { asset: picture.sha256, alt: '', caption: '', widthPercent: 100 };
  must(plan.save(draft, 'plan.2.2', { type: 'doc', content: [{ type: 'image', attrs: image }] }));
  const { id } = must(saveVersion(draft, '交给财务'));
  must(attachments.remove(draft, ['a']));
  closeDraft(draft);
  const { draft: second } = mustOpen(path);
  expect(blobCount(second)).toBe(2);
  must(removeVersion(second, id));
  closeDraft(second);
  const { draft: third } = mustOpen(path);
  expect(blobCount(third)).toBe(1);
  closeDraft(third);
  expect(statSync(path).size).toBeLessThan(MIB);
});

test('a large file never is in memory as a whole', async () => {
  const { folder, draft } = newDraft();
  const piece = randomBytes(MIB, 8);
  let most = 0;
  const watch = (): void => {
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, heapUsed + external);
  };
  globalThis.gc?.();
  watch();
  const start = most;
  const blob = must(
    await addBlob(
      draft,
      (async function* () {
        for (let count = 0; count < 150; count += 1) {
          watch();
          yield piece;
        }
      })(),
    ),
  );
  must(attachments.save(draft, attachmentOf('a', blob)));
  must(await streamBlob(draft, blob.sha256, join(folder, 'out.bin')));
  watch();
  expect(blob.bytes).toBe(150 * MIB);
  expect(most - start).toBeLessThan(60 * MIB);
  closeDraft(draft);
});

test('nothing is written where a stored file cannot be, or when it is not there', async () => {
  const { folder, draft } = newDraft();
  const blob = must(await addBlob(draft, Readable.from([randomBytes(10, 2)])));
  const nowhere = await streamBlob(draft, blob.sha256, join(folder, '没有', 'x.pdf'));
  expect(!nowhere.ok && nowhere.problem.code).toBe('target-unwritable');
  const missing = await streamBlob(draft, 'b'.repeat(64), join(folder, 'x.pdf'));
  expect(!missing.ok && missing.problem.code).toBe('blob-missing');
  expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
  closeDraft(draft);
});

test('a file that stood where a stored file is written stays as it was when the writing fails', async () => {
  const { folder, path, draft } = newDraft();
  const bytes = randomBytes(2 * MIB, 78);
  const blob = must(await addBlob(draft, Readable.from([bytes])));
  must(attachments.save(draft, attachmentOf('执照', blob)));
  const target = join(folder, '取出.pdf');
  writeFileSync(target, '原来的');
  must(await streamBlob(draft, blob.sha256, target));
  expect(readFileSync(target).equals(bytes)).toBe(true);
  writeFileSync(target, '原来的');
  mkdirSync(join(folder, '文件夹', '里面'), { recursive: true });
  const onFolder = await streamBlob(draft, blob.sha256, join(folder, '文件夹'));
  expect(!onFolder.ok && onFolder.problem.code).toBe('target-unwritable');
  // Its last piece is gone: the first one can be written all the same.
  draft.db.exec('DELETE FROM blob_chunks WHERE seq = 1');
  const outcome = await streamBlob(draft, blob.sha256, target);
  expect(!outcome.ok && outcome.problem.code).toBe('blob-damaged');
  expect(readFileSync(target, 'utf8')).toBe('原来的');
  closeDraft(draft);
  expect(readdirSync(folder).toSorted()).toEqual([path.slice(folder.length + 1), '取出.pdf', '文件夹']);
});

test('a byte that flipped inside a stored file is found, and the file is not given out', async () => {
  const { folder, path, draft } = newDraft();
  const bytes = randomBytes(2 * MIB, 77);
  const blob = must(await addBlob(draft, Readable.from([bytes])));
  must(attachments.save(draft, attachmentOf('执照', blob)));
  closeDraft(draft);
  const file = readFileSync(path);
  const place = file.indexOf(bytes.subarray(1_500_000, 1_500_040));
  file.writeUInt8(file.readUInt8(place) ^ 1, place);
  writeFileSync(path, file);
  const { draft: again, notices } = mustOpen(path);
  expect(notices).toEqual([]);
  expect(await verifyBlobs(again)).toEqual([{ sha256: blob.sha256, attachments: ['执照.pdf'] }]);
  const outcome = await streamBlob(again, blob.sha256, join(folder, 'x.pdf'));
  expect(!outcome.ok && outcome.problem.code).toBe('blob-damaged');
  expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
  closeDraft(again);
});
