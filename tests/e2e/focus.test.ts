import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { type OpenedSample, openSample } from './openSample.ts';
import { Keyboard } from './pages/Keyboard.ts';
import { Workspace } from './pages/Workspace.ts';

const call = newestCall(knownCalls());

describe('every page', () => {
  let opened: OpenedSample;
  let keys: Keyboard;
  const pages = [
    '总览',
    ...(call?.sections.map(({ title }) => title) ?? []),
    '检查',
    '对账',
    '预览与导出',
  ] as const;

  beforeAll(async () => {
    opened = await openSample('cluster-wrong');
    keys = new Keyboard(opened.page);
  });
  afterAll(async () => {
    await opened?.close();
  });

  it.each(pages)(
    '%s: the focus is seen at every stop and never caught',
    async (title) => {
      const work = new Workspace(opened.page);
      await work.list().getByRole('button').filter({ hasText: title }).first().click();
      await opened.page.locator('main h1').first().waitFor();
      await opened.page.waitForTimeout(300);
      const regions = new Set<string>();
      let inGrid = 0;
      for (let step = 0; step < 400; step += 1) {
        const stop = await keys.tab();
        if (stop.region !== null) regions.add(stop.region);
        if (stop.tag === 'BODY') break;
        inGrid = stop.inGrid ? inGrid + 1 : 0;
        if (inGrid > 12) {
          await keys.press('Escape');
          inGrid = 0;
        }
        if (regions.has('side') && stop.region !== 'side' && stop.region !== 'work') break;
      }
      expect([...regions]).toContain('side');
      expect([...new Set(keys.troubles.splice(0))]).toEqual([]);
    },
    60_000,
  );

  it('would be noticed if it could not be seen', async () => {
    const work = new Workspace(opened.page);
    await work.goTo('检查');
    await opened.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { outline: none !important; box-shadow: none !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    for (let step = 0; step < 5; step += 1) await keys.tab();
    expect(keys.troubles.splice(0)).not.toEqual([]);
  });
});
