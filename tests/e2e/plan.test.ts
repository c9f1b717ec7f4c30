import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { compose } from '../../shared/documents/compose.ts';
import type { Application } from '../../shared/entities/application.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { FieldsPage } from './pages/FieldsPage.ts';
import { PlanPage } from './pages/PlanPage.ts';

let program: OpenedProgram;
const plan = () => new PlanPage(program.page());

beforeAll(async () => {
  program = await openDraft({
    answers: { 'project.name': '示例车间', 'project.totalFen': 286_000_000 },
    plan: {
      'plan.2.7': {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            attrs: { textAlign: null },
            content: [{ type: 'text', text: '原有的话。', marks: [] }],
          },
        ],
      },
    },
  });
});

afterAll(async () => {
  await program?.close();
});

describe('the plan in the real window', () => {
  it('shows the outline with how far each item is', async () => {
    const page = plan();
    await page.open('企业情况');
    expect(await page.item('企业情况').innerText()).toContain('未写');
    expect(await page.item('项目名称').innerText()).toContain('自动生成');
    expect(await page.item('项目技术分析及实施计划').innerText()).toContain('5 字');
    await page.page.getByText('写明行业地位、主营业务和产品').waitFor();
    await page.page.getByText('此处将自动插入').first().waitFor();
  });

  it('takes words, headings, marks and lists', async () => {
    const page = plan();
    await page.toEnd();
    await page.press('ControlOrMeta+Alt+1');
    await page.write('（1）行业地位');
    await page.press('Enter');
    await page.write('公司位居');
    await page.press('ControlOrMeta+B');
    await page.write('前列');
    await page.press('ControlOrMeta+B');
    await page.write('。');
    await page.press('Enter');
    await page.tool('编号').click();
    await page.write('第一项');
    await page.press('Enter');
    await page.write('第二项');
    await page.press('Enter', 'Enter');
    await page.write('2 m');
    await page.tool('上标').click();
    await page.write('2');
    await page.saved();
    expect(await page.words()).toEqual(['（1）行业地位', '公司位居前列。', '第一项', '第二项', '2 m2']);
    expect(await page.item('企业情况').innerText()).toMatch(/完成[\s\S]*\d+ 字/);
  });

  it('puts in a value of the form that follows the form', async () => {
    const page = plan();
    await page.press('Enter');
    if ((await page.tool('上标').getAttribute('aria-pressed')) === 'true') await page.tool('上标').click();
    await page.write('本项目@项目名');
    await page.page.getByRole('option', { name: /项目名称/ }).waitFor();
    await page.press('Enter');
    await page.write('总投资【总投');
    await page.press('Enter');
    await page.write('。');
    expect((await page.words()).at(-1)).toBe('本项目示例车间总投资286.00万元。');
    await page.saved();
    const form = new FieldsPage(page.page);
    await form.goTo('封面与申报方向');
    await form.type('project.name', '新的名称');
    await page.open('企业情况');
    expect((await page.words()).at(-1)).toBe('本项目新的名称总投资286.00万元。');
    expect(await page.facts.first().getAttribute('aria-label')).toBe('申报表数据，项目名称：新的名称');
  });

  it('has one history with the rest of the draft, whose steps lead to where they were done', async () => {
    const page = plan();
    await page.toEnd();
    await page.write('多写一句');
    await page.page.waitForTimeout(400);
    await page.press('ControlOrMeta+Z');
    expect((await page.words()).at(-1)).toBe('本项目新的名称总投资286.00万元。');
    await page.press('ControlOrMeta+Shift+Z');
    expect((await page.words()).at(-1)).toBe('本项目新的名称总投资286.00万元。多写一句');
    await page.press('ControlOrMeta+Z');
    // The step before was done in another section.
    await page.press('ControlOrMeta+Z');
    await page.page.getByRole('heading', { level: 1, name: '封面与申报方向' }).waitFor();
    await page.open('企业情况');
    expect((await page.words()).at(-1)).toBe('本项目示例车间总投资286.00万元。');
  });

  it('makes tables whose rows, columns and cells can be changed', async () => {
    const page = plan();
    await page.toEnd();
    await page.press('Enter');
    await page.tool('插入表格').click();
    await page.write('名称');
    await page.press('Tab');
    await page.write('数量');
    await page.tool('在右侧插入列').click();
    await page.tool('删除所在行').click();
    expect(await page.text.locator('table tr').count()).toBe(2);
    expect(await page.text.locator('table tr').first().locator('td, th').count()).toBe(4);
    await page.press('ControlOrMeta+Z');
    expect(await page.text.locator('table tr').count()).toBe(3);
    await page.text.locator('table tr').nth(1).locator('td').first().click();
    await page.press('Shift+ArrowRight');
    await page.tool('合并选中的单元格').click();
    expect(await page.text.locator('table td[colspan="2"]').count()).toBe(1);
  });

  it('goes through the outline by keyboard and takes the cursor along', async () => {
    const page = plan();
    await page.press('ControlOrMeta+Alt+ArrowDown');
    await page.page.getByRole('heading', { level: 2, name: '联合体单位基本情况' }).waitFor();
    await page.press('ControlOrMeta+Alt+ArrowUp');
    await page.page.getByRole('heading', { level: 2, name: '企业情况' }).waitFor();
    await page.page.waitForFunction(() => document.activeElement?.classList.contains('ProseMirror'));
  });

  it('has on the disk what stands on the paper, and what was there before untouched', async () => {
    const page = plan();
    await page.saved();
    const stored: Application = await program.stored();
    const words = JSON.stringify(stored.plan['plan.1.2']);
    expect(words).toContain('"type":"heading","attrs":{"level":1,"textAlign":null}');
    expect(words).toContain('{"type":"text","text":"前列","marks":[{"type":"bold"}]}');
    expect(words).toContain('"type":"orderedList"');
    expect(words).toContain('{"type":"text","text":"2","marks":[{"type":"superscript"}]}');
    expect(words).toContain('"attrs":{"field":"project.name"}');
    expect(words).toContain('"attrs":{"colspan":2,"rowspan":1}');
    expect(JSON.stringify(stored.plan['plan.2.7'])).toContain('原有的话。');
    expect(stored.answers['project.name']).toBe('示例车间');
    // What the preview and the package are made of.
    const [call] = loadKnownCalls().get(stored.call.id) ?? [];
    if (call === undefined) throw new Error('the call is gone');
    const blocks = JSON.stringify(compose(call, stored, { draft: true }).sections);
    for (const printed of ['（1）行业地位', '前列', '示例车间', '286.00', '第二项', '数量'])
      expect(blocks).toContain(printed);
  });
});
