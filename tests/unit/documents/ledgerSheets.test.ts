import { describe, expect, it } from 'vitest';
import type { Block, Row, Table } from '../../../shared/documents/block.ts';
import { compose } from '../../../shared/documents/compose.ts';
import { LEDGER_SHEET, ledgerSheets } from '../../../shared/documents/ledgerSheets.ts';
import { ledgerTable } from '../../../shared/documents/ledgerTable.ts';
import { LedgerProject } from '../../../shared/entities/ledger.ts';
import { applicationWith, call, tables, tableText } from './documentFixture.ts';

type Raw = Record<string, unknown>;

function project(more: Raw = {}): LedgerProject {
  return LedgerProject.parse({
    id: 'l1',
    code: 'RD01',
    name: '示例研发',
    status: '未完成',
    expenseType: '费用化',
    ...more,
  });
}

function voucher(number: number, more: Raw = {}): Raw {
  return {
    id: `r${number}`,
    date: '2019-03-05',
    voucherKind: '记',
    voucherNumber: `3-${number}`,
    summary: '领用研发材料',
    voucherFen: 1_000_00,
    details: { materials: 1_000_00 },
    ...more,
  };
}

function sheetsOf(given: LedgerProject): Table[] {
  return ledgerSheets(given, 'ledger.end').flatMap(tables);
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + (height?.mm ?? Number.POSITIVE_INFINITY), 0);
}

describe('the sheet of a sub-ledger', () => {
  it('has no sum of a column nobody filled, whose place in the last row stays empty', () => {
    const rows = [
      voucher(1, { voucherFen: null }),
      voucher(2, { voucherFen: null, details: {}, collectedFen: 0 }),
    ];
    const [sheet] = sheetsOf(project({ style: 'other', rows }));
    expect(sheet === undefined ? [] : tableText(sheet).at(-1)).toBe(
      '金额合计 |  | 1,000.00 |  | 1,000.00 |  |  |  |  |  | ',
    );
  });

  it('of 2021 has its columns, 归集 beside the voucher’s amount, and ends in 金额合计', () => {
    const [sheet] = sheetsOf(
      project({
        style: '2021',
        rows: [
          voucher(1, { details: { materials: 600_00, 'commissioned-domestic': 300_00 } }),
          voucher(2, { date: null, collectedFen: 50_00, details: { other: 50_00 } }),
        ],
      }),
    );
    expect(sheet === undefined ? [] : tableText(sheet)).toEqual([
      '项目编号：RD01　　项目名称：示例研发　　完成情况：未完成　　支出类型：费用化 | 第 1 页，共 1 页　　单位：元',
      '凭证信息 | 会计凭证记载金额 | 税法规定的归集金额 | 费用明细（税法规定） | 委托研发费用',
      '日期 | 种类 | 号数 | 摘要 | 人员人工费用 | 直接投入费用 | 折旧费用 | 无形资产摊销 | 新产品设计费等 | 其他相关费用 | 委托境内机构或个人 | 委托境外机构',
      '2019-03-05 | 记 | 3-1 | 领用研发材料 | 1,000.00 | 900.00 |  | 600.00 |  |  |  |  | 300.00 | ',
      ' | 记 | 3-2 | 领用研发材料 | 1,000.00 | 50.00 |  |  |  |  |  | 50.00 |  | ',
      '金额合计 | 2,000.00 | 950.00 |  | 600.00 |  |  |  | 50.00 | 300.00 | ',
    ]);
    expect(sheet?.anchor).toBe('ledger.l1.rows');
    expect(sheet?.rows.at(-1)?.anchor).toBe('ledger.end');
  });

  it('of 2015 begins with 期初余额, carries the balance and numbers its cost groups', () => {
    const [sheet] = sheetsOf(
      project({
        style: '2015',
        openingFen: 200_00,
        rows: [
          voucher(1, { balanceFen: 1_200_00, balanceSide: '借' }),
          voucher(2, {
            date: '2019-12-31',
            summary: '结转研发支出',
            voucherFen: null,
            creditFen: 1_200_00,
            balanceFen: 0,
            balanceSide: '平',
            details: {},
          }),
        ],
      }),
    );
    expect(sheet === undefined ? [] : tableText(sheet)).toEqual([
      '项目名称：示例研发　　项目编号：RD01　　支出类型：费用化　　实施状态：未完成 | 第 1 页，共 1 页　　单位：元',
      '2019年 | 凭证 | 摘要 | 借方金额 | 贷方金额 | 借或贷 | 余额 | 费用明细（借方）',
      '月 | 日 | 种类 | 号数 | 一、人员人工费用 | 二、直接投入费用 | 三、折旧费用 | 四、无形资产摊销 | 五、新产品设计费等 | 六、其他相关费用',
      ' |  |  |  | 期初余额 |  |  |  | 200.00 |  |  |  |  |  | ',
      '3 | 5 | 记 | 3-1 | 领用研发材料 | 1,000.00 |  | 借 | 1,200.00 |  | 1,000.00 |  |  |  | ',
      '12 | 31 | 记 | 3-2 | 结转研发支出 |  | 1,200.00 | 平 | 0.00 |  |  |  |  |  | ',
      '合计 | 1,000.00 | 1,200.00 |  | 0.00 |  | 1,000.00 |  |  |  | ',
    ]);
  });

  it('of 2015 names the year with each month where the vouchers are of several', () => {
    const [sheet] = sheetsOf(
      project({ style: '2015', rows: [voucher(1, { date: '2018-12-30' }), voucher(2)] }),
    );
    const lines = sheet === undefined ? [] : tableText(sheet);
    expect(lines[1]).toMatch(/^年 \| 凭证/);
    expect(lines[4]).toMatch(/^2018\.12 \| 30 \|/);
    expect(lines[5]).toMatch(/^2019\.3 \| 5 \|/);
  });

  it('is cut into pages that fit under the same head, the sum once at the end and never alone', () => {
    for (let count = 1; count <= 60; count += 1) {
      const given = project({
        style: count % 2 === 0 ? '2015' : '2021',
        rows: Array.from({ length: count }, (_, at) => voucher(at + 1, { summary: '摘要'.repeat(at % 12) })),
      });
      const sheets = sheetsOf(given);
      const { textHeight, above, reserve } = LEDGER_SHEET;
      for (const [index, { head, rows }] of sheets.entries()) {
        expect(heightOf(head) + heightOf(rows)).toBeLessThanOrEqual(textHeight - above - reserve);
        expect(rows.length).toBeGreaterThan(1);
        expect(head).toHaveLength(3);
        expect(tableText({ ...sheets[index], rows: [] } as Table)[0]).toContain(
          `第 ${index + 1} 页，共 ${sheets.length} 页`,
        );
      }
      const lines = sheets.flatMap(({ rows }) => tableText({ ...sheets[0], head: [], rows } as Table));
      expect(lines.filter((line) => /3-\d+ \|/.test(line))).toHaveLength(count);
      expect(lines.filter((line) => /合计/.test(line))).toEqual([lines.at(-1)]);
    }
  });

  it('loses no word of a summary that is longer than a page, whatever the project is called', () => {
    const summary = '购买试验用的材料'.repeat(400);
    const given = project({ name: '很长的名称'.repeat(500), rows: [voucher(1, { summary }), voucher(2)] });
    const sheets = sheetsOf(given);
    expect(sheets.length).toBeLessThan(60);
    const words = sheets
      .flatMap(({ rows }) => rows)
      .flatMap(({ cells }) => (cells.length > 12 ? [cells[4]] : []))
      .flatMap((one) => one?.content ?? [])
      .flatMap((block: Block) => (block.type === 'paragraph' ? block.content : []))
      .map((inline) => (inline.type === 'text' ? inline.text : ''))
      .join('');
    expect(words).toContain(summary);
  });

  it('takes thousands of vouchers in a time that grows with their number, not its square', () => {
    const time = (count: number) => {
      const given = project({ rows: Array.from({ length: count }, (_, at) => voucher(at + 1)) });
      const tries = [1, 2, 3].map(() => {
        const start = performance.now();
        ledgerSheets(given, null);
        return performance.now() - start;
      });
      return Math.min(...tries);
    };
    time(500);
    expect(time(10_000)).toBeLessThan(Math.max(1_000, time(1_000) * 40));
  });
});

describe('the ledger in the volume', () => {
  const application = applicationWith({
    ledger: [
      project({ rows: [voucher(1)] }),
      project({ id: 'l2', name: '第二个项目', rows: [voucher(2)] }),
      project({ id: 'l3', name: '还没有凭证' }),
    ],
  });

  it('stands after its summary on pages of its own; a project without a voucher has none', () => {
    const blocks = ledgerTable(call, application);
    const turned = blocks.flatMap((block) => (block.type === 'turned' ? block.sheets : []));
    expect(turned).toHaveLength(2);
    expect(blocks.at(-1)?.type).toBe('turned');
    expect(turned.map((sheet) => tables(sheet)[0]?.rows.at(-1)?.anchor)).toEqual([null, 'ledger.end']);
  });

  it('bears its seal from the summary to the last voucher', () => {
    const { seals, printedValues } = compose(call, application, { draft: false });
    expect(seals.filter(({ anchor }) => anchor === 'ledger')).toEqual([
      {
        seal: '财务专用章',
        where: '研发支出辅助账汇总及逐笔明细',
        kind: null,
        anchor: 'ledger',
        lastAnchor: 'ledger.end',
      },
    ]);
    expect(printedValues).toContainEqual({ what: '研发项目 1 的归集合计', text: '1,000.00' });
  });
});
