import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answers } from '../../main/store/answers.ts';
import { attachments } from '../../main/store/attachments.ts';
import { addBlob } from '../../main/store/blobs/addBlob.ts';
import { streamBlob } from '../../main/store/blobs/streamBlob.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import type { Draft } from '../../main/store/draft.ts';
import { invoices } from '../../main/store/invoices.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import type { DraftNotice } from '../../main/store/opening/draftNotice.ts';
import { openSqlite } from '../../main/store/openSqlite.ts';
import { readings } from '../../main/store/readings.ts';
import { saveVersion } from '../../main/store/versions.ts';
import type { Application } from '../../shared/entities/application.ts';
import { Attachment } from '../../shared/entities/attachment.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { randomBytes } from './randomBytes.ts';
import { sampleApplication } from './sampleApplication.ts';
import { startChild } from './startChild.ts';
import { testFolder } from './testFolder.ts';

const PAGE = 4096;

async function newDraft(
  rows: number,
  files: readonly string[] = [],
): Promise<{ path: string; application: Application }> {
  const path = join(testFolder(), '受损 草稿.chengce');
  const draft = must(createDraft(path, sampleApplication(rows)));
  for (const [index, name] of files.entries()) {
    const blob = must(await addBlob(draft, Readable.from([randomBytes(300_000, index + 1)])));
    const { sha256, bytes } = blob;
    const attachment = {
      id: `file-${index}`,
      kind: 'license',
      name,
      sha256,
      bytes,
      sniffedType: 'pdf',
      pages: 1,
    };
    must(attachments.save(draft, Attachment.parse(attachment)));
  }
  const application = loadApplication(draft);
  closeDraft(draft);
  return { path, application };
}

/** Page numbers of a table or index, by kind of page, in key order. */
function pagesOf(path: string, name: string, kind: 'leaf' | 'internal' | 'overflow'): readonly number[] {
  const db = openSqlite(path, { readOnly: true });
  const sql = 'SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path';
  const found = db.prepare(sql).pluck().all(name, kind);
  db.close();
  return found.map(Number);
}

function overwrite(path: string, page: number, bytes: Buffer = Buffer.alloc(PAGE), offset = 0): void {
  const file = readFileSync(path);
  bytes.copy(file, (page - 1) * PAGE + offset);
  writeFileSync(path, file);
}

function openDamaged(path: string): { draft: Draft; notice: DraftNotice & { code: 'salvaged' } } {
  const before = readFileSync(path);
  const { draft, notices } = mustOpen(path);
  expect(readFileSync(path).equals(before)).toBe(true);
  const notice = notices.find((candidate) => candidate.code === 'salvaged');
  if (notice === undefined) throw new Error('the damage went unnoticed');
  expect(draft.readOnly).toBe(false);
  expect(draft.path).toBe(notice.savedAs);
  expect(dirname(draft.path)).toBe(dirname(path));
  return { draft, notice };
}

test('a destroyed page of invoices costs exactly the invoices on it, and they are named', async () => {
  const { path, application } = await newDraft(2000);
  const page = pagesOf(path, 'invoices', 'leaf')[100] ?? 0;
  overwrite(path, page);
  const { draft, notice } = openDamaged(path);
  const left = loadApplication(draft);
  const lost = application.invoices.filter(({ id }) => !left.invoices.some((kept) => kept.id === id));
  expect(lost.length).toBeGreaterThan(3);
  expect(lost.length).toBeLessThan(30);
  expect(notice.losses).toHaveLength(1);
  expect(notice.losses[0]?.table).toBe('invoices');
  expect(notice.losses[0]?.keys).toEqual(lost.map((invoice) => `号码 ${invoice.number}`));
  expect(notice.message).toContain(`发票：丢失 ${lost.length} 条（号码 ${lost[0]?.number}、`);
  expect({ ...left, invoices: [] }).toEqual({ ...application, invoices: [] });
  expect(left.invoices).toEqual(application.invoices.filter((invoice) => !lost.includes(invoice)));
  closeDraft(draft);
  // The new file is sound: opening it again tells nothing.
  const again = mustOpen(draft.path);
  expect(again.notices).toEqual([]);
  closeDraft(again.draft);
});

test('a destroyed page of readings costs only what was read there: the rows stand, and it can be read again', async () => {
  const { path, application } = await newDraft(20);
  const { draft: before } = mustOpen(path);
  const [reading] = application.readings;
  if (reading === undefined) throw new Error('the sample has readings');
  const many = Array.from({ length: 200 }, (_, index) => ({ ...reading, id: `more-${index}` }));
  must(readings.saveMany(before, many));
  closeDraft(before);
  overwrite(path, pagesOf(path, 'readings', 'leaf')[5] ?? 0);
  const { draft, notice } = openDamaged(path);
  const left = loadApplication(draft);
  expect(left.readings.length).toBeGreaterThan(150);
  expect(left.readings.length).toBeLessThan(202);
  expect(left.invoices).toEqual(application.invoices);
  expect(notice.losses.map(({ table }) => table)).toEqual(['readings']);
  expect(notice.message).toContain('发票识读结果：丢失');
  closeDraft(draft);
});

test('a damaged draft of format 1, which kept no readings, loses none', async () => {
  const { path, application } = await newDraft(300);
  const db = openSqlite(path);
  db.exec('DROP TABLE readings');
  db.exec('DROP TABLE statements');
  db.pragma('user_version = 1');
  db.close();
  for (const page of pagesOf(path, 'invoices', 'internal')) overwrite(path, page);
  const { draft, notice } = openDamaged(path);
  expect(loadApplication(draft)).toEqual({ ...application, readings: [], statements: {} });
  expect(notice.losses).toEqual([]);
  closeDraft(draft);
});

test('a destroyed inner page costs nothing: the rows below it are found all the same', async () => {
  const { path, application } = await newDraft(4000);
  for (const page of pagesOf(path, 'invoices', 'internal')) overwrite(path, page);
  const { draft, notice } = openDamaged(path);
  expect(loadApplication(draft)).toEqual(application);
  expect(notice.losses).toEqual([]);
  expect(notice.message).toContain('内容没有丢失');
  closeDraft(draft);
});

test('a destroyed index costs nothing', async () => {
  const { path, application } = await newDraft(1000);
  for (const page of pagesOf(path, 'invoices_by_number', 'leaf')) overwrite(path, page);
  const { draft, notice } = openDamaged(path);
  expect(loadApplication(draft)).toEqual(application);
  expect(notice.losses).toEqual([]);
  closeDraft(draft);
});

test('with the index of the keys destroyed everything is read, and the user is asked to count', async () => {
  const { path, application } = await newDraft(200);
  for (const page of pagesOf(path, 'sqlite_autoindex_invoices_1', 'leaf')) overwrite(path, page);
  const { draft, notice } = openDamaged(path);
  expect(loadApplication(draft)).toEqual(application);
  expect(notice.losses.map((loss) => loss.message)).toEqual([
    '发票：读出 200 条，索引已损坏，无法核对是否齐全，请自行核对',
  ]);
  closeDraft(draft);
});

test.each([
  ['the header', 100],
  ['the whole first page', PAGE],
])('with %s overwritten the draft is still known and read', async (_what, length) => {
  const { path, application } = await newDraft(300, ['执照.pdf']);
  overwrite(path, 1, Buffer.alloc(length, 0xee));
  const { draft, notice } = openDamaged(path);
  expect(loadApplication(draft)).toEqual(application);
  expect(notice.losses).toEqual([]);
  closeDraft(draft);
});

test('a truncated draft gives what comes before the cut and tells what came after', async () => {
  const { path, application } = await newDraft(500, ['一.pdf', '二.pdf', '三.pdf']);
  truncateSync(path, readFileSync(path).length - 400_000);
  const { draft, notice } = openDamaged(path);
  const left = loadApplication(draft);
  expect(left.invoices).toEqual(application.invoices);
  expect(left.answers).toEqual(application.answers);
  expect(notice.losses.map((loss) => loss.table)).toContain('blobs');
  expect(notice.message).toContain('「三.pdf」');
  expect(notice.message).not.toContain('「一.pdf」');
  closeDraft(draft);
});

test('a destroyed piece of a stored file is told with the file’s name, and the attachment is marked', async () => {
  const { path } = await newDraft(3, ['营业执照.pdf', '审计报告.pdf']);
  const page = pagesOf(path, 'blob_chunks', 'overflow')[20] ?? 0;
  overwrite(path, page);
  const { draft, notice } = openDamaged(path);
  expect(notice.message).toContain('附件内容：1 个文件的内容已损坏，需要重新添加原件（「营业执照.pdf」）');
  const [first, second] = loadApplication(draft).attachments;
  expect(first?.problems.map((problem) => problem.code)).toEqual(['content-damaged']);
  expect(second?.problems).toEqual([]);
  const broken = await streamBlob(draft, first?.sha256 ?? '', join(dirname(path), 'x'));
  expect(!broken.ok && broken.problem.code).toBe('blob-damaged');
  must(await streamBlob(draft, second?.sha256 ?? '', join(dirname(path), 'y')));
  closeDraft(draft);
  const again = mustOpen(draft.path);
  expect(again.notices).toEqual([]);
  closeDraft(again.draft);
});

test('a stored file that lacks a piece in a file sound otherwise is found at opening', async () => {
  const { path } = await newDraft(3, ['营业执照.pdf', '审计报告.pdf']);
  const db = openSqlite(path);
  db.exec('DELETE FROM blob_chunks WHERE blob_id = (SELECT MIN(id) FROM blobs)');
  db.close();
  const { draft, notice } = openDamaged(path);
  expect(notice.message).toContain('1 个文件的内容已损坏，需要重新添加原件（「营业执照.pdf」）');
  closeDraft(draft);
});

test('fields whose page is destroyed come back from the history, or from the last version', async () => {
  const { path } = await newDraft(3);
  const { draft: first } = mustOpen(path);
  must(saveVersion(first, '交财务前'));
  must(answers.save(first, 'applicant.name', '改名后的公司'));
  const application = loadApplication(first);
  closeDraft(first);
  for (const page of pagesOf(path, 'answers', 'leaf')) overwrite(path, page);
  const { draft, notice } = openDamaged(path);
  expect(loadApplication(draft).answers).toEqual(application.answers);
  expect(notice.message).toContain('1 条已用修改记录补回（applicant.name）');
  expect(notice.message).toMatch(/4 条用 \d{4}-\d\d-\d\d 的历史版本补回，可能不是最新/);
  closeDraft(draft);
});

test('garbled words inside a row are found and kept aside, the rest is read', async () => {
  const { path } = await newDraft(3);
  const file = readFileSync(path);
  const place = file.indexOf('"type":"doc"');
  file.write('"type":"dox"', place);
  writeFileSync(path, file);
  const { draft, notice } = openDamaged(path);
  expect(loadApplication(draft).plan).toEqual({});
  expect(notice.message).toContain('建设方案章节：丢失 1 条（plan.1.1）');
  const kept = draft.db.prepare("SELECT raw FROM losses WHERE table_name = 'plan_sections'").pluck().get();
  expect(String(kept)).toContain('本项目建设 5G 智能车间');
  closeDraft(draft);
});

test('damage under a journal that a killed process left: what the journal holds is read too', async () => {
  const { path } = await newDraft(2000);
  const child = startChild('holdDraft', [path, '甲']);
  await child.line();
  child.tell('save 最后的名称');
  expect(await child.line()).toBe('saved');
  await child.kill();
  const page = 60;
  overwrite(path, page);
  const { draft } = openDamaged(path);
  expect(loadApplication(draft).answers['project.name']).toBe('最后的名称');
  closeDraft(draft);
});

test('a damaged draft opened only for reading leaves nothing beside it', async () => {
  const { path } = await newDraft(500);
  overwrite(path, pagesOf(path, 'invoices', 'leaf')[10] ?? 0);
  const { draft, notices } = mustOpen(path, { readOnly: true });
  expect(draft.readOnly).toBe(true);
  expect(notices[0]?.message).toContain('发票：丢失');
  expect(invoices.all(draft).length).toBeGreaterThan(400);
  closeDraft(draft);
  expect(readdirSync(dirname(path))).toEqual(['受损 草稿.chengce']);
});
