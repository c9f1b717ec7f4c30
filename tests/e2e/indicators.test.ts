import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { FieldsPage } from './pages/FieldsPage.ts';
import { IndicatorsPage } from './pages/IndicatorsPage.ts';

let program: OpenedProgram;
const page = () => new IndicatorsPage(program.page());
const fields = () => new FieldsPage(program.page());

beforeAll(async () => {
  program = await openDraft({
    direction: {
      id: '5g',
      kindId: null,
      formIds: [],
      scenarioIds: ['5g-workshop', '5g-inspection'],
      contents: {},
    },
  });
  await fields().goTo('量化指标与预期目标');
});

afterAll(async () => {
  await program?.close();
});

describe('a target', () => {
  it.each([
    ['5g-workshop.devices', '29', '未达到，还差 1 台'],
    ['5g-workshop.devices', '30', '达到，正好'],
    ['5g-workshop.devices', '31', '达到，高出 1 台'],
    ['5g-inspection.misjudgement', '0.01', '未达到，要低于 0.01%'],
    ['5g-inspection.misjudgement', '0.0099', '达到，低于要求 0.0001%'],
  ])('%s with %s is told at once: %s', async (id, text, words) => {
    await page().reach(id, text);
    await page().target(id).getByText(words, { exact: true }).waitFor();
  });

  it('that is no number stays as it was typed, with the reason, also after a look at another section', async () => {
    await page().reach('5g-workshop.coverage', '约一半');
    await page()
      .target('5g-workshop.coverage')
      .getByText(/没有认出是多少/)
      .waitFor();
    await fields().goTo('申报表');
    await fields().goTo('量化指标与预期目标');
    expect(await page().target('5g-workshop.coverage').getByRole('textbox').inputValue()).toBe('约一半');
    await page()
      .target('5g-workshop.coverage')
      .getByText(/没有认出是多少/)
      .waitFor();
    await page().reach('5g-workshop.coverage', '50%');
    await page().target('5g-workshop.coverage').getByText('达到，正好').waitFor();
  });

  it('of a group is reached by one of them', async () => {
    const group = program.page().getByRole('group', { name: /下列 2 项中至少达到 1 项/ });
    await page().reach('5g-inspection.yield', '97');
    await group.getByText('已达到 0 项').waitFor();
    await page().reach('5g-inspection.defect-reduction', '5');
    await group.getByText('已达到 1 项').waitFor();
    await group.getByText('够了').waitFor();
  });
});

describe('own indicators', () => {
  it('are added, put in order and removed by keyboard alone', async () => {
    const { keyboard } = program.page();
    for (const [name, value] of [
      ['联网设备', '86 台'],
      ['追溯时间', '3 分钟以内'],
      ['采集率', '98%'],
    ] as const) {
      await program.page().getByRole('button', { name: '加一项指标' }).focus();
      await keyboard.press('Enter');
      // The new row has the focus.
      await program
        .page()
        .waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.includes('名称'));
      await keyboard.insertText(name);
      await keyboard.press('Tab');
      await keyboard.insertText(value);
    }
    await page().name(3).focus();
    await keyboard.press('Alt+ArrowUp');
    await keyboard.press('Alt+ArrowUp');
    expect(await page().name(1).inputValue()).toBe('采集率');
    expect(
      await page()
        .name(1)
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await program.page().getByRole('button', { name: '删除第 3 项“追溯时间”' }).press('Enter');
    expect(await page().name(3).count()).toBe(0);
    await keyboard.press('Control+z');
    await page().name(3).waitFor();
    expect(await page().value(3).inputValue()).toBe('3 分钟以内');
  });

  it('are stored in the order shown', async () => {
    await fields().saved();
    const { ownIndicators, targets } = await program.stored();
    expect(ownIndicators.map(({ name, value }) => [name, value])).toEqual([
      ['采集率', '98%'],
      ['联网设备', '86 台'],
      ['追溯时间', '3 分钟以内'],
    ]);
    expect(targets).toMatchObject({ '5g-workshop.coverage': 50, '5g-inspection.misjudgement': 0.0099 });
  });
});
