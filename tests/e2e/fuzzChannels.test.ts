import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { type ChannelName, channelNames } from '../../shared/contract/channelNames.ts';
import { mustOpen } from '../store/mustOpen.ts';
import { sampleApplication } from '../store/sampleApplication.ts';
import { type FuzzTally, fuzzPage } from './fuzzPage.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';

/** Messages per channel; about 30 channels. */
const COUNT = 200;

const folder = mkdtempSync(path.join(os.tmpdir(), '成册 模糊-'));
const file = path.join(folder, '草 稿.chengce');
const before = sampleApplication(40);
let program: RunningProgram;

const profile = { id: 'p', name: '甲公司', code: '', answers: { 'applicant.name': '甲公司' }, partners: [] };
const preferences = { theme: 'dark', sideOpen: true, sideWidth: 400, layout: { 'grid.width': 3 } };
/** A right input of every channel, but for the session, which `sessionOf` gives. */
const valid: { readonly [Name in ChannelName]: unknown } = {
  'app:info': {},
  'app:preferences': {},
  'app:savePreferences': preferences,
  'draft:create': { call: before.call.id, profile: null },
  'draft:choose': {},
  'draft:openRecent': { id: 'recent' },
  'draft:openSample': { sample: 'no such sample' },
  'draft:openRequested': {},
  'draft:recents': {},
  'draft:forgetRecent': { id: 'recent' },
  'draft:save': {
    session: '',
    edits: [
      { kind: 'answer', field: 'project.name', value: '五号车间' },
      { kind: 'rows', list: 'invoices', save: [], remove: ['invoice-1'], order: ['invoice-3', 'invoice-2'] },
      { kind: 'rows', list: 'budget', save: [{ id: 'budget-2', item: '网关' }] },
      { kind: 'plan', item: 'plan.1.1', value: { type: 'doc', content: [{ type: 'paragraph' }] } },
      { kind: 'ledgerRows', project: 'ledger-1', remove: ['ledger-1-row-1'] },
      { kind: 'direction', value: { id: '5g', contents: { a: true } } },
      { kind: 'settings', value: { paperGsm: 90 } },
      { kind: 'setAside', finding: 'B4', reason: '合同' },
      { kind: 'target', target: 'x', value: 1 },
    ],
  },
  'draft:saveAs': { session: '' },
  'draft:close': { session: '' },
  'draft:flushed': { close: false },
  'draft:versions': { session: '' },
  'draft:saveVersion': { session: '', name: '第一版' },
  'draft:readVersion': { session: '', id: 1 },
  'profiles:list': {},
  'profiles:keep': profile,
  'profiles:remove': { id: 'p' },
  'attachments:choose': { session: '', kind: null, folder: false },
  'attachments:add': {},
  'attachments:cancel': {},
  'evidence:read': { session: '', attachments: ['attachment-1', 'attachment-2'] },
  'evidence:map': {
    session: '',
    attachment: 'attachment-1',
    mappings: [
      {
        signature: '发票号码|金额',
        kind: 'invoice-list',
        headRow: 0,
        columns: ['number', 'netFen', null],
        unit: 'yuan',
      },
    ],
    remember: true,
  },
  'register:elsewhere': { session: '' },
  'pictures:add': { session: '', name: '图.png', bytes: [1, 2, 3] },
  'preview:compile': { session: '' },
  'export:chooseFolder': { session: '' },
  'export:start': { session: '', token: 'no such folder' },
  'export:cancel': {},
  'export:reveal': {},
  'export:openFile': { role: 'pdf' },
};

beforeAll(async () => {
  const made = createDraft(file, before);
  if (!made.ok) throw new Error(made.problem.message);
  closeDraft(made.value);
  program = await launchProgram();
  await program.page.locator('h1').first().waitFor();
  // Whoever fuzzes cannot press buttons: every dialog is cancelled, nothing is opened outside.
  await program.app.evaluate(({ dialog, shell }) => {
    const cancelled = async () => ({ canceled: true, filePaths: [], filePath: '' });
    const opened: string[] = [];
    Object.assign(dialog, {
      showOpenDialog: cancelled,
      showSaveDialog: cancelled,
      showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
    });
    Object.assign(shell, {
      openPath: async (target: string) => opened.push(target),
      showItemInFolder: (target: string) => opened.push(target),
      openExternal: async (target: string) => opened.push(target),
    });
    Reflect.set(globalThis, 'openedOutside', opened);
  });
});

afterAll(async () => {
  await program?.close();
  rmSync(folder, { recursive: true, force: true });
});

const invoke = (channel: ChannelName, input: unknown): Promise<unknown> =>
  program.page.evaluate(
    ([name, value]) =>
      (
        Reflect.get(globalThis, 'chengce') as { invoke: (name: string, value: unknown) => Promise<unknown> }
      ).invoke(name, value),
    [channel, input] as const,
  );

/** Opens the draft by the dialog, which names it this once; returns its session. */
async function openDraft(): Promise<string> {
  await program.app.evaluate(({ dialog }, chosen) => {
    const cancelled = dialog.showOpenDialog;
    Object.assign(dialog, {
      showOpenDialog: async () => {
        Object.assign(dialog, { showOpenDialog: cancelled });
        return { canceled: false, filePaths: [chosen] };
      },
    });
  }, file);
  const reply = (await invoke('draft:choose', {})) as { value?: { session?: string } };
  if (reply.value?.session === undefined) throw new Error(JSON.stringify(reply).slice(0, 500));
  return reply.value.session;
}

async function throwAt(channel: ChannelName, session: string, seed: number): Promise<FuzzTally> {
  const input = valid[channel] as Readonly<Record<string, unknown>>;
  return program.page.evaluate(fuzzPage, {
    channel,
    valid: 'session' in input ? { ...input, session } : input,
    count: COUNT,
    seed,
  });
}

const digest = (): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Every message was answered in words of the contract; what is thrown could not even be sent. */
function expectAnswers(tally: FuzzTally, channel: ChannelName): void {
  const told = JSON.stringify(tally);
  expect(tally.silent ?? 0, `${channel} ${told}`).toBe(0);
  expect(tally['no reply'] ?? 0, `${channel} ${told}`).toBe(0);
  expect(tally['problem unexpected'] ?? 0, `${channel} ${told}`).toBe(0);
}

describe('thousands of malformed messages', () => {
  it('with a session that is not open leave the draft as it was, to the byte', async () => {
    const untouched = digest();
    const all: Record<string, FuzzTally> = {};
    for (const [index, channel] of channelNames.entries()) {
      all[channel] = await throwAt(channel, 'a session of long ago', index + 1);
      expectAnswers(all[channel], channel);
    }
    expect(all['draft:save']?.['problem input-refused']).toBeGreaterThan(COUNT / 4);
    expect(all['draft:save']?.ok).toBeUndefined();
    expect(digest()).toBe(untouched);
  });

  it('with the session that is open leave a draft that is whole, and a program that answers', async () => {
    for (const [index, channel] of channelNames.entries()) {
      const session = await openDraft();
      const tally = await throwAt(channel, session, 1000 + index);
      expectAnswers(tally, channel);
      if (channel === 'draft:save')
        expect(tally.ok, 'some changes still were proper edits').toBeGreaterThan(3);
    }
    const info = (await invoke('app:info', {})) as { ok: boolean };
    expect(info.ok).toBe(true);
    const session = await openDraft();
    const saved = await invoke('draft:save', {
      session,
      edits: [{ kind: 'answer', field: 'project.name', value: '最后一句' }],
    });
    expect(saved).toMatchObject({ ok: true });
    await invoke('draft:close', { session });
    const { draft, notices } = mustOpen(file);
    expect(notices).toEqual([]);
    const application = loadApplication(draft);
    expect(draft.db.pragma('integrity_check', { simple: true })).toBe('ok');
    closeDraft(draft);
    expect(application.answers['project.name']).toBe('最后一句');
    expect(application.invoices.length).toBeGreaterThan(30);
    const call = newestCall(knownCalls(), before.call.id);
    if (call === null) throw new Error('the call is gone');
    expect(evaluate(call, application).findings.length).toBeGreaterThan(50);
  });

  it('change no prototype, open nothing outside and leave one window', async () => {
    const facts = await program.app.evaluate(({ BrowserWindow }) => ({
      polluted: Reflect.get({}, 'polluted') ?? null,
      outside: Reflect.get(globalThis, 'openedOutside') as string[],
      windows: BrowserWindow.getAllWindows().length,
    }));
    expect(facts).toEqual({ polluted: null, outside: [], windows: 1 });
    expect(await program.page.evaluate(() => location.href)).toBe('app://chengce/');
  });
});
