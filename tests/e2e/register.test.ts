import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { makeDraft } from '../../main/tasks/makeDraft.ts';
import { Application } from '../../shared/entities/application.ts';
import { prepareDesk } from './desk.ts';
import { ChecksPage } from './pages/ChecksPage.ts';
import { Workspace } from './pages/Workspace.ts';

const { folder, start } = prepareDesk();
const call = newestCall(knownCalls());
if (call === null) throw new Error('there is no call');

/** A draft with an invoice of its own and one that every draft of these tests holds. */
async function draftOf(name: string): Promise<string> {
  const file = path.join(folder(), `${name}.chengce`);
  const application = Application.parse({
    call: { id: call?.id, revision: call?.revision },
    answers: { [call?.roles.projectName ?? '']: `项目${name}` },
    invoices: [
      { id: 'own', code: '5000191130', number: name === '甲' ? '10000001' : '10000003' },
      { id: 'both', code: '5000191130', number: '10000002' },
    ],
  });
  if (call === null) throw new Error('there is no call');
  const made = await makeDraft(call, application, file, null);
  if (!made.ok) throw new Error(made.problem.message);
  return file;
}

async function findings(page: Page): Promise<ChecksPage> {
  const checks = new ChecksPage(page);
  await checks.open();
  return checks;
}

const DOUBLE = 'H8#both';

describe('an invoice that another draft of this machine holds', () => {
  it('is found when the second draft is opened, and names the first', async () => {
    const first = await start(await draftOf('甲'));
    await findings(first.page);
    await first.app.close();
    const second = await start(await draftOf('乙'));
    const checks = await findings(second.page);
    await checks.row(DOUBLE).waitFor();
    const words = (await checks.row(DOUBLE).textContent()) ?? '';
    for (const word of ['《甲》', '第 2 行', '项目甲', path.basename(folder())])
      expect(words).toContain(word);
    expect((await checks.keys()).filter((key) => key.startsWith('H8#'))).toEqual([DOUBLE]);
  });

  it('is none in a copy of the same draft', async () => {
    const file = await draftOf('甲');
    const first = await start(file);
    await findings(first.page);
    await first.app.close();
    const copy = path.join(folder(), '甲 副本.chengce');
    copyFileSync(file, copy);
    const second = await start(copy);
    const checks = await findings(second.page);
    await expect.poll(async () => (await checks.keys()).length).toBeGreaterThan(5);
    await second.page.waitForTimeout(1000);
    expect(await checks.keys()).not.toContain(DOUBLE);
  });

  it('is not looked for any more once the person switches that off', async () => {
    const first = await start(await draftOf('甲'));
    await findings(first.page);
    await first.app.close();
    const { page } = await start(await draftOf('乙'));
    const checks = await findings(page);
    await checks.row(DOUBLE).waitFor();
    const work = new Workspace(page);
    await work.find('本机其他草稿：现在开着');
    const asked = page.getByRole('dialog', { name: /清除本机的发票登记/ });
    expect(await asked.textContent()).toContain('各份草稿和其中的发票都不受影响');
    // One Enter too many changes nothing.
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    expect(await checks.row(DOUBLE).count()).toBe(1);
    await work.find('本机其他草稿：现在开着');
    await asked.getByRole('button', { name: '关闭并清除' }).click();
    await page.getByText('本机记下的发票号码已清除').waitFor();
    await checks.row(DOUBLE).waitFor({ state: 'detached' });
    // Now the other one is offered, which needs no question.
    await work.find('本机其他草稿：现在关着');
    await page.getByText('已打开：程序在本机记下').waitFor();
  });
});
