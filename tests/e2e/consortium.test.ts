import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { DirectionChoice } from '../../shared/entities/application.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { ConsortiumPage } from './pages/ConsortiumPage.ts';

let program: OpenedProgram;
let units: ConsortiumPage;
const [call] = loadKnownCalls().get('cq-iiot-2020-1') ?? [];
const direction = call?.directions.find(({ consortium }) => consortium !== null);
const roles = direction?.consortium?.roles ?? [];
const labelOf = (id: string): string => call?.memberRoles.find((role) => role.id === id)?.label ?? id;

beforeAll(async () => {
  program = await openDraft({
    direction: DirectionChoice.parse({ id: direction?.id ?? null }),
    answers: {
      'applicant.name': '重庆示例工云信息技术有限公司',
      'applicant.code': '91500000MA04YN5UUM',
    },
  });
  units = new ConsortiumPage(program.page());
  await units.open();
});

afterAll(async () => {
  await program?.close();
});

describe('the consortium', () => {
  it('says what the direction wants before anything is entered', async () => {
    await units.page.getByText('还没有登记联合体单位').waitFor();
    expect(await units.page.getByRole('region', { name: '本方向对联合体的要求' }).textContent()).toContain(
      '单位不超过',
    );
    for (const role of roles) expect(await units.roleState(role)).toBe('open');
  });

  it('takes the applicant as lead and ticks roles off while units are registered', async () => {
    await units.page.getByRole('button', { name: '把申报单位登记为牵头单位' }).click();
    const card = units.cards('重庆示例工云信息技术有限公司');
    await card.getByText('牵头单位').waitFor();
    const [first = ''] = roles;
    await units.chooseRole('重庆示例工云信息技术有限公司', labelOf(first));
    await expect.poll(() => units.roleState(first)).toBe('met');
  });

  it('has one lead only, judges a telephone number when it is left, keeps the order, takes a deletion back', async () => {
    const { page } = units;
    await page.getByRole('button', { name: '登记一家单位' }).click();
    const second = units.cards().nth(1);
    await second.getByLabel('单位名称').fill('重庆示例机械加工有限公司');
    await second.getByLabel('联系电话').fill('12345');
    await second.getByLabel('任务分工').fill('改造产线\n提供数据');
    await second.getByText('不是有效的手机或座机号码').waitFor();
    await second.getByRole('button', { name: '设为牵头单位' }).click();
    await expect.poll(() => page.locator('[data-lead="true"]').count()).toBe(1);
    await page.getByRole('button', { name: '上移 重庆示例机械加工有限公司' }).click();
    await expect
      .poll(() => units.cards().first().getByRole('heading').textContent())
      .toBe('重庆示例机械加工有限公司');
    await page.getByRole('button', { name: '删除 重庆示例工云信息技术有限公司' }).click();
    await expect.poll(() => units.cards().count()).toBe(1);
    await page
      .getByRole('status')
      .filter({ hasText: '已删除' })
      .getByRole('button', { name: '撤销' })
      .click();
    await expect.poll(() => units.cards().count()).toBe(2);
  });

  it('stands on the disk as it stood in the window', async () => {
    await units.page.waitForTimeout(900);
    const { consortium } = await program.stored();
    expect(consortium.map(({ name, lead }) => [name, lead])).toEqual([
      ['重庆示例机械加工有限公司', true],
      ['重庆示例工云信息技术有限公司', false],
    ]);
    expect(consortium[1]).toMatchObject({ code: '91500000MA04YN5UUM', roles: [roles[0]] });
    expect(consortium[0]?.task).toBe('改造产线\n提供数据');
  });
});
