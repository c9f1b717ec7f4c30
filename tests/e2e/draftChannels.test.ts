import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import type { ChannelName } from '../../shared/contract/channelNames.ts';
import type { Input, Output } from '../../shared/contract/channels.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { CompanyProfile } from '../../shared/entities/companyProfile.ts';
import { prepareDesk } from './desk.ts';
import type { RunningProgram } from './launchProgram.ts';

const { folder, start, storedName } = prepareDesk();
const call = newestCall(knownCalls());
if (call === null) throw new Error('there is no call');

/** Asks main over the bridge, as the page does. */
async function ask<Name extends ChannelName>(
  { page }: RunningProgram,
  channel: Name,
  input: Input<Name>,
): Promise<Reply<Output<Name>>> {
  return page.evaluate(
    ([name, value]) =>
      (
        Reflect.get(globalThis, 'chengce') as { invoke: (name: string, value: unknown) => Promise<never> }
      ).invoke(name, value),
    [channel, input] as const,
  );
}

async function asked<Name extends ChannelName>(
  program: RunningProgram,
  channel: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await ask(program, channel, input);
  if (!reply.ok) throw new Error(`${channel}: ${reply.problem.message}`);
  return reply.value;
}

/** From now on the person chooses this file in every dialog that asks where to save; null cancels. */
async function saveTo({ app }: RunningProgram, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const offered: string[] = [];
    Reflect.set(globalThis, 'offered', offered);
    Object.assign(dialog, {
      showSaveDialog: async (_window: unknown, options: Electron.SaveDialogOptions) => {
        offered.push(options.defaultPath ?? '');
        return { canceled: chosen === null, filePath: chosen ?? '' };
      },
    });
  }, file);
}

const rename = (value: string) => ({ kind: 'answer', field: call.roles.projectName, value }) as const;

describe('a new draft', () => {
  it('is made where the person says, with its ending, and never over a file that is there', async () => {
    const program = await start();
    const wanted = path.join(folder(), '五号 车间');
    await saveTo(program, wanted);
    const made = await asked(program, 'draft:create', { call: call.id, profile: null });
    expect(made).toMatchObject({ name: '五号 车间.chengce', readOnly: false, sample: false });
    const offered = await program.app.evaluate(() => Reflect.get(globalThis, 'offered') as string[]);
    expect(path.basename(offered[0] ?? '')).toMatch(/\.chengce$/);
    expect(offered[0]).toContain(call.identity.name);
    const again = await ask(program, 'draft:create', { call: call.id, profile: null });
    expect(again).toMatchObject({ ok: false, problem: { code: 'draft-exists' } });
    expect(readdirSync(folder()).filter((name) => /part|新建/.test(name))).toEqual([]);
  });

  it('is not made when the person cancels', async () => {
    const program = await start();
    await saveTo(program, null);
    expect(await asked(program, 'draft:create', { call: call.id, profile: null })).toBeNull();
    expect(readdirSync(folder())).toEqual(['data']);
  });

  it('is filled from a company profile that was kept, also after a restart', async () => {
    const first = await start();
    const profile = CompanyProfile.parse({
      id: 'p1',
      name: '重庆甲公司',
      answers: { [call.roles.applicantName]: '重庆甲公司', [call.roles.projectName]: '旧项目' },
    });
    await asked(first, 'profiles:keep', profile);
    await first.app.close();
    const program = await start();
    expect(await asked(program, 'profiles:list', {})).toEqual([profile]);
    await saveTo(program, path.join(folder(), '甲.chengce'));
    const made = await asked(program, 'draft:create', { call: call.id, profile: 'p1' });
    expect(made?.application.answers[call.roles.applicantName]).toBe('重庆甲公司');
    expect(
      made?.application.answers[call.roles.projectName],
      'is no property of the company',
    ).toBeUndefined();
    await asked(program, 'profiles:remove', { id: 'p1' });
    expect(await asked(program, 'profiles:list', {})).toEqual([]);
  });
});

describe('a draft that is open', () => {
  it('goes on in the copy after 另存为; the first keeps what it had', async () => {
    const program = await start();
    const [one, two] = [path.join(folder(), '一.chengce'), path.join(folder(), '二.chengce')];
    await saveTo(program, one);
    const made = await asked(program, 'draft:create', { call: call.id, profile: null });
    if (made === null) throw new Error('nothing was made');
    await asked(program, 'draft:save', { session: made.session, edits: [rename('第一稿')] });
    await saveTo(program, two);
    const copy = await asked(program, 'draft:saveAs', { session: made.session });
    expect(copy?.name).toBe('二.chengce');
    await asked(program, 'draft:save', { session: copy?.session ?? '', edits: [rename('第二稿')] });
    const late = await ask(program, 'draft:save', { session: made.session, edits: [rename('太晚')] });
    expect(late).toMatchObject({ ok: false, problem: { code: 'draft-not-open' } });
    await program.app.close();
    expect([storedName(one), storedName(two)]).toEqual(['第一稿', '第二稿']);
  });

  it('keeps versions that can be read again', async () => {
    const program = await start();
    await saveTo(program, path.join(folder(), '一.chengce'));
    const made = await asked(program, 'draft:create', { call: call.id, profile: null });
    const session = made?.session ?? '';
    await asked(program, 'draft:save', { session, edits: [rename('第一稿')] });
    const version = await asked(program, 'draft:saveVersion', { session, name: '送审' });
    await asked(program, 'draft:save', { session, edits: [rename('第二稿')] });
    expect(await asked(program, 'draft:versions', { session })).toEqual([version]);
    const then = await asked(program, 'draft:readVersion', { session, id: version.id });
    expect(then.answers[call.roles.projectName]).toBe('第一稿');
  });

  it('stands on the start page after closing, with its project, and is opened by its id', async () => {
    const program = await start();
    await saveTo(program, path.join(folder(), '一.chengce'));
    const made = await asked(program, 'draft:create', { call: call.id, profile: null });
    const { savedAt } = await asked(program, 'draft:save', {
      session: made?.session ?? '',
      edits: [rename('五号车间')],
    });
    await asked(program, 'draft:close', { session: made?.session ?? '' });
    const [recent] = await asked(program, 'draft:recents', {});
    expect(recent).toMatchObject({
      name: '一.chengce',
      present: true,
      projectName: '五号车间',
      callName: call.identity.name,
      deadline: call.submission.deadline,
      savedAt,
      total: call.sections.length,
    });
    const again = await asked(program, 'draft:openRecent', { id: recent?.id ?? '' });
    expect(again.application.answers[call.roles.projectName]).toBe('五号车间');
    await asked(program, 'draft:forgetRecent', { id: recent?.id ?? '' });
    expect(await asked(program, 'draft:recents', {})).toEqual([]);
  });
});

describe('a sample', () => {
  it('is a copy of its own, kept among the data of the program, and no recent draft', async () => {
    const program = await start();
    const { samples } = await asked(program, 'app:info', {});
    expect(samples.length).toBeGreaterThanOrEqual(3);
    const wrong = samples.find(({ id }) => id.includes('wrong'));
    const opened = await asked(program, 'draft:openSample', { sample: wrong?.id ?? '' });
    expect(opened).toMatchObject({ sample: true, readOnly: false });
    expect(opened.application.attachments.length).toBeGreaterThan(5);
    await asked(program, 'draft:save', { session: opened.session, edits: [rename('我改过了')] });
    await asked(program, 'draft:close', { session: opened.session });
    const again = await asked(program, 'draft:openSample', { sample: wrong?.id ?? '' });
    expect(again.application.answers[call.roles.projectName], 'what was tried out is still there').toBe(
      '我改过了',
    );
    expect(await asked(program, 'draft:recents', {})).toEqual([]);
    expect(existsSync(path.join(folder(), 'data', 'samples'))).toBe(true);
  });
});

describe('preferences', () => {
  it('are there after a restart; the theme is that of the whole window', async () => {
    const first = await start();
    const wanted = {
      theme: 'dark',
      sideOpen: false,
      sideWidth: 500,
      invoiceRegister: false,
      layout: { 'grid.invoices': 'a,b' },
    } as const;
    await asked(first, 'app:savePreferences', wanted);
    const dark = () => first.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
    expect(await dark()).toBe(true);
    await first.app.close();
    const second = await start();
    expect(await asked(second, 'app:preferences', {})).toEqual(wanted);
    expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  });
});
