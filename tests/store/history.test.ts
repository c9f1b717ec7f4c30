import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answers } from '../../main/store/answers.ts';
import { type Change, listChanges } from '../../main/store/changes.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import type { Draft } from '../../main/store/draft.ts';
import { invoices } from '../../main/store/invoices.ts';
import { removeLedgerProjects, saveLedger } from '../../main/store/ledger.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { restoreVersion, saveVersion } from '../../main/store/versions.ts';
import { must } from './must.ts';
import { sampleApplication, sampleInvoices } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

/** A new draft, and the history after its making. All in one minute: what may be merged would be. */
function newDraft(): { readonly draft: Draft; readonly history: () => readonly Change[] } {
  const now = (): Date => new Date('2020-02-01T08:00:00.000Z');
  const draft = must(createDraft(join(testFolder(), 'a.chengce'), sampleApplication(), { now }));
  const start = listChanges(draft).at(-1)?.id ?? 0;
  return { draft, history: () => listChanges(draft, start) };
}

test('rows removed or replaced one group after the other are all still in the history, whole', () => {
  const { draft, history } = newDraft();
  const [one, two, three, four, five] = sampleInvoices(5);
  if (five === undefined) throw new Error('five invoices');
  must(invoices.remove(draft, ['invoice-1', 'invoice-2']));
  must(invoices.remove(draft, ['invoice-3', 'invoice-4']));
  must(invoices.saveMany(draft, [{ ...five, use: '改一' }, ...sampleInvoices(1)]));
  must(invoices.saveMany(draft, [{ ...five, use: '改二' }]));
  expect(history().map(({ oldValue, newValue }) => [JSON.parse(oldValue ?? ''), newValue])).toEqual([
    [{ removed: [one, two] }, null],
    [{ removed: [three, four] }, null],
    [{ replaced: [five] }, '{"saved":["invoice-5","invoice-1"]}'],
    [{ replaced: [{ ...five, use: '改一' }] }, '{"saved":["invoice-5"]}'],
  ]);
  closeDraft(draft);
});

test('of many rows saved only those that differ are changes', () => {
  const { draft, history } = newDraft();
  const [first, ...others] = sampleInvoices(12);
  if (first === undefined) throw new Error('no invoice');
  expect(must(invoices.saveMany(draft, [first, ...others])).changed).toBe(false);
  expect(must(invoices.saveMany(draft, [{ ...first, use: '改' }, ...others])).changed).toBe(true);
  expect(history().map(({ newValue }) => newValue)).toEqual(['{"saved":["invoice-1"]}']);
  closeDraft(draft);
});

test('a row added and removed at once was there, and so it stands in the history', () => {
  const { draft, history } = newDraft();
  const [invoice] = sampleInvoices(1);
  if (invoice === undefined) throw new Error('no invoice');
  const added = { ...invoice, id: 'added' };
  must(invoices.save(draft, added));
  must(invoices.remove(draft, ['added']));
  must(invoices.save(draft, { ...added, use: '又来' }));
  expect(history().map(({ oldValue, newValue }) => [oldValue, newValue])).toEqual([
    [null, JSON.stringify(added)],
    [JSON.stringify(added), null],
    [null, JSON.stringify({ ...added, use: '又来' })],
  ]);
  closeDraft(draft);
});

test('answers saved together keep each their old value, also when others were saved together before', () => {
  const { draft, history } = newDraft();
  must(answers.saveMany(draft, { 'applicant.name': '甲' }));
  must(answers.saveMany(draft, { 'evaluation.score': 90 }));
  expect(history().map(({ oldValue }) => oldValue)).toEqual([
    '{"applicant.name":"重庆示例制造有限公司"}',
    '{"evaluation.score":87.5}',
  ]);
  closeDraft(draft);
});

test('every new order and every restoring is a change of its own', () => {
  const { draft, history } = newDraft();
  const { id } = must(saveVersion(draft, '一'));
  must(invoices.reorder(draft, ['invoice-2']));
  must(invoices.reorder(draft, ['invoice-3']));
  const { before } = must(restoreVersion(draft, id));
  must(restoreVersion(draft, before));
  expect(history().map((change) => change.path)).toEqual([
    `versions[${id}]`,
    'invoices.order',
    'invoices.order',
    'application',
    'application',
  ]);
  closeDraft(draft);
});

test('a sub-ledger removed or replaced is in the history with all its voucher lines', () => {
  const { draft, history } = newDraft();
  const { ledger } = loadApplication(draft);
  const [project] = ledger;
  if (project === undefined) throw new Error('no ledger');
  const other = { ...project, id: 'other', rows: project.rows.slice(0, 3) };
  must(saveLedger(draft, [other]));
  must(removeLedgerProjects(draft, ['other']));
  expect(history().map(({ oldValue }) => JSON.parse(oldValue ?? ''))).toEqual([ledger, other]);
  closeDraft(draft);
});
