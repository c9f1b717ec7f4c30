import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { callHash } from '../../main/calls/callHash.ts';
import { findCall, loadKnownCalls, PUBLISHED_FILE } from '../../main/calls/loadCalls.ts';

const calls = path.join(import.meta.dirname, '..', '..', 'assets', 'calls');
const second = path.join(import.meta.dirname, '..', 'fixtures', 'calls', 'zj-agri-2031.json');
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const folders: string[] = [];
function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), '通知-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('a published revision has not changed since it was published', () => {
  const published = json(path.join(calls, PUBLISHED_FILE)) as Record<string, Record<string, string>>;
  const shipped = readdirSync(calls)
    .filter((name) => name.endsWith('.json') && name !== PUBLISHED_FILE)
    .map((name) => json(path.join(calls, name)) as { id: string; revision: number });
  const now = shipped.map((call) => [call.id, call.revision, callHash(call)]);
  const then = shipped.map(({ id, revision }) => [id, revision, published[id]?.[revision] ?? 'not recorded']);
  // A call that is already in use gets a new revision. Before its release: node scripts/calls/publish.ts --replace
  expect(now).toEqual(then);
});

test('the hash does not see indentation and order, and sees every word', () => {
  expect(callHash({ a: 1, b: ['x', 'y'] })).toBe(callHash(JSON.parse('{"b":["x","y"],\r\n "a":1}')));
  expect(callHash({ a: 1, b: ['x', 'y'] })).not.toBe(callHash({ a: 1, b: ['y', 'x'] }));
  expect(callHash({ a: '以上' })).not.toBe(callHash({ a: '以下' }));
});

test('revisions of a call stand side by side, and a draft finds its own', () => {
  const folder = emptyFolder();
  copyFileSync(second, path.join(folder, '第三版.json'));
  const older = { ...(json(second) as Record<string, unknown>), revision: 2 };
  writeFileSync(path.join(folder, '第二版.json'), JSON.stringify(older));
  const known = loadKnownCalls(folder);
  expect(known.get('zj-agri-2031')?.map(({ revision }) => revision)).toEqual([2, 3]);
  const found = findCall('zj-agri-2031', 2, known);
  expect(found.ok && found.call.revision).toBe(2);
});

test('a revision this product does not have is refused loudly, a newer one and an older one', () => {
  expect(findCall('cq-iiot-2020-1', 9)).toEqual({
    ok: false,
    problem: {
      code: 'call-revision-unknown',
      message:
        '这份申报依据通知“cq-iiot-2020-1”的修订 9，本软件只有修订 1：这份申报是用更新的软件制作的。请使用相应版本的软件，文件没有改动。',
    },
  });
  const folder = emptyFolder();
  copyFileSync(second, path.join(folder, 'x.json'));
  const older = findCall('zj-agri-2031', 1, loadKnownCalls(folder));
  expect(older.ok ? '' : older.problem.message).toMatch(/本软件只有修订 3：这一修订已不在本软件中/u);
});

test('a call this product does not know is refused, with what it may have meant', () => {
  const found = findCall('cq-iiot-2020-2', 1);
  expect(found.ok ? '' : found.problem.code).toBe('call-unknown');
  expect(found.ok ? '' : found.problem.message).toMatch(
    /没有通知“cq-iiot-2020-2”的数据。是否想写“cq-iiot-2020-1”？/u,
  );
});

test('a folder with a broken call, or one revision twice, does not load', () => {
  const folder = emptyFolder();
  copyFileSync(second, path.join(folder, 'a.json'));
  copyFileSync(second, path.join(folder, 'b.json'));
  expect(() => loadKnownCalls(folder)).toThrow(/b\.json 有误：zj-agri-2031 的修订 3 已经在另一个文件里/u);
  writeFileSync(path.join(folder, 'b.json'), '{}');
  expect(() => loadKnownCalls(folder)).toThrow(/通知文件 b\.json 有误：\n第 1 行 format/u);
});
