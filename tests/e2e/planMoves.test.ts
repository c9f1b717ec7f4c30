import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RichDocument } from '../../shared/entities/richText.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { ChecksPage } from './pages/ChecksPage.ts';
import { PlanPage } from './pages/PlanPage.ts';

let program: OpenedProgram;
const plan = () => new PlanPage(program.page());

const text = (words: string) => ({ type: 'text' as const, text: words, marks: [] });
const fact = { type: 'fact' as const, attrs: { field: 'project.name' }, marks: [] };

beforeAll(async () => {
  program = await openDraft({
    answers: { 'project.name': '示例车间', 'project.totalFen': 500_000_000 },
    plan: {
      'plan.1.2': {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            attrs: { textAlign: 'center' },
            content: [text('关于'), fact, text('的说明')],
          },
          { type: 'paragraph', attrs: { textAlign: null }, content: [text('总投资500万元。')] },
        ],
      },
    },
  });
});

afterAll(async () => {
  await program?.close();
});

describe('words that move', () => {
  it('keep their facts and alignment when copied from one item to another', async () => {
    const page = plan();
    await page.open('企业情况');
    await page.text.focus();
    await page.press('ControlOrMeta+A', 'ControlOrMeta+C');
    await page.open('项目当前进展');
    await page.toEnd();
    await page.press('ControlOrMeta+V');
    expect(await page.words()).toEqual(['关于示例车间的说明', '总投资500万元。']);
    expect(await page.facts.count()).toBe(1);
    expect(await page.text.locator('p[data-align="center"]').count()).toBe(1);
    expect(await page.notice.textContent()).toBe('');
  });

  it('come back by undo in the item they belong to, wherever one is', async () => {
    const page = plan();
    await page.saved();
    await page.open('企业情况');
    await page.press('ControlOrMeta+Z');
    await page.page.getByRole('heading', { level: 2, name: '项目当前进展' }).waitFor();
    await page.page.waitForFunction(() => document.querySelector('main .ProseMirror')?.textContent === '');
    await page.press('ControlOrMeta+Shift+Z');
    expect((await page.words()).at(-1)).toBe('总投资500万元。');
  });
});

describe('a picture', () => {
  it('comes in by drop, goes by undo, comes back by redo', async () => {
    const page = plan();
    await page.open('项目当前进展');
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#4477aa' } })
      .png()
      .toBuffer();
    await page.text.evaluate((editor, coded) => {
      const data = new DataTransfer();
      const raw = Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0));
      data.items.add(new File([raw], '现场.png', { type: 'image/png' }));
      const { left, bottom } = editor.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
      const at = {
        clientX: left + 20,
        clientY: bottom - 4,
        bubbles: true,
        cancelable: true,
        dataTransfer: data,
      };
      editor.dispatchEvent(new DragEvent('drop', at));
    }, Buffer.from(bytes).toString('base64'));
    const picture = page.text.locator('figure');
    await picture.waitFor();
    await page.saved();
    await page.text.focus();
    await page.press('ControlOrMeta+Z');
    expect(await picture.count()).toBe(0);
    await page.saved();
    await page.press('ControlOrMeta+Shift+Z');
    await page.page.waitForFunction(() => {
      const shown = document.querySelector<HTMLImageElement>('.ProseMirror figure img');
      return shown?.complete === true && shown.naturalWidth > 0;
    });
    await page.press('ControlOrMeta+Z');
    expect(await picture.count()).toBe(0);
    expect((await page.words()).at(-1)).toBe('总投资500万元。');
  });
});

describe('a finding', () => {
  it('leads to the very item, with the cursor in its text', async () => {
    const page = plan();
    const checks = new ChecksPage(page.page);
    await checks.open();
    const row = page.page.locator('main [data-finding="F5/plan.2.7"]');
    await row.locator('[data-jump]').click();
    await page.page.getByRole('heading', { level: 2, name: '项目技术分析及实施计划' }).waitFor();
    await page.page.waitForFunction(() => document.activeElement?.getAttribute('data-at') === 'plan.2.7');
    await page.write('从这里写起。');
    await page.saved();
    expect(await page.item('项目技术分析及实施计划').textContent()).toContain('完成');
  });

  it('is told beside the words it speaks of', async () => {
    const page = plan();
    await page.open('企业情况');
    await page.toEnd();
    await page.write('总投资600万元。');
    await page.saved();
    const told = page.page.getByRole('list', { name: '检查结果' }).getByRole('listitem');
    await told.filter({ hasText: '600万元' }).waitFor();
    expect(await page.item('企业情况').textContent()).toMatch(/有问题|完成/);
    const stored = await program.stored();
    expect(JSON.stringify(RichDocument.parse(stored.plan['plan.1.2']))).toContain('总投资600万元。');
    expect(JSON.stringify(stored.plan['plan.2.6'])).not.toContain('"image"');
    expect(JSON.stringify(stored.plan['plan.2.7'])).toContain('从这里写起。');
  });
});
