import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { assetsFolder } from '../../main/assetsFolder.ts';
import { createSamples } from '../../main/session/samples.ts';
import { knownCalls } from '../../main/tasks/knownCalls.ts';
import { launchProgram } from './launchProgram.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), '成册 规则-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('no page of the program breaks the content security policy, or throws', async () => {
  const copy = await createSamples(folder, knownCalls, assetsFolder('samples')).copy('cluster-wrong');
  if (!copy.ok) throw new Error(copy.problem.message);
  const { page, close } = await launchProgram({ args: [copy.value] });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  try {
    const list = page.getByRole('navigation').first();
    await list.waitFor();
    await page.reload();
    await list.waitFor();
    const buttons = await list.getByRole('button').all();
    expect(buttons.length).toBeGreaterThan(10);
    for (const button of buttons) {
      await button.click();
      await page.waitForTimeout(250);
    }
    for (const key of ['Alt+1', 'Alt+2', 'Alt+3', 'Control+k']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
    }
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
});
