import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import type { Application } from '../../shared/entities/application.ts';
import { mustOpen } from '../store/mustOpen.ts';
import { type CreatedDraft, createDraft } from './createDraft.ts';
import { killProgram } from './killProgram.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { Workspace } from './pages/Workspace.ts';

let draft: CreatedDraft;
let program: RunningProgram;
let work: Workspace;

async function open(): Promise<void> {
  program = await launchProgram({ args: [draft.file], dataFolder: `${draft.folder}/data` });
  work = new Workspace(program.page);
  await work.shown();
}

/** What the file on the disk holds; the program has ended. */
function stored(): Application {
  const { draft: opened } = mustOpen(draft.file);
  try {
    return loadApplication(opened);
  } finally {
    closeDraft(opened);
  }
}

beforeEach(async () => {
  draft = await createDraft();
  await open();
});

afterEach(async () => {
  await program.app.close().catch(() => undefined);
  await rm(draft.folder, { recursive: true, force: true });
});

describe('saving', () => {
  it('says 已保存 only when the disk has the words: a power cut right after it loses none', async () => {
    await work.goTo('封面与申报方向');
    await work.input('project.name').pressSequentially('五号车间智能化改造', { delay: 15 });
    await work
      .head()
      .getByText('正在保存')
      .or(work.head().getByText(/^已保存/))
      .first()
      .waitFor();
    await work.saved();
    await killProgram(program.app);
    await open();
    await work.heading('五号车间智能化改造').waitFor();
    await work.goTo('封面与申报方向');
    expect(await work.input('project.name').inputValue()).toBe('五号车间智能化改造');
  });

  it('a power cut while typing loses at most the last second', async () => {
    await work.goTo('封面与申报方向');
    const text = '一二三四五六七八九十'.repeat(6);
    const begun = performance.now();
    const typed: number[] = [];
    await work.input('project.name').focus();
    for (const letter of text) {
      await program.page.keyboard.insertText(letter);
      typed.push(performance.now() - begun);
      await program.page.waitForTimeout(40);
    }
    const cut = performance.now() - begun;
    await killProgram(program.app);
    const kept = String(stored().answers['project.name'] ?? '');
    expect(text.startsWith(kept)).toBe(true);
    const older = typed.filter((at) => at < cut - 1000).length;
    expect(kept.length).toBeGreaterThanOrEqual(older);
  });

  it('closing the window right after a key saves it first', async () => {
    await work.goTo('封面与申报方向');
    await work.input('project.name').focus();
    await program.page.keyboard.insertText('最后一个字');
    await program.app.close();
    expect(stored().answers['project.name']).toBe('最后一个字');
  });

  it('a page that is loaded anew comes back to its draft', async () => {
    await work.goTo('封面与申报方向');
    await work.input('project.name').fill('重新载入');
    await work.saved();
    await program.page.reload();
    await work.shown();
    await work.heading('重新载入').waitFor();
  });

  it('words main cannot take stay in the window, are told, and are saved when it can', async () => {
    // The disk refuses: the file may not be written any more.
    await work.goTo('封面与申报方向');
    await program.app.evaluate(({ ipcMain }) => {
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>;
      const real = handlers.get('draft:save');
      Reflect.set(globalThis, 'giveBack', () => handlers.set('draft:save', real));
      handlers.set('draft:save', () =>
        Promise.resolve({ ok: false, problem: { code: 'disk-full', message: '磁盘已满。' } }),
      );
      return true;
    });
    await work.input('project.name').fill('磁盘满时写的');
    await work.head().getByText('未能保存：磁盘已满。').waitFor();
    await program.page.keyboard.press('Control+W');
    await work.dialog().getByText('最后的修改还没有存进草稿').waitFor();
    expect(await work.dialog().getByLabel('还没有保存的内容').inputValue()).toBe('磁盘满时写的');
    await work.dialog().getByRole('button', { name: '返回' }).click();
    expect(await work.input('project.name').inputValue()).toBe('磁盘满时写的');
    await program.app.evaluate(() => {
      (Reflect.get(globalThis, 'giveBack') as () => void)();
      return true;
    });
    await work.head().getByRole('button', { name: '重试' }).click();
    await work.saved();
    await program.app.close();
    expect(stored().answers['project.name']).toBe('磁盘满时写的');
  });
});

describe('versions and undo', () => {
  it('Ctrl+S names a version; going back to it is a change like any other, which undo takes back', async () => {
    await work.goTo('封面与申报方向');
    await work.input('project.name').fill('第一稿');
    await work.saved();
    await program.page.keyboard.press('Control+S');
    await work.dialog().getByLabel('版本名称').fill('交领导之前');
    await program.page.keyboard.press('Enter');
    await program.page.getByText('已保存版本“交领导之前”').waitFor();
    await work.input('project.name').fill('改坏了');
    await work.find('恢复版本');
    await work.dialog().getByRole('button', { name: '查看' }).first().click();
    await work.dialog().getByText('：第一稿').waitFor();
    await work.dialog().getByRole('button', { name: '恢复', exact: true }).first().click();
    await work.goTo('封面与申报方向');
    expect(await work.input('project.name').inputValue()).toBe('第一稿');
    await work.head().getByRole('button', { name: '撤销' }).click();
    await work.goTo('封面与申报方向');
    expect(await work.input('project.name').inputValue()).toBe('改坏了');
  });

  it('undo goes across sections and leads to what it changed; redo goes the way again', async () => {
    const { page } = program;
    await work.goTo('申报单位');
    await work.input('applicant.name').fill('重庆甲机械有限公司');
    await work.goTo('封面与申报方向');
    await work.input('project.name').fill('五号车间');
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(() => document.activeElement?.closest('[data-at="project.name"]') !== null);
    expect(await work.input('project.name').inputValue()).toBe('');
    await page.keyboard.press('Control+Z');
    await work.heading('申报单位').waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[data-at="applicant.name"]') !== null);
    expect(await work.input('applicant.name').inputValue()).toBe('');
    await page.keyboard.press('Control+Shift+Z');
    expect(await work.input('applicant.name').inputValue()).toBe('重庆甲机械有限公司');
    await page.keyboard.press('Control+Y');
    await work.heading('封面与申报方向').waitFor();
    await work.saved();
    await program.app.close();
    const { answers } = stored();
    expect([answers['applicant.name'], answers['project.name']]).toEqual(['重庆甲机械有限公司', '五号车间']);
  });
});
