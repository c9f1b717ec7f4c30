import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  createOpenDrafts,
  type DraftListener,
  describeOpen,
  type OpenDrafts,
} from '../../../main/session/openDrafts.ts';
import { createProfiles } from '../../../main/session/profiles.ts';
import { createRecents } from '../../../main/session/recents.ts';
import { closeDraft } from '../../../main/store/closeDraft.ts';
import { createDraft } from '../../../main/store/createDraft.ts';
import { loadApplication } from '../../../main/store/loadApplication.ts';
import { openDraft } from '../../../main/store/openDraft.ts';
import { knownCalls } from '../../../main/tasks/knownCalls.ts';
import { Edit } from '../../../shared/edits/edit.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { CompanyProfile } from '../../../shared/entities/companyProfile.ts';
import { sampleApplication } from '../../store/sampleApplication.ts';
import { shelfIn } from './shelfIn.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const calls = knownCalls();

function draftFile(folder: string, name: string, application: Application = sampleApplication()): string {
  const file = path.join(folder, name);
  const made = createDraft(file, application);
  if (!made.ok) throw new Error(made.problem.message);
  closeDraft(made.value);
  return file;
}

function session(folder: string, tell?: DraftListener): OpenDrafts {
  const drafts = createOpenDrafts(() => calls, path.join(folder, 'samples'), tell);
  onTestFinished(drafts.close);
  return drafts;
}

function must<Value>(reply: { ok: true; value: Value } | { ok: false; problem: { message: string } }): Value {
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

const rename = (value: string): Edit => ({ kind: 'answer', field: 'applicant.name', value });

describe('the open draft', () => {
  it('follows every edit it stores, and the file has the same', () => {
    const folder = temporaryFolder();
    const drafts = session(folder);
    const open = must(drafts.open(draftFile(folder, 'a.chengce')));
    const edits = [
      rename('重庆乙公司'),
      Edit.parse({ kind: 'rows', list: 'invoices', remove: ['invoice-2'], order: ['invoice-9'] }),
    ];
    const { savedAt } = must(drafts.save(open.session, edits));
    expect(open.application.answers['applicant.name']).toBe('重庆乙公司');
    expect(open.application).toEqual(loadApplication(open.draft));
    expect(describeOpen(open)).toMatchObject({ savedAt, name: 'a.chengce', readOnly: false, sample: false });
  });

  it('is left as it was when storing fails', () => {
    const folder = temporaryFolder();
    const drafts = session(folder);
    const open = must(drafts.open(draftFile(folder, 'a.chengce')));
    const before = open.application;
    const broken = Edit.parse({ kind: 'rows', list: 'budget', order: ['budget-1', 'budget-1'] });
    const reply = drafts.save(open.session, [rename('重庆乙公司'), broken]);
    expect(reply).toMatchObject({ ok: false, problem: { code: 'id-repeated' } });
    expect(open.application).toBe(before);
    expect(loadApplication(open.draft)).toEqual(before);
  });

  it('follows what others stored once they say so', () => {
    const folder = temporaryFolder();
    const drafts = session(folder);
    const open = must(drafts.open(draftFile(folder, 'a.chengce')));
    drafts.recordStored('another session', [rename('not this one')]);
    drafts.recordStored(open.session, [rename('重庆丙公司')]);
    expect(open.application.answers['applicant.name']).toBe('重庆丙公司');
  });

  it('is closed when another is opened; a save that comes late goes into neither', () => {
    const folder = temporaryFolder();
    const drafts = session(folder);
    const one = must(drafts.open(draftFile(folder, 'one.chengce')));
    const two = must(drafts.open(draftFile(folder, 'two.chengce')));
    expect(one.draft.state.closed).toBe(true);
    expect(one.signal.aborted).toBe(true);
    expect(two.signal.aborted).toBe(false);
    const late = drafts.save(one.session, [rename('late')]);
    expect(late).toMatchObject({ ok: false, problem: { code: 'draft-not-open' } });
    expect(two.application.answers['applicant.name']).not.toBe('late');
  });

  it('stays open when what should take its place cannot be opened', () => {
    const folder = temporaryFolder();
    const drafts = session(folder);
    const one = must(drafts.open(draftFile(folder, 'one.chengce')));
    writeFileSync(path.join(folder, 'photo.chengce'), 'this is a photo');
    const strange = { ...sampleApplication(), call: { id: 'unheard-of', revision: 1 } };
    const unknown = draftFile(folder, 'unknown.chengce', strange);
    for (const [file, code] of [
      [path.join(folder, 'gone.chengce'), 'draft-missing'],
      [path.join(folder, 'photo.chengce'), 'draft-foreign'],
      [unknown, 'call-unknown'],
    ] as const)
      expect(drafts.open(file)).toMatchObject({ ok: false, problem: { code } });
    expect(drafts.current()?.session).toBe(one.session);
    expect(drafts.save(one.session, [rename('still here')]).ok).toBe(true);
    const again = openDraft(unknown);
    expect(again.ok && again.notices, 'what was refused is not left locked').toEqual([]);
    if (again.ok) closeDraft(again.draft);
  });

  it('opened once more is the same: nothing is closed, nothing locked', () => {
    const folder = temporaryFolder();
    const drafts = session(folder);
    const file = draftFile(folder, 'one.chengce');
    const one = must(drafts.open(file));
    const again = must(drafts.open(path.join(folder, '.', 'one.chengce')));
    expect(again.session).toBe(one.session);
    expect(again.draft.readOnly).toBe(false);
  });

  it('leaves one plain file when it is closed', () => {
    const folder = temporaryFolder();
    const drafts = session(folder);
    const file = draftFile(folder, 'one.chengce');
    const open = must(drafts.open(file));
    must(drafts.save(open.session, [rename('last word')]));
    drafts.close();
    drafts.close();
    expect(drafts.current()).toBeNull();
    expect(existsSync(`${file}-wal`)).toBe(false);
    const copy = path.join(folder, 'copy.chengce');
    copyFileSync(file, copy);
    expect(must(drafts.open(copy)).application.answers['applicant.name']).toBe('last word');
  });

  it('tells what happens to it, in turn', () => {
    const folder = temporaryFolder();
    const told: string[] = [];
    const drafts = session(folder, (what, { draft }) => told.push(`${what} ${path.basename(draft.path)}`));
    const one = must(drafts.open(draftFile(folder, 'one.chengce')));
    must(drafts.save(one.session, [rename('x')]));
    must(drafts.open(draftFile(folder, 'two.chengce')));
    expect(told).toEqual([
      'opened one.chengce',
      'stored one.chengce',
      'closing one.chengce',
      'closed one.chengce',
      'opened two.chengce',
    ]);
  });

  it('is stored, closed and replaced even when whoever listens breaks down: a pulled stick must not hold the window', () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => report.mockRestore());
    const folder = temporaryFolder();
    let calm = false;
    const drafts = session(folder, (what) => {
      if (!calm) throw new Error(`no disk at ${what}`);
    });
    const one = must(drafts.open(draftFile(folder, 'one.chengce')));
    must(drafts.save(one.session, [rename('on the disk')]));
    const two = must(drafts.open(draftFile(folder, 'two.chengce')));
    expect(one.draft.state.closed).toBe(true);
    expect(drafts.current()?.session).toBe(two.session);
    drafts.close();
    expect(drafts.current()).toBeNull();
    expect(two.draft.state.closed).toBe(true);
    expect(report).toHaveBeenCalledTimes(7);
    calm = true;
    const again = must(drafts.open(one.draft.path));
    expect(again.draft.readOnly, 'no lock is left').toBe(false);
    expect(again.application.answers['applicant.name']).toBe('on the disk');
  });

  it('says when it is a copy of a sample', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'samples'));
    const drafts = session(folder);
    expect(must(drafts.open(draftFile(path.join(folder, 'samples'), 's.chengce'))).sample).toBe(true);
  });
});

describe('the recent drafts', () => {
  it('come newest first with what was known when they were last judged', async () => {
    const folder = temporaryFolder();
    const recents = createRecents(shelfIn(folder));
    const drafts = session(folder);
    const one = must(drafts.open(draftFile(folder, '甲.chengce')));
    recents.noteOpened(one);
    expect(await recents.list()).toMatchObject([
      { name: '甲.chengce', done: 0, openErrors: 0, present: true, projectName: '' },
    ]);
    must(
      drafts.save(one.session, [{ kind: 'answer', field: one.call.roles.projectName, value: '五号车间' }]),
    );
    recents.note(one);
    const [judged] = await recents.list();
    expect(judged).toMatchObject({ projectName: '五号车间', total: one.call.sections.length });
    expect(judged?.openErrors).toBeGreaterThan(0);
    recents.noteOpened(must(drafts.open(draftFile(folder, '乙.chengce'))));
    const both = await createRecents(shelfIn(folder)).list();
    expect(both.map(({ name }) => name)).toEqual(['乙.chengce', '甲.chengce']);
    expect(both[1]).toEqual(judged);
  });

  it('tell no path to the window, but main finds the file by the id', async () => {
    const folder = temporaryFolder();
    const recents = createRecents(shelfIn(folder));
    const open = must(session(folder).open(draftFile(folder, '甲.chengce')));
    recents.noteOpened(open);
    const [recent] = await recents.list();
    expect(Object.keys(recent ?? {})).not.toContain('path');
    expect(recents.pathOf(recent?.id ?? '')).toBe(open.draft.path);
    expect(recents.pathOf('unheard-of')).toBeNull();
  });

  it('say when a file is no longer there, and forget it when told', async () => {
    const folder = temporaryFolder();
    const recents = createRecents(shelfIn(folder));
    const drafts = session(folder);
    const file = draftFile(folder, '甲.chengce');
    recents.noteOpened(must(drafts.open(file)));
    drafts.close();
    rmSync(file);
    const [recent] = await recents.list();
    expect(recent?.present).toBe(false);
    recents.forget(recent?.id ?? '');
    expect(await recents.list()).toEqual([]);
  });
});

describe('公司资料库', () => {
  it('keeps a profile once, the newest first, and lets it go', () => {
    const folder = temporaryFolder();
    const profiles = createProfiles(shelfIn(folder));
    const profile = (id: string, name: string) => CompanyProfile.parse({ id, name });
    profiles.keep(profile('a', '甲公司'));
    profiles.keep(profile('b', '乙公司'));
    profiles.keep(profile('a', '甲公司（更名）'));
    expect(createProfiles(shelfIn(folder)).list()).toEqual([
      profile('a', '甲公司（更名）'),
      profile('b', '乙公司'),
    ]);
    expect(profiles.find('b')?.name).toBe('乙公司');
    profiles.remove('a');
    profiles.remove('never-there');
    expect(profiles.list()).toEqual([profile('b', '乙公司')]);
  });
});
