import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { FieldsPage } from './pages/FieldsPage.ts';
import { PaperPage } from './pages/PaperPage.ts';

let program: OpenedProgram;
const paper = () => new PaperPage(program.page());
const fields = () => new FieldsPage(program.page());

beforeAll(async () => {
  program = await openDraft({
    ownIndicators: [{ id: 'indicator-1', name: '联网设备', value: '86 台' }],
  });
  await fields().goTo('申报表');
});

afterAll(async () => {
  await program?.close();
});

describe('the form as paper', () => {
  it('has the words of the printed form, cell by cell', async () => {
    await paper().show('纸样');
    const words = (await paper().sheet.locator('th').allTextContents()).map((text) => text.trim());
    expect(words).toEqual([
      '申报单位地址',
      '所属区县',
      '组织机构代码',
      '企业上年经营状况',
      '企业智能化评估情况',
      '项目名称',
      '项目负责人',
      '联系手机',
      '项目方向',
      '项目建设起止年月',
      '项目总投资金额(万元)',
      '项目已投资金额(万元)',
      '项目已完成进度(%)',
      '项目建设主要内容',
      '项目预计年经济效益',
      '指标名称',
      '指标值',
      '指标名称',
      '指标值',
      '降低企业成本',
      '降低不良品率',
      '提高生产运营效率',
      '提高能源利用率',
      '真实性承诺',
    ]);
    expect(await paper().sheet.textContent()).toContain('我单位提供的本项目申报资料真实有效');
  });

  it('is typed into, and the list of fields shows the same', async () => {
    await paper().input('project.leader').fill('李示例');
    await paper().input('project.totalFen').fill('1245');
    await paper().input('project.progressPercent').fill('65');
    await paper().input('form.filledOn').fill('2020年2月3日');
    await paper().input('form.filledOn').blur();
    expect(await paper().input('project.totalFen').inputValue()).toBe('1,245.00');
    await paper().show('表单');
    expect(await fields().input('project.leader').inputValue()).toBe('李示例');
    expect(await fields().input('project.totalFen').inputValue()).toBe('1,245.00');
    expect(await fields().input('form.filledOn').inputValue()).toBe('2020-02-03');
  });

  it('shows what was typed in the list of fields', async () => {
    await fields().type('benefit.profitFen', '260');
    await paper().show('纸样');
    expect(await paper().input('benefit.profitFen').inputValue()).toBe('260.00');
  });

  it('explains the cell being filled and marks what cannot be read', async () => {
    await paper().input('benefit.taxFen').click();
    await paper().help.getByText('预计每年，单位万元。').waitFor();
    await paper().input('benefit.taxFen').fill('一百');
    await paper()
      .help.getByText(/没有认出是多少钱/)
      .waitFor();
    await paper().input('benefit.taxFen').blur();
    await program.page().locator('main [data-at="benefit.taxFen"]').getByText('没认出').waitFor();
    await paper().input('benefit.taxFen').fill('120');
  });

  it('asks below what has no place on it', async () => {
    await fields().answer('commitment.confirmed', '是');
    expect(await program.page().locator('main [data-at="project.leader"]').count()).toBe(1);
  });

  it('takes new indicators where the printed form leaves room, without losing the focus', async () => {
    const name = program.page().getByRole('textbox', { name: '新增指标的名称', exact: true });
    await name.click();
    await name.pressSequentially('追溯时间');
    expect(await program.page().getByRole('textbox', { name: '第 2 项新增指标的名称' }).inputValue()).toBe(
      '追溯时间',
    );
    await program.page().getByRole('textbox', { name: '第 2 项新增指标的指标值' }).fill('3 分钟');
  });

  it('is stored as shown', async () => {
    await fields().saved();
    const { answers, ownIndicators } = await program.stored();
    expect(answers).toMatchObject({
      'project.leader': '李示例',
      'project.totalFen': 1_245_000_000,
      'project.progressPercent': 65,
      'form.filledOn': '2020-02-03',
      'benefit.profitFen': 260_000_000,
      'benefit.taxFen': 120_000_000,
      'commitment.confirmed': true,
    });
    expect(ownIndicators.map(({ name, value }) => `${name} ${value}`)).toEqual([
      '联网设备 86 台',
      '追溯时间 3 分钟',
    ]);
  });
});
