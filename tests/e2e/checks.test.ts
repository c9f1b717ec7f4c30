import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/setup/projectRoot.ts';
import { isAtOrBelow } from '../../shared/calls/isAtOrBelow.ts';
import { Invoice } from '../../shared/entities/invoice.ts';
import { openDraft } from './openDraft.ts';
import { type OpenedSample, openSample } from './openSample.ts';
import { ChecksPage } from './pages/ChecksPage.ts';

type Planted = {
  readonly findings: readonly { readonly key: string; readonly outcome: string; readonly at: string }[];
};
const planted = (
  JSON.parse(
    readFileSync(path.join(projectRoot, 'assets/samples/cluster-wrong/planted.json'), 'utf8'),
  ) as readonly Planted[]
).flatMap(({ findings }) => findings);
const isPlanted = (key: string) => planted.some((one) => key === one.key || key.startsWith(`${one.key}#`));

let sample: OpenedSample;
let checks: ChecksPage;

beforeAll(async () => {
  sample = await openSample('cluster-wrong');
  checks = new ChecksPage(sample.page);
  await checks.open();
});

afterAll(async () => {
  await sample?.close();
});

describe('the list of the checks', () => {
  it('names the planted mistakes, all of them and nothing else', async () => {
    const keys = await checks.keys();
    expect(keys.filter((key) => !isPlanted(key))).toEqual([]);
    const lacking = planted.filter(
      ({ key }) => !keys.some((one) => one === key || one.startsWith(`${key}#`)),
    );
    // Of one thing that lacks only the finding that asks for it is listed.
    expect(lacking.map(({ outcome }) => outcome)).toEqual(lacking.map(() => 'unknown'));
    for (const { at } of lacking) {
      const [part = ''] = at.split('.');
      expect(planted.filter((one) => one.at.startsWith(part)).length).toBeGreaterThan(1);
    }
    expect(await checks.countOf('open')).toBe(keys.length);
  });

  it('shows one kind, one section, or what holds the words', async () => {
    await checks.show('warning');
    const warnings = await checks.keys();
    expect(warnings).toContain('H10');
    expect(warnings).not.toContain('H1');
    expect(warnings).toHaveLength(await checks.countOf('warning'));
    await checks.show('open');
    await checks.find('重复');
    expect(await checks.keys()).toEqual(expect.arrayContaining(['B8']));
    expect(await checks.keys()).not.toContain('H1');
    await checks.find('世上没有的字句');
    expect(await checks.keys()).toEqual([]);
    expect(await sample.page.locator('main').textContent()).toContain('没有找到');
    await checks.find('');
    await checks.choose('发票与投资明细');
    const invoices = await checks.keys();
    expect(invoices).toContain('H8#invoice-4');
    expect(invoices.every((key) => key.includes('#invoice-'))).toBe(true);
    await checks.choose('全部版块');
  });

  it('is gone through with the arrow keys and left with Enter', async () => {
    const { page } = sample;
    const keys = await checks.keys();
    await checks
      .row(keys[0] ?? '')
      .locator('[data-jump]')
      .focus();
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-finding]')?.getAttribute('data-finding'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(keys[2]);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(keys[1]);
    await page.keyboard.press('End');
    expect(await focused()).toBe(keys.at(-1));
    await page.keyboard.press('Home');
    expect(await focused()).toBe(keys[0]);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await checks.landing()).at).not.toBeNull();
    await checks.open();
  });

  it('keeps its filter while one goes to a field and comes back', async () => {
    await checks.show('warning');
    const before = await checks.keys();
    await checks.jump(before[0] ?? '');
    await checks.open();
    expect(await checks.keys()).toEqual(before);
    await checks.show('open');
  });
});

describe('the jump of a finding', () => {
  it('leads to the very place of each of them, in sight and with the focus', async () => {
    const places = new Map(planted.map(({ key, at }) => [key, at]));
    const wrong: string[] = [];
    for (const key of await checks.keys()) {
      const at = places.get(key) ?? '';
      await checks.jump(key);
      const landed = await until(async () => {
        const { at: found, visible } = await checks.landing();
        return (
          visible &&
          found !== null &&
          (at === '' || isAtOrBelow(found, at) || (!at.includes('[') && isAtOrBelow(at, found)))
        );
      });
      if (!landed) wrong.push(`${key} → ${at}: ${JSON.stringify(await checks.landing())}`);
      await checks.open();
    }
    expect(wrong).toEqual([]);
  });
});

describe('a warning', () => {
  it('is set aside with a reason, listed with it, and taken back', async () => {
    const before = await checks.countOf('warning');
    await checks.setAside('H10', '截止日期已顺延，见主管部门通知');
    await expect.poll(() => checks.countOf('warning')).toBe(before - 1);
    expect(await checks.keys()).not.toContain('H10');
    await checks.show('setAside');
    expect(await checks.keys()).toEqual(['H10']);
    expect(await checks.row('H10').textContent()).toContain('搁置理由：截止日期已顺延，见主管部门通知');
    await checks.takeBack('H10');
    await expect.poll(() => checks.countOf('warning')).toBe(before);
    await checks.show('open');
  });

  it('stays without a reason, and an error cannot be set aside at all', async () => {
    const { page } = sample;
    await checks
      .row('H10')
      .getByRole('button', { name: /^搁置：/ })
      .click();
    expect(await checks.row('H10').getByRole('button', { name: '搁置', exact: true }).isDisabled()).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    expect(await checks.row('H10').getByRole('textbox').count()).toBe(0);
    expect(await checks.row('H1').getByRole('button', { name: /^搁置/ }).count()).toBe(0);
  });
});

describe('the status', () => {
  it('of list, sections and status bar agrees, before and after a change', async () => {
    const { page } = sample;
    const told = async () => {
      const errors = await checks.countOf('error');
      const warnings = await checks.countOf('warning');
      const unknown = await checks.countOf('unknown');
      const bar = await page.locator('footer[data-region="status"]').textContent();
      const sections = await page
        .getByRole('navigation')
        .first()
        .locator('ol li [aria-hidden="true"]')
        .evaluateAll((counts) => counts.map((count) => Number(count.textContent)));
      const inSections = sections.reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0);
      expect(inSections).toBe(errors + warnings + unknown);
      return { errors, warnings, unknown, bar };
    };
    const first = await told();
    expect(first.bar).toContain(`错误 ${first.errors}`);
    expect(first.bar).toContain(`警告 ${first.warnings}`);
    expect(first.bar).toContain(`待填 ${first.unknown}`);
    // The mobile of the project's leader lacks a digit: mended at its field, it is mended everywhere.
    await checks.jump('H12/project.leaderMobile');
    const input = page.locator('main [data-at="project.leaderMobile"] input').first();
    await input.fill('13594354060');
    await input.blur();
    await expect
      .poll(() => page.locator('footer[data-region="status"]').textContent())
      .toContain(`错误 ${first.errors - 1}`);
    await checks.open();
    expect(await checks.keys()).not.toContain('H12/project.leaderMobile');
    const second = await told();
    expect(second.errors).toBe(first.errors - 1);
    expect(second.bar).toContain(`错误 ${second.errors}`);
    const groups = await page
      .locator('main [data-group] h2 span')
      .evaluateAll((heads) => heads.map((head) => Number.parseInt(head.textContent ?? '', 10)));
    expect(groups.reduce((sum, count) => sum + count, 0)).toBe(await checks.countOf('open'));
  });
});

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

describe('many rows of one rule', () => {
  it('are told together until they are asked for one by one', async () => {
    const invoices = Array.from({ length: 38 }, (_, n) =>
      Invoice.parse({
        id: `i-${n}`,
        kind: 'special-paper',
        code: '5000191130',
        number: String(1_000_001 + n),
      }),
    );
    const program = await openDraft({ invoices });
    try {
      const page = program.page();
      const list = new ChecksPage(page);
      await list.open();
      await list.find('位数');
      const head = list.folds();
      await head.getByText('38 张发票不符合：发票代码和号码的位数').waitFor();
      expect(await list.keys()).toEqual([]);
      await head.getByRole('button', { name: '逐项列出：发票代码和号码的位数' }).click();
      expect(await list.keys()).toHaveLength(38);
      await list.jump('F5.2/number#i-37');
      await expect.poll(async () => (await list.landing()).at).toBe('invoices[i-37].number');
      // One comes back to the rows as one left them.
      await list.open();
      expect(await list.keys()).toHaveLength(38);
      await head.getByRole('button', { name: '收起：发票代码和号码的位数' }).click();
      await head.getByRole('button', { name: '去看第 2 行发票' }).click();
      await expect.poll(async () => (await list.landing()).at).toBe('invoices[i-1].number');
    } finally {
      await program.close();
    }
  });
});
