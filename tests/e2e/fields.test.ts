import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { FieldsPage } from './pages/FieldsPage.ts';

let program: OpenedProgram;
const fields = () => new FieldsPage(program.page());

beforeAll(async () => {
  program = await openDraft();
});

afterAll(async () => {
  await program?.close();
});

describe('fields typed, saved and opened again', () => {
  it('takes words, codes and numbers as people type them and writes them neatly on leaving', async () => {
    const page = fields();
    await page.goTo('申报单位');
    await page.type('applicant.name', '重庆示例精工有限公司');
    await page.type('applicant.code', '91500000 ma0k9k79l7');
    expect(await page.input('applicant.code').inputValue()).toBe('91500000MA0K9K79L7');
    await page.type('applicant.phone', '（023）60001234');
    expect(await page.input('applicant.phone').inputValue()).toBe('023-60001234');
    await page.type('lastYear.revenueFen', '12345.6');
    expect(await page.input('lastYear.revenueFen').inputValue()).toBe('12,345.60');
    await page.type('lastYear.profitFen', '-120.5');
    expect(await page.input('lastYear.profitFen').inputValue()).toBe('-120.50');
    await page.type('lastYear.taxFen', '3862000元');
    expect(await page.input('lastYear.taxFen').inputValue()).toBe('386.20');
    await page.type('lastYear.exportUsdCents', '320');
    await page.type('evaluation.date', '2020年1月5日');
    expect(await page.input('evaluation.date').inputValue()).toBe('2020-01-05');
    await page.type('evaluation.score', '72.5分');
    expect(await page.input('evaluation.score').inputValue()).toBe('72.5');
  });

  it('narrows a long list while typing and takes from it by keyboard', async () => {
    const page = fields();
    await page.input('applicant.district').click();
    const options = page.page.getByRole('option');
    expect(await options.count()).toBeGreaterThan(30);
    await page.input('applicant.district').pressSequentially('渝北');
    expect(await options.count()).toBe(1);
    await page.page.keyboard.press('Enter');
    expect(await page.input('applicant.district').inputValue()).toBe('渝北区');
    await options.first().waitFor({ state: 'hidden' });
  });

  it('takes words of one’s own where the call allows it, and only what is listed where it does not', async () => {
    const page = fields();
    await page.type('applicant.industry', '制造业（C36 汽车制造业）');
    expect(await page.input('applicant.industry').inputValue()).toBe('制造业（C36 汽车制造业）');
    await page.type('applicant.nature', '国有');
    expect(await page.input('applicant.nature').inputValue()).toBe('国有企业');
    await page.input('applicant.nature').focus();
    await page.page.keyboard.press('End');
    await page.page.keyboard.type('火星');
    // Nothing is like it: the whole list is there to choose from.
    expect(await page.page.getByRole('option').count()).toBeGreaterThan(1);
    await page.leave('applicant.nature');
    expect(await page.input('applicant.nature').inputValue()).toBe('国有企业');
    await page.verdict('applicant.nature').filter({ hasText: '没有认出“国有企业火星”' }).waitFor();
    await page.type('applicant.nature', '国有企业');
    await page.verdict('applicant.nature').waitFor({ state: 'detached' });
  });

  it('judges a field as soon as its control is left, also to its own clause', async () => {
    const page = fields();
    await page.goTo('申报表');
    await page.input('project.leaderMobile').focus();
    await page.input('project.leaderMobile').pressSequentially('1380');
    await page.page.keyboard.press('Tab');
    await page.verdict('project.leaderMobile').first().waitFor();
    await page.input('project.leaderMobile').fill('');
  });

  it('keeps months, days out of the calendar, percent and yes or no', async () => {
    const page = fields();
    await page.goTo('封面与申报方向');
    await page.type('project.startMonth', '201806');
    expect(await page.input('project.startMonth').inputValue()).toBe('2018-06');
    await page.answer('applicant.legalPerson', '是');
    await page.answer('declaration.selectedBefore', '否');
    await page.answer('declaration.municipalFunded', '否');
    await page.field('declaration.municipalFunded').getByRole('button', { name: /清除/ }).click();
    await page.goTo('申报表');
    await page.type('project.progressPercent', '６５％');
    expect(await page.input('project.progressPercent').inputValue()).toBe('65');
    await page.field('form.filledOn').getByRole('button', { name: '从日历选择填表时间' }).click();
    const today = page.page.locator('.ant-picker-dropdown .ant-picker-cell-today');
    await today.click();
    expect(await page.input('form.filledOn').inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await page.type('form.filledOn', '2020.2.3');
  });

  it('finds every answer again after the program was closed', async () => {
    await program.reopen();
    const page = fields();
    await page.goTo('申报单位');
    const shown = async (id: string) => page.input(id).inputValue();
    expect(await shown('applicant.name')).toBe('重庆示例精工有限公司');
    expect(await shown('applicant.code')).toBe('91500000MA0K9K79L7');
    expect(await shown('applicant.district')).toBe('渝北区');
    expect(await shown('applicant.industry')).toBe('制造业（C36 汽车制造业）');
    expect(await shown('applicant.nature')).toBe('国有企业');
    expect(await shown('lastYear.revenueFen')).toBe('12,345.60');
    expect(await shown('lastYear.exportUsdCents')).toBe('320.00');
    expect(await shown('evaluation.date')).toBe('2020-01-05');
    await page.goTo('封面与申报方向');
    expect(await shown('project.startMonth')).toBe('2018-06');
    expect(await page.field('applicant.legalPerson').getByRole('radio', { name: '是' }).isChecked()).toBe(
      true,
    );
    for (const word of ['是', '否'])
      expect(
        await page.field('declaration.municipalFunded').getByRole('radio', { name: word }).isChecked(),
      ).toBe(false);
    await page.goTo('申报表');
    expect(await shown('form.filledOn')).toBe('2020-02-03');
  });
});

describe('what cannot be read', () => {
  it.each([
    ['约1245', /没有认出是多少钱/],
    ['一百万', /没有认出是多少钱/],
    ['1.2345678', /比 1 分还细/],
  ])('%s stays in the field, and the field says why', async (text, why) => {
    const page = fields();
    await page.type('project.totalFen', text);
    expect(await page.input('project.totalFen').inputValue()).toBe(text);
    await page.verdict('project.totalFen').filter({ hasText: why }).waitFor();
  });

  it('is there again after the program was closed, with its reason', async () => {
    const page = fields();
    await page.type('project.totalFen', '约1245');
    await page.type('form.filledOn', '2020年2月30日');
    await page.saved();
    await program.reopen();
    await fields().goTo('申报表');
    expect(await fields().input('project.totalFen').inputValue()).toBe('约1245');
    await fields().verdict('project.totalFen').filter({ hasText: '没有认出是多少钱' }).waitFor();
    expect(await fields().input('form.filledOn').inputValue()).toBe('2020年2月30日');
    await fields().verdict('form.filledOn').filter({ hasText: '日历上没有这一天' }).waitFor();
  });
});

describe('judging', () => {
  it('waits until the field is left', async () => {
    const page = fields();
    await page.goTo('申报单位');
    await page.goTo('申报表');
    await page.input('project.leaderMobile').fill('1380000');
    await page.page.waitForTimeout(600);
    expect(await page.verdict('project.leaderMobile').count()).toBe(0);
    await page.leave('project.leaderMobile');
    await page.verdict('project.leaderMobile').filter({ hasText: '应为 11 位数字' }).waitFor();
  });

  it('quotes the clause one click away', async () => {
    const page = fields();
    await page
      .field('project.totalFen')
      .getByRole('button', { name: /通知依据/ })
      .first()
      .click();
    await page.page
      .getByText('项目总投资金额(万元)　项目已投资金额(万元)　项目已完成进度(%)')
      .first()
      .waitFor();
    await page.page.keyboard.press('Escape');
  });

  it('is done at once where a finding leads to, with the focus in the very field', async () => {
    const page = fields();
    await page.goTo('检查');
    await page.page.getByRole('main').getByRole('button', { name: '去修改：联系手机的写法' }).click();
    await page.page.getByRole('heading', { level: 1, name: '申报表' }).waitFor();
    await page.verdict('project.leaderMobile').filter({ hasText: '应为 11 位数字' }).waitFor();
    await page.page.waitForFunction(
      () => document.activeElement?.closest('[data-at]')?.getAttribute('data-at') === 'project.leaderMobile',
    );
    expect(
      await page.input('project.leaderMobile').evaluate((input) => input === document.activeElement),
    ).toBe(true);
  });

  it('never cuts long words: it says how many are too many', async () => {
    const page = fields();
    await page.goTo('申报表');
    await page.input('project.summary').fill('建'.repeat(103));
    expect((await page.input('project.summary').inputValue()).length).toBe(103);
    expect(await page.field('project.summary').textContent()).toContain('103 / 100 字');
    expect(await page.field('project.summary').getByRole('status').textContent()).toContain('多了 3 字');
  });
});
