import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningProgram } from './launchProgram.ts';
import { openWorkspace } from './openWorkspace.ts';
import type { Workspace } from './pages/Workspace.ts';

let program: RunningProgram;
let work: Workspace;

beforeAll(async () => {
  ({ program, work } = await openWorkspace());
});

afterAll(async () => {
  await program?.close();
});

/** What a damaged installation does: parts of the window that are not loaded yet are not to be had. */
async function loseParts(lost: boolean): Promise<void> {
  await program.app.evaluate(({ session }, cancel) => {
    session
      .fromPartition('window')
      .webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: cancel && url.endsWith('.js') }));
    return true;
  }, lost);
}

it('a page that breaks is kept to itself, says that every word is safe, and is whole again when loaded anew', async () => {
  const { page } = program;
  await work.goTo('封面与申报方向');
  await loseParts(true);
  await work.input('project.name').fill('坏掉之前写的');
  const entry = (title: string) => work.list().getByRole('button').filter({ hasText: title }).first();
  await entry('对账').click();
  const alert = page.getByRole('main').getByRole('alert');
  await alert.getByText('“对账”没能显示出来').waitFor();
  await alert.getByText('都已保存在草稿里，没有丢失').waitFor();

  // The rest goes on.
  await work.goTo('封面与申报方向');
  expect(await work.input('project.name').inputValue()).toBe('坏掉之前写的');

  await entry('对账').click();
  await alert.waitFor();
  await loseParts(false);
  await alert.getByRole('button', { name: '重新载入此页' }).click();
  await page.waitForTimeout(500);
  if (await alert.isVisible()) await alert.getByRole('button', { name: '重新载入此页' }).click();
  await work.shown();
  await entry('对账').click();
  await work.heading('对账').waitFor();
  await work.goTo('封面与申报方向');
  expect(await work.input('project.name').inputValue()).toBe('坏掉之前写的');
});
