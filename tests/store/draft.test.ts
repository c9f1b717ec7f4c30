import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answers } from '../../main/store/answers.ts';
import { lastSavedAt, listChanges } from '../../main/store/changes.ts';
import { closeDraft, settleDraft } from '../../main/store/closeDraft.ts';
import { consortium } from '../../main/store/consortium.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { saveDirection } from '../../main/store/direction.ts';
import { discardDraft } from '../../main/store/discardDraft.ts';
import { invoices } from '../../main/store/invoices.ts';
import {
  removeLedgerProjects,
  removeLedgerRow,
  saveLedger,
  saveLedgerProject,
  saveLedgerRow,
} from '../../main/store/ledger.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { readMeta } from '../../main/store/meta.ts';
import { migrations } from '../../main/store/migrations/migrations.ts';
import { openDraft } from '../../main/store/openDraft.ts';
import { plan } from '../../main/store/plan.ts';
import { saveDraftAs } from '../../main/store/saveDraftAs.ts';
import { saveSettings } from '../../main/store/settings.ts';
import { targets } from '../../main/store/targets.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { sampleApplication, sampleInvoices } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

test('a draft gives back exactly the application it was made from, also after reopening', () => {
  const path = join(testFolder(), '我的 申报.chengce');
  const application = sampleApplication();
  const made = must(createDraft(path, application));
  expect(loadApplication(made)).toEqual(application);
  closeDraft(made);
  const { draft, notices } = mustOpen(path);
  expect(loadApplication(draft)).toEqual(application);
  expect(draft.readOnly).toBe(false);
  expect(notices).toEqual([]);
  closeDraft(draft);
});

test('a closed draft is one single file that names its format', () => {
  const folder = testFolder();
  const draft = must(createDraft(join(folder, '甲.chengce'), sampleApplication()));
  must(answers.save(draft, 'project.name', '新名称'));
  expect(readdirSync(folder).length).toBeGreaterThan(1);
  closeDraft(draft);
  closeDraft(draft);
  expect(readdirSync(folder)).toEqual(['甲.chengce']);
  const header = readFileSync(join(folder, '甲.chengce')).subarray(0, 100);
  expect(header.toString('latin1', 68, 72)).toBe('CHCE');
  expect(header.readUInt32BE(60)).toBe(migrations.length);
});

test('looking at a draft changes no byte of it', () => {
  const path = join(testFolder(), 'a.chengce');
  closeDraft(must(createDraft(path, sampleApplication())));
  const before = readFileSync(path);
  closeDraft(mustOpen(path).draft);
  closeDraft(mustOpen(path, { readOnly: true }).draft);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a new draft never takes the place of a file that is there', () => {
  const folder = testFolder();
  const path = join(folder, 'a.chengce');
  writeFileSync(path, '别人的文件');
  const outcome = createDraft(path, sampleApplication());
  expect(!outcome.ok && outcome.problem.code).toBe('draft-exists');
  expect(readFileSync(path, 'utf8')).toBe('别人的文件');
  expect(readdirSync(folder)).toEqual(['a.chengce']);
});

test('a new draft that fails leaves nothing behind', () => {
  const folder = testFolder();
  const twice = { ...sampleApplication(), invoices: [...sampleInvoices(2), ...sampleInvoices(1)] };
  const outcome = createDraft(join(folder, 'a.chengce'), twice);
  expect(!outcome.ok && outcome.problem.code).toBe('id-repeated');
  expect(readdirSync(folder)).toEqual([]);
  const nowhere = createDraft(join(folder, '没有', 'a.chengce'), sampleApplication());
  expect(!nowhere.ok && nowhere.problem.code).toBe('folder-missing');
  discardDraft(must(createDraft(join(folder, 'b.chengce'), sampleApplication())));
  expect(readdirSync(folder)).toEqual([]);
});

test('a draft made in an earlier session cannot be discarded', () => {
  const path = join(testFolder(), 'a.chengce');
  closeDraft(must(createDraft(path, sampleApplication())));
  const { draft } = mustOpen(path);
  expect(() => discardDraft(draft)).toThrow();
  closeDraft(draft);
  expect(existsSync(path)).toBe(true);
});

test('every save is in the application and in the history', () => {
  const path = join(testFolder(), 'a.chengce');
  const draft = must(createDraft(path, sampleApplication(), { who: '张三' }));
  const start = listChanges(draft).at(-1)?.id ?? 0;
  must(answers.save(draft, 'project.name', '5G 智能车间'));
  must(targets.save(draft, '5g-workshop.coverage', 98));
  must(saveDirection(draft, { ...sampleApplication().direction, id: 'platform' }));
  must(consortium.remove(draft, ['unit-2']));
  must(saveSettings(draft, { ...sampleApplication().settings, paperGsm: 70 }));
  must(plan.save(draft, 'plan.2.1', { type: 'doc', content: [] }));
  const [invoice] = sampleInvoices(1);
  if (invoice === undefined) throw new Error('no invoice');
  must(invoices.save(draft, { ...invoice, use: '机房改造' }));
  must(invoices.save(draft, { ...invoice, id: 'new', number: '24112000000048542163' }));
  closeDraft(draft);

  const { draft: again } = mustOpen(path);
  const application = loadApplication(again);
  expect(application.answers['project.name']).toBe('5G 智能车间');
  expect(application.targets['5g-workshop.coverage']).toBe(98);
  expect(application.direction.id).toBe('platform');
  expect(application.consortium.map((unit) => unit.id)).toEqual(['unit-1']);
  expect(application.settings.paperGsm).toBe(70);
  expect(application.plan['plan.2.1']).toEqual({ type: 'doc', content: [] });
  expect(application.invoices[0]?.use).toBe('机房改造');
  expect(application.invoices.at(-1)?.number).toBe('24112000000048542163');
  const changes = listChanges(again, start);
  expect(changes.map((change) => change.path)).toEqual([
    'answers[project.name]',
    'targets[5g-workshop.coverage]',
    'direction',
    'consortium[unit-2]',
    'settings',
    'plan[plan.2.1]',
    'invoices[invoice-1]',
    'invoices[new]',
  ]);
  expect(changes[1]).toMatchObject({ who: '张三', oldValue: '95', newValue: '98' });
  expect(lastSavedAt(again)).toBe(changes.at(-1)?.at);
  closeDraft(again);
});

test('what is saved is synced to the disk before it is acknowledged', () => {
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication()));
  must(answers.save(draft, 'project.name', '断电也在'));
  expect(draft.db.pragma('journal_mode', { simple: true })).toBe('wal');
  // FULL: in WAL mode each commit then waits for the disk.
  expect(draft.db.pragma('synchronous', { simple: true })).toBe(2);
  closeDraft(draft);
  const { draft: again } = mustOpen(draft.path);
  must(answers.save(again, 'project.name', '再开也在'));
  expect(again.db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(again.db.pragma('synchronous', { simple: true })).toBe(2);
  closeDraft(again);
});

test('what is saved unchanged writes nothing', () => {
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication()));
  const before = listChanges(draft).length;
  expect(must(answers.save(draft, 'applicant.name', '重庆示例制造有限公司')).changed).toBe(false);
  for (const invoice of sampleInvoices(3)) expect(must(invoices.save(draft, invoice)).changed).toBe(false);
  expect(listChanges(draft)).toHaveLength(before);
  closeDraft(draft);
});

test('typing in one field is one change; after a pause it is another', () => {
  let now = Date.parse('2020-02-01T08:00:00.000Z');
  const draft = must(
    createDraft(join(testFolder(), 'a.chengce'), sampleApplication(), { now: () => new Date(now) }),
  );
  for (const text of ['重', '重庆', '重庆市']) {
    now += 1000;
    must(answers.save(draft, 'project.location', text));
  }
  now += 10 * 60 * 1000;
  must(answers.save(draft, 'project.location', '重庆市渝北区'));
  const changes = listChanges(draft).filter((change) => change.path === 'answers[project.location]');
  expect(changes.map(({ oldValue, newValue }) => [oldValue, newValue])).toEqual([
    [null, '"重庆市"'],
    ['"重庆市"', '"重庆市渝北区"'],
  ]);
  closeDraft(draft);
});

test('many invoices are saved all or none, keep their order and can be put in another', () => {
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication(0)));
  must(invoices.saveMany(draft, sampleInvoices(50)));
  expect(invoices.all(draft).map((invoice) => invoice.id)).toEqual(
    sampleInvoices(50).map((invoice) => invoice.id),
  );
  const bad = { ...sampleInvoices(1)[0], id: 'bad', totalFen: 1.5 } as never;
  const outcome = invoices.saveMany(draft, [...sampleInvoices(2), bad]);
  expect(!outcome.ok && outcome.problem.code).toBe('value-invalid');
  expect(!outcome.ok && outcome.problem.message).toContain('invoices[bad]');
  expect(invoices.all(draft)).toHaveLength(50);
  must(invoices.reorder(draft, ['invoice-50', 'invoice-3']));
  expect(
    invoices
      .all(draft)
      .map((invoice) => invoice.id)
      .slice(0, 3),
  ).toEqual(['invoice-50', 'invoice-3', 'invoice-1']);
  const missing = invoices.remove(draft, ['invoice-1', 'nobody']);
  expect(!missing.ok && missing.problem.code).toBe('row-missing');
  expect(invoices.all(draft)).toHaveLength(50);
  closeDraft(draft);
});

test('ledger projects and their voucher lines are saved and removed one by one or as a whole', () => {
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication()));
  const [project] = loadApplication(draft).ledger;
  const row = project?.rows[4];
  if (project === undefined || row === undefined) throw new Error('no ledger');
  must(saveLedgerRow(draft, project.id, { ...row, summary: '折旧' }));
  must(saveLedgerRow(draft, project.id, { ...row, id: 'added' }));
  must(removeLedgerRow(draft, project.id, 'ledger-1-row-1'));
  must(saveLedgerProject(draft, { ...project, claimedFen: 1_000_000, rows: [] }));
  const [changed] = loadApplication(draft).ledger;
  expect(changed?.claimedFen).toBe(1_000_000);
  expect(changed?.rows).toHaveLength(30);
  expect(changed?.rows[3]?.summary).toBe('折旧');
  expect(changed?.rows.at(-1)?.id).toBe('added');
  const nowhere = saveLedgerRow(draft, 'nobody', row);
  expect(!nowhere.ok && nowhere.problem.code).toBe('row-missing');
  must(saveLedger(draft, [{ ...project, id: 'other' }]));
  expect(loadApplication(draft).ledger.map(({ id, rows }) => [id, rows.length])).toEqual([['other', 30]]);
  must(removeLedgerProjects(draft, ['other']));
  expect(loadApplication(draft).ledger).toEqual([]);
  closeDraft(draft);
});

test('a call revision nobody knows is carried as it is', () => {
  const path = join(testFolder(), 'a.chengce');
  closeDraft(
    must(createDraft(path, { ...sampleApplication(), call: { id: 'somewhere-2031', revision: 7 } })),
  );
  const { draft } = mustOpen(path);
  expect(readMeta(draft).call).toEqual({ id: 'somewhere-2031', revision: 7 });
  expect(loadApplication(draft).call).toEqual({ id: 'somewhere-2031', revision: 7 });
  closeDraft(draft);
});

test('once settled, the file alone has everything, though the draft is still open', () => {
  const folder = testFolder();
  const draft = must(createDraft(join(folder, 'a.chengce'), sampleApplication()));
  must(answers.save(draft, 'project.name', '随手拷走'));
  settleDraft(draft);
  copyFileSync(join(folder, 'a.chengce'), join(folder, 'b.chengce'));
  const { draft: copy } = mustOpen(join(folder, 'b.chengce'));
  expect(loadApplication(copy).answers['project.name']).toBe('随手拷走');
  closeDraft(copy);
  closeDraft(draft);
  expect(readdirSync(folder).toSorted()).toEqual(['a.chengce', 'b.chengce']);
});

test('after closing, saving is refused as a value', () => {
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication()));
  closeDraft(draft);
  const outcome = answers.save(draft, 'project.name', '晚了');
  expect(!outcome.ok && outcome.problem.code).toBe('draft-closed');
  expect(invoices.remove(draft, ['invoice-1']).ok).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'a draft moved away while open refuses to save, and can be saved elsewhere',
  () => {
    const folder = testFolder();
    const draft = must(createDraft(join(folder, 'a.chengce'), sampleApplication()));
    must(answers.save(draft, 'project.name', '第一次'));
    renameSync(join(folder, 'a.chengce'), join(folder, 'b.chengce'));
    const outcome = answers.save(draft, 'project.name', '第二次');
    expect(!outcome.ok && outcome.problem.code).toBe('draft-moved');
    must(saveDraftAs(draft, join(folder, '另存.chengce')));
    closeDraft(draft);
    const { draft: copy } = mustOpen(join(folder, '另存.chengce'));
    expect(loadApplication(copy).answers['project.name']).toBe('第一次');
    closeDraft(copy);
  },
);

test('what is no draft is refused in words', () => {
  const folder = testFolder();
  const codeFor = (name: string, content: string | Buffer | null): string => {
    const path = join(folder, name);
    if (content !== null) writeFileSync(path, content);
    const outcome = openDraft(path);
    if (outcome.ok) closeDraft(outcome.draft);
    return outcome.ok ? 'opened' : outcome.problem.code;
  };
  expect(codeFor('missing.chengce', null)).toBe('draft-missing');
  expect(codeFor('', null)).toBe('draft-not-a-file');
  expect(codeFor('empty.chengce', '')).toBe('draft-empty');
  expect(codeFor('short.chengce', 'x')).toBe('draft-foreign');
  expect(codeFor('paper.chengce', '%PDF-1.7\n')).toBe('draft-foreign');
  expect(codeFor('zeros.chengce', Buffer.alloc(50_000))).toBe('draft-foreign');
  expect(codeFor('text.chengce', '这是一封信。'.repeat(5000))).toBe('draft-foreign');
});
