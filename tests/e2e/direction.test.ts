import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { DirectionPage } from './pages/DirectionPage.ts';
import { FieldsPage } from './pages/FieldsPage.ts';

let program: OpenedProgram;
const direction = () => new DirectionPage(program.page());
const fields = () => new FieldsPage(program.page());

beforeAll(async () => {
  program = await openDraft();
  await fields().goTo('封面与申报方向');
});

afterAll(async () => {
  await program?.close();
});

describe('the direction', () => {
  it('is chosen from cards that tell who, from which total on, with whom and with which papers', async () => {
    const text = (await direction().card('5G+工业互联网应用').textContent()) ?? '';
    for (const words of ['工业企业、生产性服务企业', '300.00 万元以上', '基础电信运营商', '联合体协议'])
      expect(text).toContain(words);
    expect(
      await program
        .page()
        .getByRole('button', { name: /^选这个方向/ })
        .count(),
    ).toBe(8);
    await direction()
      .card('安全建设试点示范')
      .getByRole('button', { name: /项目总投资的通知依据/ })
      .click();
    await program
      .page()
      .getByRole('tooltip')
      .getByText('工业企业建设平台安全、数据安全、工业控制系统安全等相关项目')
      .waitFor();
    await program.page().keyboard.press('Escape');
  });

  it('shows its scenarios with what each has to reach', async () => {
    await direction().choose('5G+工业互联网应用');
    // The button that chose is gone: Tab goes on from here, not from the top of the window.
    await expect
      .poll(() => program.page().evaluate(() => document.activeElement?.textContent))
      .toMatch(/更\s?换/);
    await direction().scenario('5G数字化车间').check();
    const text = (await program.page().getByRole('main').textContent()) ?? '';
    expect(text).toContain('联网设备 ≥ 30 台');
    expect(text).toContain('误判率 ＜ 0.01%');
  });
});

describe('the knock-out conditions', () => {
  it('are 待填 before anything is answered, not unmet', async () => {
    await direction().eligibility.getByRole('status').filter({ hasText: '条件待填' }).waitFor();
    expect(await direction().eligibility.textContent()).not.toContain('不符合');
  });

  it('are judged at once where they are asked', async () => {
    const page = fields();
    await page.type('applicant.province', '四川省');
    await direction().condition('B1').filter({ hasText: '不符合' }).waitFor();
    await direction()
      .eligibility.getByRole('status')
      .filter({ hasText: '还不可以：1 个条件不符合' })
      .waitFor();
    await page.verdict('applicant.province').filter({ hasText: '注册登记在四川省' }).waitFor();
    await page.type('applicant.province', '重庆市');
    await direction().eligibility.getByRole('status').filter({ hasText: '已填的都没有挡住申报' }).waitFor();
  });

  it('compare the total with the threshold of the chosen direction, in figures', async () => {
    await fields().goTo('申报表');
    await fields().type('project.totalFen', '299.5');
    await fields().goTo('封面与申报方向');
    await direction()
      .condition('C2/5g.total')
      .filter({ hasText: '低于门槛 300.00 万元，还差 0.50 万元' })
      .waitFor();
    await direction()
      .condition('C2/5g.total')
      .getByRole('button', { name: /去填写/ })
      .click();
    await program
      .page()
      .waitForFunction(
        () => document.activeElement?.closest('[data-at]')?.getAttribute('data-at') === 'project.totalFen',
      );
    await fields().type('project.totalFen', '300');
    await fields().verdict('project.totalFen').filter({ hasText: '正好' }).first().waitFor();
    await fields().goTo('封面与申报方向');
  });
});

describe('another direction', () => {
  it('says what changes and keeps the answers', async () => {
    await direction().change();
    await direction().choose('安全建设试点示范');
    const told = program.page().getByRole('status').filter({ hasText: '方向已更换' });
    await told.waitFor();
    expect(await told.textContent()).toContain('“5G数字化车间”不再适用');
    expect(await fields().input('applicant.province').inputValue()).toBe('重庆市');
  });

  it('can be taken back with everything chosen inside', async () => {
    await program.page().getByRole('button', { name: '撤销更换' }).click();
    expect(await direction().scenario('5G数字化车间').isChecked()).toBe(true);
  });

  it('is taken back by the undo of the window as well, and stored as shown', async () => {
    await direction().change();
    await direction().choose('服务型制造');
    await program.page().getByRole('checkbox', { name: '工业设计服务' }).waitFor();
    await program.page().keyboard.press('Control+z');
    await direction().scenario('5G数字化车间').waitFor();
    await fields().saved();
    const { direction: stored, answers } = await program.stored();
    expect(stored).toMatchObject({ id: '5g', scenarioIds: ['5g-workshop'] });
    expect(answers['applicant.province']).toBe('chongqing');
  });
});
