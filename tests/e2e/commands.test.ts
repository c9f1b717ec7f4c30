import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningProgram } from './launchProgram.ts';
import { openWorkspace } from './openWorkspace.ts';
import type { Workspace } from './pages/Workspace.ts';

let program: RunningProgram;
let work: Workspace;

beforeAll(async () => {
  ({ program, work } = await openWorkspace({ answers: { 'project.name': '五号车间' } }));
});

afterAll(async () => {
  await program?.close();
});

/** Chooses an item of the native menu by the words of its label. */
async function chooseInMenu(words: string): Promise<void> {
  const found = await program.app.evaluate(({ Menu }, wanted) => {
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
    const item = items.find(({ label, enabled }) => enabled && label.includes(wanted));
    item?.click();
    return item !== undefined;
  }, words);
  expect(found, `menu item ${words}`).toBe(true);
}

describe('the palette', () => {
  it('leads to a field by a part of its name, without a mouse', async () => {
    await work.find('总投资');
    await work.heading('申报表').waitFor();
    await program.page.waitForFunction(
      () => document.activeElement?.closest('[data-at="project.totalFen"]') !== null,
    );
    expect((await work.focused()).tag).toBe('INPUT');
  });

  it('leads to an item of the plan and to a kind of attachment', async () => {
    await work.find('营业执照');
    await work.heading('其他附件').waitFor();
    await work.find('方案 投资情况');
    await work.heading('建设方案').waitFor();
  });

  it('is a combobox that names what is marked, goes round with the arrows and gives the focus back', async () => {
    const { page } = program;
    await work.goTo('封面与申报方向');
    await work.input('project.name').focus();
    await page.keyboard.press('Control+K');
    await page.keyboard.type('侧栏');
    const marked = async () =>
      page.locator(`[id="${await work.palette().getAttribute('aria-activedescendant')}"]`).textContent();
    const first = await marked();
    await page.keyboard.press('ArrowDown');
    expect(await marked()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await marked()).toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('option').last().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    await work.palette().waitFor({ state: 'detached' });
    expect((await work.focused()).at).toBe('project.name');
  });

  it('says so when it finds nothing', async () => {
    const { page } = program;
    await page.keyboard.press('Control+K');
    await page.keyboard.type('没有这样的东西');
    await page.getByText('没有找到').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await work.palette().waitFor({ state: 'detached' });
  });
});

describe('keys and menu', () => {
  it('F1 lists every key of the menu too', async () => {
    const { page } = program;
    await page.keyboard.press('F1');
    await work.dialog().getByText('撤销', { exact: true }).waitFor();
    expect(await work.dialog().textContent()).toContain('Ctrl+K');
    await page.keyboard.press('Escape');
    await work.dialog().waitFor({ state: 'detached' });
  });

  it('the menu does what the keys do', async () => {
    await chooseInMenu('总览');
    await work.heading('五号车间').waitFor();
    await chooseInMenu('检查');
    await work.heading('检查').waitFor();
    await chooseInMenu('键盘快捷键');
    await work.dialog().waitFor();
    await program.page.keyboard.press('Escape');
    await chooseInMenu('关闭草稿');
    await program.page.getByRole('heading', { level: 1, name: '成册' }).waitFor();
  });

  it('on the start page only what makes sense there is possible', async () => {
    const { page } = program;
    await page.keyboard.press('Control+S');
    expect(await work.dialog().count()).toBe(0);
    await page.keyboard.press('Control+K');
    await page.keyboard.type('新建');
    await page.getByRole('option', { name: /新建申报/ }).waitFor();
    await page.keyboard.press('Escape');
  });
});
