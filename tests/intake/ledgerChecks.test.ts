import { describe, expect, it } from 'vitest';
import { readSheet } from '../../main/intake/sheet/readSheet.ts';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { applyEdit } from '../../shared/edits/applyEdit.ts';
import type { Application } from '../../shared/entities/application.ts';
import { takeInLedger } from '../../shared/evidence/takeInLedger.ts';
import { baseApplication } from '../calls/golden/baseApplication.ts';
import { firstCall } from '../calls/golden/firstCall.ts';
import { expectedWord, findingsFor } from '../calls/golden/outcomeOf.ts';
import { type Made, type MadeSheet, sheet2015, sheet2021, sheetFolder, writeWorkbook } from './sheetFiles.ts';

const folder = sheetFolder();
const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');
const NAME = '5G数字化车间建设项目';

/** The base application with the ledger of a real file instead of its own, taken in as the window does. */
async function withLedger(
  sheets: readonly MadeSheet[],
  given: Partial<Application> = {},
): Promise<Application> {
  if (sheets.length === 0) return { ...base, ...given, ledger: [] };
  const reading = await readSheet(writeWorkbook(folder, 'ledger.xlsx', sheets), 'xlsx', []);
  expect(reading.tables.map(({ sure }) => sure)).not.toContain(false);
  const application = { ...base, ...given, ledger: [] };
  let id = 0;
  const { edits } = takeInLedger(application, reading, () => `new-${++id}`);
  return edits.reduce<Application>((before, edit) => applyEdit(before, edit).application, application);
}

/** 符合, 错误, 警告, 待填 or 不适用: what the shipped call says of a check, and in which words. */
async function said(rule: string, sheets: readonly MadeSheet[], given: Partial<Application> = {}) {
  const findings = findingsFor(evaluate(call, await withLedger(sheets, given)).findings, rule);
  const open = findings.filter(({ outcome }) => outcome !== 'met').map(({ message }) => message);
  return [expectedWord(findings), open.join('\n')] as const;
}

const is = (word: string, words: string | RegExp = '') => [
  word,
  words === '' ? '' : words instanceof RegExp ? expect.stringMatching(words) : expect.stringContaining(words),
];

type Rows = readonly (readonly Made[])[];

/** 2015: 月 日 种类 号数 摘要 借方 贷方 借或贷 余额, then 工资 五险 劳务 材料 燃料 … */
const right2015: Rows = [
  [null, null, null, null, '期初余额', null, null, '平', 0],
  [4, 30, '记', '0012', '研发人员工资', 3000, null, '借', 3000, 2000, 1000],
  [5, 31, '记', '0018', '研发领用材料', 2000, null, '借', 5000, null, null, null, 1500, 500],
  [12, 31, '记', '0099', '期末结转', null, 5000, '平', 0],
  ['合计', null, null, null, null, 5000, 5000, null, null, 2000, 1000, null, 1500, 500],
];
const of2015 = (rows: Rows = right2015, name = NAME) =>
  sheet2015({ name: 'RD01', head: '项目编号：RD01', rows, project: name });

/** 2021: 日期 种类 号数 摘要 凭证金额 归集金额 人工 投入 折旧 摊销 设计 其他 委托境内 委托境外 */
const right2021: Rows = [
  ['2019.4.30', '记', '12', '研发人员工资', 3000, 2500, 2500],
  ['2019.5.31', '记', '18', '委托检测', 2000, 2000, null, null, null, null, null, null, 2000],
  ['金额合计', null, null, null, 5000, 4500, 2500, null, null, null, null, null, 2000],
];
const of2021 = (rows: Rows = right2021, name = NAME) => sheet2021({ name: 'RD02', project: name, rows });

/** The rows with one cell changed. */
function changed(rows: Rows, row: number, column: number, cell: Made): Rows {
  return rows.map((line, at) =>
    at === row
      ? Array.from({ length: Math.max(line.length, column + 1) }, (_, one) =>
          one === column ? cell : (line[one] ?? null),
        )
      : line,
  );
}
const without = (rows: Rows, row: number): Rows => rows.filter((_, at) => at !== row);

/** A 汇总表 of the 2021 style: costs before the caps, and columns after them that are not to be compared. */
const summary2021 = (rows: Rows, unit = '单位：元'): MadeSheet => ({
  name: '汇总表',
  rows: [
    ['研发支出辅助账汇总表（2021版）', null, null, unit],
    [
      '项目编号',
      '项目名称',
      '完成情况',
      '支出类型',
      '允许加计扣除金额合计',
      '人员人工费用',
      '直接投入费用',
      '折旧费用',
      '无形资产摊销',
      '新产品设计费等',
      '前五项小计',
      '其他相关费用合计',
      '经限额调整后的其他相关费用',
      '委托境内机构或个人进行研发活动所发生的费用',
      '允许加计扣除的委托境内机构或个人进行研发活动所发生的费用',
      '委托境外机构进行研发活动所发生的费用',
      '经限额调整后的委托境外机构进行研发活动所发生的费用',
    ],
    ...rows,
    ['资本化金额小计', null, null, null, 1],
    ['金额合计', null, null, null, 4100, 2500],
  ],
});
const summaryRow = (personnel: number, domestic: number): Made[] => [
  'RD02',
  NAME,
  '已完成',
  '资本化',
  personnel + domestic * 0.8,
  personnel,
  null,
  null,
  null,
  null,
  personnel,
  null,
  null,
  domestic,
  domestic * 0.8,
];

describe('a ledger that is right', () => {
  it.each(['rowSum', 'voucher', 'columns', 'name', 'period', 'unique', 'unit'])(
    'meets F5.3/%s in both styles',
    async (rule) => {
      expect(await said(`F5.3/${rule}`, [of2015()])).toEqual(is('符合'));
      expect(await said(`F5.3/${rule}`, [of2021()])).toEqual(is('符合'));
    },
  );

  it('meets the balance in the 2015 style, the only one that has it', async () => {
    expect(await said('F5.3/balance', [of2015()])).toEqual(is('符合'));
    expect(await said('F5.3/balance', [of2021()])).toEqual(is('不适用'));
  });

  it('equals its row of the 汇总表, before the caps of the tax law', async () => {
    expect(await said('F5.3/summary', [of2021(), summary2021([summaryRow(2500, 2000)])])).toEqual(is('符合'));
    expect(await said('F5.3/summary', [of2021()])).toEqual(is('不适用'));
  });

  it('is a ledger at all', async () => {
    expect(await said('F5.3', [of2015()])).toEqual(is('符合'));
    expect(await said('F5.3', [of2015([['合计', null, null, null, null, 0]])])).toEqual(is('不适用'));
  });
});

describe('归集金额 = Σ details', () => {
  it('is not met when a row is off by one 分', async () => {
    expect(await said('F5.3/rowSum', [of2021(changed(right2021, 0, 5, 2500.01))])).toEqual(
      is('错误', '相差 0.01 元'),
    );
    expect(await said('F5.3/rowSum', [of2015(changed(right2015, 1, 5, 2999.99))])).toEqual(
      is('错误', '相差 0.01 元'),
    );
  });

  it('is unknown while a row has no details', async () => {
    expect(await said('F5.3/rowSum', [of2021(changed(right2021, 0, 6, null))])).toEqual(
      is('待填', '费用明细'),
    );
    expect(await said('F5.3/rowSum', [of2021(changed(right2021, 0, 5, null))])).toEqual(
      is('待填', '归集金额'),
    );
  });

  it('has nothing to compare in a self-made ledger that has no such column', async () => {
    const rows: Rows = [
      ['日期', '凭证号', '摘要', '凭证金额', '人员人工费用', '直接投入费用'],
      ['2019-04-30', '记-12', '工资', 3000, 2500],
      ['合计', null, null, 3000, 2500],
    ];
    expect(await said('F5.3/rowSum', [{ name: NAME, rows }])).toEqual(is('符合'));
  });
});

describe('归集 ≤ 凭证金额', () => {
  it('is not met, as a warning, when more is collected than was booked', async () => {
    const more = changed(changed(right2021, 0, 5, 3000.01), 0, 6, 3000.01);
    expect(await said('F5.3/voucher', [of2021(more)])).toEqual(is('警告', '多出 0.01 元'));
  });

  it('is unknown while the voucher’s amount is missing', async () => {
    expect(await said('F5.3/voucher', [of2021(changed(right2021, 0, 4, null))])).toEqual(
      is('待填', '凭证金额'),
    );
  });

  it('takes a reversing entry by its size', async () => {
    const reversed: Rows = [...right2021.slice(0, 2), ['2019.6.1', '记', '20', '冲销', -100, -100, -100]];
    expect(await said('F5.3/voucher', [of2021(reversed)])).toEqual(is('符合'));
    const tooMuch: Rows = [...right2021.slice(0, 2), ['2019.6.1', '记', '20', '冲销', -100, -200, -200]];
    expect(await said('F5.3/voucher', [of2021(tooMuch)])).toEqual(is('警告', '-200.00 元'));
  });
});

describe('合计 = column sums', () => {
  it('is not met when a column is off, and names it', async () => {
    expect(await said('F5.3/columns', [of2021(changed(right2021, 2, 6, 2400))])).toEqual(
      is('错误', /人员人工费用合计 2,400.00 元，各行之和 2,500.00 元/),
    );
    expect(await said('F5.3/columns', [of2015(changed(right2015, 4, 5, 5001))])).toEqual(
      is('错误', /借方金额合计 5,001.00 元/),
    );
  });

  it('is worked out where the sheet holds only the formula', async () => {
    const formula = changed(right2015, 4, 5, { f: 'SUM(F7:F10)' });
    expect(await said('F5.3/columns', [of2015(formula)])).toEqual(is('符合'));
    expect(await said('F5.3/columns', [of2015(changed(right2015, 4, 5, { f: 'SUM(F8:F8)' }))])).toEqual(
      is('错误', '借方金额合计 3,000.00 元'),
    );
  });

  it('has nothing to compare without a 合计', async () => {
    expect(await said('F5.3/columns', [of2021(without(right2021, 2))])).toEqual(is('不适用'));
  });
});

describe('the running balance of the 2015 style', () => {
  it('is not met when one is off, and is named once', async () => {
    expect(await said('F5.3/balance', [of2015(changed(right2015, 2, 8, 4999))])).toEqual(
      is('错误', /第 2 行余额 4,999.00 元，应为 5,000.00 元/),
    );
  });

  it('starts from 期初余额', async () => {
    expect(await said('F5.3/balance', [of2015(changed(changed(right2015, 0, 8, 100), 0, 7, '借'))])).toEqual(
      is('错误', /第 1 行余额 3,000.00 元，应为 3,100.00 元/),
    );
  });

  it('has nothing to compare when no balance is printed', async () => {
    const bare = right2015
      .slice(1)
      .map((row) => row.map((cell, column) => (column === 7 || column === 8 ? null : cell)));
    expect(await said('F5.3/balance', [of2015(bare)])).toEqual(is('不适用'));
  });
});

describe('the project’s name', () => {
  it('is not met, as a warning, when it is another one', async () => {
    expect(await said('F5.3/name', [of2021(right2021, '智能物流研发')])).toEqual(is('警告', '智能物流研发'));
  });

  it('is unknown when neither the sheet nor its tab says one', async () => {
    expect(await said('F5.3/name', [{ ...of2021(right2021, ''), name: 'Sheet1' }])).toEqual(
      is('待填', '项目名称'),
    );
  });
});

describe('the day of a row', () => {
  it('is not met, as a warning, outside the project’s period', async () => {
    expect(await said('F5.3/period', [of2021(changed(right2021, 0, 0, '2018.2.28'))])).toEqual(
      is('警告', '2018年2月28日'),
    );
    expect(
      await said('F5.3/period', [of2021(changed(right2021, 0, 0, { v: 43159, z: 'yyyy/m/d' }))]),
    ).toEqual(is('警告', '2018年2月28日'));
  });

  it('is unknown while the row has none', async () => {
    expect(await said('F5.3/period', [of2021(changed(right2021, 0, 0, '四月'))])).toEqual(is('待填', '日期'));
  });
});

describe('no row twice', () => {
  it('is not met, as a warning, for the same day, voucher, words and amount', async () => {
    const twice: Rows = [
      ...right2021.slice(0, 2),
      ['2019年4月30日', '记', '0012', '研发人员工资', 3000, 2500, 2500],
    ];
    expect(await said('F5.3/unique', [of2021(twice)])).toEqual(is('警告', '第 1 行'));
  });

  it('is met by another voucher of the same amount', async () => {
    const other: Rows = [
      ...right2021.slice(0, 2),
      ['2019年4月30日', '记', '13', '研发人员工资', 3000, 2500, 2500],
    ];
    expect(await said('F5.3/unique', [of2021(other)])).toEqual(is('符合'));
  });
});

describe('the 汇总表', () => {
  it('is not met when it tells another sum', async () => {
    expect(await said('F5.3/summary', [of2021(), summary2021([summaryRow(2400, 2000)])])).toEqual(
      is('错误', /归集合计 4,500.00 元，汇总表为 4,400.00 元/),
    );
  });

  it('in 万元 is read in 万元', async () => {
    expect(
      await said('F5.3/summary', [of2021(), summary2021([summaryRow(0.25, 0.2)], '金额单位：万元')]),
    ).toEqual(is('符合'));
  });

  it('in 万元 that says 元 is told as units mixed up', async () => {
    expect(await said('F5.3/unit', [of2021(), summary2021([summaryRow(0.25, 0.2)])])).toEqual(
      is('警告', '混用了元和万元'),
    );
  });
});

describe('the same cost among the invoices too', () => {
  /** One invoice of 5,000.00 net, on voucher 记-18 of the 2015 ledger unless it says otherwise. */
  const invoice = (facts: Partial<Application['invoices'][number]>) => {
    const [first] = base.invoices;
    if (first === undefined) throw new Error('the base has invoices');
    return {
      invoices: [
        {
          ...first,
          netFen: 200_000,
          taxFen: 26_000,
          totalFen: 226_000,
          claimedFen: null,
          voucher: '',
          issuedOn: '2019-05-20',
          ...facts,
        },
      ],
    };
  };

  it.each([['记-18'], ['记字第0018号'], ['记账凭证18'], ['0018']])(
    'is told for voucher %s of the same amount',
    async (voucher) => {
      expect(await said('H8/ledger', [of2015()], invoice({ voucher }))).toEqual(
        is('警告', '第 2 行（2019-05-31 记-0018）'),
      );
    },
  );

  it('is told for the same day and amount where the invoice names no voucher', async () => {
    expect(await said('H8/ledger', [of2015()], invoice({ issuedOn: '2019-05-31' }))).toEqual(
      is('警告', '第 2 行'),
    );
  });

  it('is told when the row’s words name the invoice’s number', async () => {
    const named = changed(right2015, 2, 4, '材料，发票10000001');
    expect(await said('H8/ledger', [of2015(named)], invoice({ number: '10000001' }))).toEqual(
      is('警告', '第 2 行'),
    );
  });

  it('is told when the voucher is split over several rows that make the invoice’s amount', async () => {
    const split: Rows = [
      ['2019.5.31', '记', '18', '材料', 1500, 1500, null, 1500],
      ['2019.5.31', '记', '18', '检验费', 500, 500, null, 500],
    ];
    expect(await said('H8/ledger', [of2021(split)], invoice({ voucher: '记-18' }))).toEqual(
      is('警告', '第 1 行'),
    );
    expect(await said('H8/ledger', [of2021(split)], invoice({ voucher: '记-19' }))).toEqual(is('符合'));
  });

  it('is told when several invoices of one voucher make the row’s amount', async () => {
    const { invoices } = invoice({ voucher: '记-18' });
    const [one] = invoices;
    if (one === undefined) throw new Error('one was made');
    const half = { ...one, netFen: 100_000, taxFen: 13_000, totalFen: 113_000 };
    const two = {
      invoices: [
        { ...half, id: 'a', number: '10000001' },
        { ...half, id: 'b', number: '10000002' },
      ],
    };
    expect(await said('H8/ledger', [of2015()], two)).toEqual(is('警告', '第 2 行'));
  });

  it('is not told for another voucher, another amount, or an amount alone', async () => {
    expect(await said('H8/ledger', [of2015()], invoice({ voucher: '记-19' }))).toEqual(is('符合'));
    expect(
      await said('H8/ledger', [of2015()], invoice({ voucher: '记-18', netFen: 199_999, totalFen: 225_999 })),
    ).toEqual(is('符合'));
    expect(await said('H8/ledger', [of2015()], invoice({}))).toEqual(is('符合'));
  });

  it('cannot be asked without a ledger', async () => {
    expect(await said('H8/ledger', [], invoice({ voucher: '记-18' }))).toEqual(is('不适用'));
  });
});
