import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { answers } from '../../main/store/answers.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { invoices } from '../../main/store/invoices.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { readings } from '../../main/store/readings.ts';
import { listVersions, readVersion, restoreVersion, saveVersion } from '../../main/store/versions.ts';
import { must } from './must.ts';
import { sampleApplication } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

test('restoring a version brings everything back, and what stood there is kept as a version too', () => {
  const application = sampleApplication();
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), application, { who: '张三' }));
  const { id } = must(saveVersion(draft, '交财务前'));
  must(answers.save(draft, 'project.name', '改过'));
  must(invoices.remove(draft, ['invoice-1', 'invoice-2']));
  const changed = loadApplication(draft);
  const { before } = must(restoreVersion(draft, id));
  expect(loadApplication(draft)).toEqual(application);
  expect(listVersions(draft).map(({ id: number, kind, name, who }) => [number, kind, name, who])).toEqual([
    [before, 'automatic', '恢复历史版本之前', '张三'],
    [id, 'named', '交财务前', '张三'],
  ]);
  must(restoreVersion(draft, before));
  expect(loadApplication(draft)).toEqual(changed);
  closeDraft(draft);
});

test('a version holds what was read, and one of a draft that kept no readings yet has none', () => {
  const application = sampleApplication();
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), application));
  const { id } = must(saveVersion(draft, '识读之后'));
  must(readings.remove(draft, ['reading-1']));
  must(restoreVersion(draft, id));
  expect(loadApplication(draft).readings).toEqual(application.readings);
  const { readings: _, statements: __, ...older } = application;
  draft.db
    .prepare('UPDATE versions SET format = 1, snapshot = ? WHERE id = ?')
    .run(gzipSync(JSON.stringify(older)), id);
  must(restoreVersion(draft, id));
  expect(loadApplication(draft)).toEqual({ ...application, readings: [], statements: {} });
  closeDraft(draft);
});

test('of the automatic versions the newest twenty are kept, of the named ones all', () => {
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication()));
  for (let count = 0; count < 3; count += 1) must(saveVersion(draft, `命名 ${count}`));
  for (let count = 0; count < 25; count += 1) must(saveVersion(draft, `自动 ${count}`, 'automatic'));
  const versions = listVersions(draft);
  expect(versions.filter((version) => version.kind === 'named')).toHaveLength(3);
  expect(versions.filter((version) => version.kind === 'automatic')).toHaveLength(20);
  expect(versions[0]?.name).toBe('自动 24');
  closeDraft(draft);
});

test('a version that is not there, or no longer readable, is refused and nothing changes', () => {
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication()));
  const missing = restoreVersion(draft, 99);
  expect(!missing.ok && missing.problem.code).toBe('version-missing');
  const { id } = must(saveVersion(draft, '坏'));
  draft.db.prepare('UPDATE versions SET snapshot = ? WHERE id = ?').run(Buffer.from('garbage'), id);
  const unreadable = readVersion(draft, id);
  expect(!unreadable.ok && unreadable.problem.code).toBe('version-unreadable');
  expect(restoreVersion(draft, id).ok).toBe(false);
  expect(loadApplication(draft)).toEqual(sampleApplication());
  closeDraft(draft);
});
