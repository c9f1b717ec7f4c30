import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/documents/block.ts';
import { budgetTable } from '../../../shared/documents/budgetTable.ts';
import { consortiumIntroduction, consortiumTasks } from '../../../shared/documents/consortiumBlocks.ts';
import { indicatorTable } from '../../../shared/documents/indicatorTable.ts';
import { ledgerTable } from '../../../shared/documents/ledgerTable.ts';
import { breakLines } from '../../../shared/documents/measureText.ts';
import { plan } from '../../../shared/documents/plan.ts';
import { printNumber } from '../../../shared/documents/printValue.ts';
import { progressTable } from '../../../shared/documents/progressTable.ts';
import { richBlocks } from '../../../shared/documents/richBlocks.ts';
import { targetTable } from '../../../shared/documents/targetTable.ts';
import { RichDocument } from '../../../shared/entities/richText.ts';
import { applicationWith, call, invoice, linesOf, tables } from './documentFixture.ts';

function rich(content: unknown[], facts: Record<string, string> = {}): Block[] {
  return richBlocks(RichDocument.parse({ type: 'doc', content }), {
    anchor: 'plan.2.4',
    level: 3,
    fact: (field) => facts[field] ?? null,
  });
}

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const cell = (words: string, more: Record<string, unknown> = {}) => ({
  type: 'tableCell',
  content: [paragraph(text(words))],
  ...more,
});
const header = (words: string) => ({ ...cell(words), type: 'tableHeader' });
const row = (...content: unknown[]) => ({ type: 'tableRow', content });

describe('the user’s own words', () => {
  it('keep their marks, breaks and facts; a fact not answered leaves room for the pen', () => {
    const blocks = rich(
      [
        paragraph(
          text('CO'),
          text('2', 'subscript'),
          { type: 'hardBreak' },
          { type: 'fact', attrs: { field: 'a' } },
          { type: 'fact', attrs: { field: 'b' } },
        ),
      ],
      { a: '12.00' },
    );
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        style: 'body',
        align: null,
        content: [
          { type: 'text', text: 'CO', marks: [] },
          { type: 'text', text: '2', marks: ['subscript'] },
          { type: 'break' },
          { type: 'text', text: '12.00', marks: [] },
          { type: 'blank', characters: 4, underline: true },
        ],
      },
    ]);
  });

  it('have their headings below the outline item, and none inside a cell or a list', () => {
    const heading = (level: number, words: string) => ({
      type: 'heading',
      attrs: { level, textAlign: null },
      content: [text(words)],
    });
    const blocks = rich([
      heading(1, '甲'),
      heading(3, '乙'),
      { type: 'bulletList', content: [{ type: 'listItem', content: [heading(1, '丙')] }] },
      { type: 'table', content: [row({ ...cell(''), content: [heading(2, '丁')] })] },
    ]);
    expect(linesOf(blocks)).toEqual(['#### 甲', '###### 乙', '* 丙', '丁']);
    expect(blocks.flatMap((block) => (block.type === 'heading' ? [block.anchor] : []))).toEqual([
      'plan.2.4.h1',
      'plan.2.4.h2',
    ]);
  });

  it('repeat the head rows of a table unless a cell leaves them downwards', () => {
    const [plain] = tables(
      rich([{ type: 'table', content: [row(header('甲'), header('乙')), row(cell('1'), cell('2'))] }]),
    );
    expect([plain?.head.length, plain?.rows.length]).toEqual([1, 1]);
    const leaving = { ...header('甲'), attrs: { colspan: 1, rowspan: 2 } };
    const [spanning] = tables(
      rich([{ type: 'table', content: [row(leaving, header('乙')), row(cell('2'))] }]),
    );
    expect([spanning?.head.length, spanning?.rows.length]).toEqual([0, 2]);
  });

  it('give each column of a table a width after its longest text', () => {
    const [table] = tables(
      rich([{ type: 'table', content: [row(cell('序'), cell('很长很长很长很长的说明'))] }]),
    );
    expect(table?.columns).toEqual([4, 11]);
  });

  it('lose the empty paragraphs an editor leaves at the end, not those between', () => {
    expect(
      linesOf(rich([paragraph(text('甲')), paragraph(), paragraph(text('乙')), paragraph(), paragraph()])),
    ).toEqual(['甲', '', '乙']);
  });
});

describe('the plan', () => {
  it('prints every item of the outline with its generated tables and then the words', () => {
    const lines = linesOf(
      plan(
        call,
        applicationWith({
          answers: { 'project.name': '示例项目' },
          plan: { 'plan.2.5': { type: 'doc', content: [paragraph(text('资金自筹。'))] } },
          invoices: [invoice(1)],
        }),
        false,
      ),
    );
    const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
    expect(at('## （一）')).toBe(0);
    expect(lines).toContain('项目名称 | 示例项目');
    // Budget, words, then the invoice detail on pages of its own.
    expect(at('项目投资预算表')).toBeGreaterThan(at('### 5.'));
    expect(at('资金自筹。')).toBeGreaterThan(at('项目投资预算表'));
    expect(at('已完成投资明细表')).toBeGreaterThan(at('资金自筹。'));
    expect(at('### 6.')).toBeGreaterThan(at('已完成投资明细表'));
  });

  it('leaves out the item on a consortium where the call asks for none', () => {
    const titles = (id: string) =>
      linesOf(plan(call, applicationWith({ direction: { id } }), false)).filter((line) =>
        line.startsWith('### 3.联合体'),
      );
    expect(titles('app')).toEqual([]);
    expect(titles('5g').length).toBe(1);
  });
});

describe('tables made of data', () => {
  it('sum the budget by category in the call’s order', () => {
    const line = (id: string, category: string, amountFen: number | null, reason = '') => ({
      id,
      category,
      item: `内容${id}`,
      amountFen,
      reason,
    });
    const [table] = tables(
      budgetTable(
        call,
        applicationWith({
          budget: [
            line('1', 'rd', 100_000_000),
            line('2', 'network-hw', 250_000_001),
            line('3', 'nowhere', null),
            line('4', 'other', 1_000_000, '培训'),
          ],
        }),
      ),
    );
    expect(linesOf(table === undefined ? [] : [table])).toEqual([
      '序号 | 投资类别 | 投资内容 | 规格、数量及说明 | 金额（万元）',
      '1 | 网络软硬件 | 内容2 |  | 250.000001',
      '网络软硬件 小计 | 250.000001',
      '2 | 研发投入 | 内容1 |  | 100.00',
      '研发投入 小计 | 100.00',
      '3 | 其他 | 内容4 | 列支理由：培训 | 1.00',
      '其他 小计 | 1.00',
      '4 | 未分类 | 内容3 |  | ',
      '未分类 小计 | 0.00',
      '合计 | 351.000001',
    ]);
  });

  it('tell of each target what is demanded, what is promised and whether it suffices', () => {
    const lines = linesOf(
      targetTable(
        call,
        applicationWith({
          direction: { id: '5g', scenarioIds: ['5g-inspection'] },
          targets: {
            '5g-inspection.efficiency': 20,
            '5g-inspection.yield': 97.5,
            '5g-inspection.misjudgement': 0.01,
          },
        }),
      ),
    );
    const find = (label: string) => lines.find((line) => line.includes(label)) ?? '';
    expect(find('质检效率')).toMatch(/20%以上（含） \| 20% \| 达到$/);
    expect(find('| 良品率')).toMatch(/98%以上（含）\n（2 项中至少达到 1 项） \| 97.5% \| 未达到$/);
    expect(find('误判率')).toMatch(/低于 0\.01% \| 0\.01% \| 未达到$/);
    expect(targetTable(call, applicationWith())).toEqual([]);
  });

  it('show the ledger by project with its cost groups', () => {
    const lines = linesOf(
      ledgerTable(
        call,
        applicationWith({
          ledger: [
            {
              id: 'l1',
              code: 'RD01',
              name: '示例研发',
              style: '2015',
              year: 2019,
              expenseType: '费用化',
              rows: [
                { id: 'r1', details: { personnel: 1_000_00, materials: 500_00 } },
                { id: 'r2', collectedFen: 200_00, details: { 'commissioned-domestic': 200_00 } },
              ],
              claimedFen: 1_500_00,
            },
          ],
        }),
      ),
    );
    expect(lines).toContain('1 | 示例研发（RD01） | 2 | 1,700.00 | 1,500.00');
    expect(lines).toContain('合计 | 2 | 1,700.00 | 1,500.00');
    expect(lines).toContain('人员人工费用 | 1,000.00 | 直接投入费用 | 500.00');
    expect(lines).toContain('委托境内研发费用 | 200.00 |  | ');
    expect(ledgerTable(call, applicationWith())).toEqual([]);
  });

  it('list the form’s filled indicators before the applicant’s own', () => {
    const lines = linesOf(
      indicatorTable(
        call,
        applicationWith({
          answers: { 'indicator.costReductionFen': 120_000_000, 'indicator.energyPercent': 6.5 },
          ownIndicators: [{ id: 'i', name: '联网设备', value: '42 台' }],
        }),
      ),
    );
    expect(lines.slice(2)).toEqual([
      '1 | 降低企业成本 | 120.00 万元',
      '2 | 提高能源利用率 | 6.5%',
      '3 | 联网设备 | 42 台',
    ]);
  });

  it('set spending beside the budget, the ledger under R&D', () => {
    const lines = linesOf(
      progressTable(
        call,
        applicationWith({
          budget: [
            { id: 'b1', category: 'platform-hw', amountFen: 200_000_000 },
            { id: 'b2', category: 'rd', amountFen: 100_000_000 },
          ],
          invoices: [invoice(1, { totalFen: 50_000_000 })],
          ledger: [{ id: 'l', claimedFen: 33_300_000 }],
        }),
      ),
    );
    expect(lines.slice(3)).toEqual([
      '平台软硬件 | 200.00 | 50.00 | 25%',
      '研发投入 | 100.00 | 33.30 | 33.3%',
      '合计 | 300.00 | 83.30 | 27.8%',
    ]);
  });

  it('introduce the units of a consortium and divide their tasks', () => {
    const application = applicationWith({
      consortium: [
        {
          id: 'u1',
          lead: true,
          name: '甲公司',
          roles: ['industrial-enterprise'],
          introduction: '第一段\n\n第二段',
          task: '牵头',
        },
        { id: 'u2', name: '乙公司', roles: ['telecom-operator'], task: '建网' },
      ],
    });
    const introduction = linesOf(consortiumIntroduction(call, application));
    expect(introduction).toEqual(
      expect.arrayContaining(['#### （1）甲公司', '第一段', '第二段', '#### （2）乙公司']),
    );
    expect(linesOf(consortiumTasks(call, application)).slice(2)).toEqual([
      '1 | 甲公司 | 牵头单位、工业企业 | 牵头',
      '2 | 乙公司 | 基础电信运营商 | 建网',
    ]);
    expect(consortiumTasks(call, applicationWith())).toEqual([]);
  });
});

describe('figures and lines', () => {
  it('print numbers without exponents or binary dust', () => {
    expect([0.009, 0.1 + 0.2, 1_234_567.5, -0.5, 1e-7, 0, -0].map(printNumber)).toEqual([
      '0.009',
      '0.3',
      '1,234,567.5',
      '-0.5',
      '0.0000001',
      '0',
      '0',
    ]);
  });

  it('break a line between Chinese characters and never lose one', () => {
    expect(breakLines('工业互联网', 2)).toEqual(['工业', '互联', '网']);
    expect(breakLines('12345678901234567890', 6).join('')).toBe('12345678901234567890');
    expect(breakLines('', 6)).toEqual(['']);
    // An opening mark ends no line and a closing one begins none.
    expect(breakLines('示例计算技术（重庆）有限公司', 7)).toEqual(['示例计算技术', '（重庆）有限公', '司']);
    expect(breakLines('平台软硬件）', 5)).toEqual(['平台软硬', '件）']);
    expect(breakLines('））））', 2).join('')).toBe('））））');
  });
});
