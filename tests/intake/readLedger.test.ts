import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../main/intake/sheet/readSheet.ts';
import type { LedgerRow } from '../../shared/entities/ledger.ts';
import { type Made, type MadeSheet, sheet2015, sheet2021, sheetFolder, writeWorkbook } from './sheetFiles.ts';

const folder = sheetFolder();

const read = (sheets: readonly MadeSheet[], type: 'xlsx' | 'xls' = 'xlsx') =>
  readSheet(writeWorkbook(folder, `ledger.${type}`, sheets), type, []);
const brief = ({ date, voucherKind, voucherNumber, summary, details }: LedgerRow) => [
  date,
  `${voucherKind}-${voucherNumber}`,
  summary,
  details,
];

const rows2015: readonly (readonly Made[])[] = [
  [null, null, null, null, '期初余额', null, null, '借', 100],
  [3, 5, '记', '0012', '计提工资', 1200.5, null, '借', 1300.5, 1000, 200.5],
  [null, 31, '记', '0045', '领用材料', 300, null, '借', 1600.5, null, null, null, 300],
  ['本月合计', null, null, null, null, 1500.5],
  ['本年累计', null, null, null, null, 1500.5],
  [12, 31, '记', '99', '期末结转', null, 1600.5, '平', 0],
  ['合计', null, null, null, null, 1500.5, 1600.5, null, null, 1000, 200.5, null, 300],
  ['制单人：张三', null, null, null, null, '审核：李四'],
];

describe.each(['xlsx', 'xls'] as const)('the 2015 style in .%s', (type) => {
  it('gives rows, opening balance, printed sums and what stands above the heads', async () => {
    const { ledger, problems } = await read([sheet2015({ name: 'RD01', rows: rows2015 })], type);
    expect(problems).toEqual([]);
    expect(ledger).toMatchObject([
      {
        style: '2015',
        code: 'RD01',
        name: '5G智慧工厂项目',
        status: '未完成',
        expenseType: '费用化',
        year: 2019,
        openingFen: 10_000,
        printedTotals: {
          voucherFen: 150_050,
          collectedFen: null,
          details: { personnel: 120_050, materials: 30_000 },
        },
      },
    ]);
    expect(ledger[0]?.rows.map(brief)).toEqual([
      ['2019-03-05', '记-0012', '计提工资', { personnel: 120_050 }],
      ['2019-03-31', '记-0045', '领用材料', { materials: 30_000 }],
      ['2019-12-31', '记-99', '期末结转', {}],
    ]);
    expect(
      ledger[0]?.rows.map(({ voucherFen, creditFen, balanceFen, balanceSide }) => [
        voucherFen,
        creditFen,
        balanceFen,
        balanceSide,
      ]),
    ).toEqual([
      [120_050, null, 130_050, '借'],
      [30_000, null, 160_050, '借'],
      [null, 160_050, 0, '平'],
    ]);
  });
});

describe('the 2021 style', () => {
  const rows: readonly (readonly Made[])[] = [
    [{ v: 44_622, z: 'yyyy/m/d' }, '记', '1', '材料', '1,000.00', 900, null, 900],
    ['2022年3月4日', '记', '2', '委托检测', 500, 400, null, null, null, null, null, null, 100, 300],
    ['金额合计', null, null, null, 1500, 1300, null, 900, null, null, null, null, 100, 300],
  ];

  it('tells domestic from foreign commissions below their common head', async () => {
    const { ledger } = await read([sheet2021({ name: 'RD02', rows })]);
    expect(ledger).toMatchObject([
      { style: '2021', code: 'RD02', status: '已完成', expenseType: '资本化', year: 2022, openingFen: null },
    ]);
    expect(ledger[0]?.rows.map(brief)).toEqual([
      ['2022-03-02', '记-1', '材料', { materials: 90_000 }],
      ['2022-03-04', '记-2', '委托检测', { 'commissioned-domestic': 10_000, 'commissioned-foreign': 30_000 }],
    ]);
  });

  it('in 万元 is read in 万元', async () => {
    const { ledger, tables } = await read([
      sheet2021({
        name: 'RD02',
        unit: '金额单位：万元',
        rows: [['2022.3.2', '记', '1', '材料', 1.5, 1.2345, null, 1.2345]],
      }),
    ]);
    expect(tables[0]?.mapping.unit).toBe('wanyuan');
    expect(ledger[0]?.rows[0]).toMatchObject({ voucherFen: 1_500_000, collectedFen: 1_234_500 });
  });

  it('takes sums the file holds only as formulas from the rows, and says which cells have no value', async () => {
    const withFormulas: readonly (readonly Made[])[] = [
      ['2022.3.2', '记', '1', '材料', 1000, { f: 'SUM(G6:N6)' }, null, 900],
      ['2022.3.3', '记', '2', '工资', { f: 'VLOOKUP(C7,Sheet2!A:B,2,0)' }, { f: 'SUM(G7:N7)' }, 400],
      ['金额合计', null, null, null, null, { f: 'SUM(F6:F7)' }, { f: 'G6+G7' }],
    ];
    const { ledger, problems } = await read([sheet2021({ name: 'RD02', rows: withFormulas })]);
    expect(ledger[0]?.rows.map(({ voucherFen, collectedFen }) => [voucherFen, collectedFen])).toEqual([
      [100_000, 90_000],
      [null, 40_000],
    ]);
    expect(ledger[0]?.printedTotals).toEqual({
      voucherFen: null,
      collectedFen: 130_000,
      details: { personnel: 40_000 },
    });
    expect(problems).toMatchObject([
      { code: 'formula-without-value', message: expect.stringContaining('E7') },
    ]);
  });

  it('keeps what is printed although it is wrong', async () => {
    const { ledger } = await read([
      sheet2021({ name: 'RD02', rows: [['2022.3.2', '记', '1', '材料', 100, 900, null, 800]] }),
    ]);
    expect(ledger[0]?.rows[0]).toMatchObject({
      voucherFen: 10_000,
      collectedFen: 90_000,
      details: { materials: 80_000 },
    });
  });
});

describe('a sheet that closes every month', () => {
  const row = (month: number, fen: number): Made[] => [
    month,
    5,
    '记',
    '1',
    '工资',
    fen,
    null,
    '借',
    fen,
    fen,
  ];
  const total = (name: string, fen: number): Made[] => [
    name,
    null,
    null,
    null,
    null,
    fen,
    null,
    null,
    null,
    fen,
  ];
  const totals = async (rows: readonly (readonly Made[])[]) => {
    const { ledger } = await read([sheet2015({ name: 'RD01', rows })]);
    return [ledger[0]?.rows.length, ledger[0]?.printedTotals?.voucherFen ?? null];
  };
  const january = [row(1, 100), total('合计', 100)];
  const february = [row(2, 50), row(2, 20), total('合计', 70)];

  it('and at its end all months is held to the last 合计', async () => {
    expect(await totals([...january, ...february, total('合计', 171)])).toEqual([3, 17_100]);
    expect(await totals([...january, ...february, total('本年累计', 170), total('合计', 171)])).toEqual([
      3, 17_100,
    ]);
  });

  it('with all months so far is held to the last 合计', async () => {
    expect(await totals([...january, row(2, 50), row(2, 20), total('合计', 171)])).toEqual([3, 17_100]);
  });

  it('with its own rows alone is held to what its months add up to', async () => {
    expect(await totals([...january, ...february, row(3, 5), total('合计', 6)])).toEqual([4, 17_600]);
  });

  it('but for the last rows is held to nothing', async () => {
    expect(await totals([...january, ...february, row(3, 5)])).toEqual([4, null]);
  });

  it.each(['本月合计', '1月合计', '2019年1月份合计', '一月合计', '第一季度合计', '上半年小计'])(
    'with %s has neither rows nor a 合计 of it',
    async (name) => {
      expect(await totals([row(1, 100), total(name, 100), row(2, 50), total(name, 50)])).toEqual([2, null]);
      expect(await totals([row(1, 100), total(name, 100), total('合计', 100)])).toEqual([1, 10_000]);
    },
  );
});

it('rows of data that sound like sums, notes or an opening balance are rows of data', async () => {
  const words = [
    '年初数据平台采购',
    '本月累计工时分摊工资',
    '上年结转项目的材料',
    '合计三台服务器',
    '其中：专家费',
    '备注：已认证',
  ];
  const rows = words.map((summary, at): Made[] => [
    `2022-01-${10 + at}`,
    '记',
    String(at),
    summary,
    1,
    1,
    null,
    1,
  ]);
  const { ledger } = await read([sheet2021({ name: 'RD02', rows })]);
  expect(ledger[0]?.rows.map(({ summary }) => summary)).toEqual(words);
});

it('remarks behind the figures make no row a sum', async () => {
  const rows: Made[][] = [
    ['日期', '凭证号', '摘要', '人员人工费用', '直接投入费用', '备注'],
    ['2022-01-31', '记-12', '工资', 100, null, '合计'],
    ['2022-01-31', '记-13', '材料', null, 50, '小计'],
    ['合计', null, null, 100, 50, null],
  ];
  const { ledger } = await read([{ name: '甲项目', rows }]);
  expect(ledger[0]?.rows.map(({ summary }) => summary)).toEqual(['工资', '材料']);
  expect(ledger[0]?.printedTotals?.details).toEqual({ personnel: 10_000, materials: 5_000 });
});

it('a sum is a sum whichever column in front of the figures says so', async () => {
  const rows: Made[][] = [
    ['日期', '摘要', '凭证号', '人员人工费用', '直接投入费用'],
    ['2022-01-31', '工资', '记-12', 100, null],
    [null, null, '合计', 100, null],
  ];
  const { ledger } = await read([{ name: '甲项目', rows }]);
  expect(ledger[0]?.rows).toHaveLength(1);
  expect(ledger[0]?.printedTotals?.details).toEqual({ personnel: 10_000 });
});

describe('the unit of a ledger', () => {
  const unitOf = async (unit: string) => {
    const { tables, ledger } = await read([
      sheet2021({ name: 'RD02', unit, rows: [['2022.3.2', '记', '1', '材料', 1, 1, null, 1]] }),
    ]);
    return [tables[0]?.mapping.unit, tables[0]?.sure, ledger.length];
  };

  it.each([
    '编制单位：元亨科技有限公司 金额单位：万元',
    '编制单位：万元  金额单位：万元',
    '填报单位：元亨科技有限公司 单位：万元',
    '单位：元亨科技有限公司 金额单位：万元',
    '单位：人民币（万元）',
    '单位：万元（列至角分）',
    '金额单位：万元列至角分',
  ])('%s', async (words) => {
    expect(await unitOf(words)).toEqual(['wanyuan', true, 1]);
  });

  it('is 元 where only a company begins with 万元', async () => {
    expect(await unitOf('编制单位：万元达科技有限公司')).toEqual(['yuan', true, 1]);
  });

  it('is asked about where two different ones are told', async () => {
    expect(await unitOf('金额单位：万元 单位：元')).toEqual(['yuan', false, 0]);
  });
});

it('the year of a ledger is that of its rows, not of the day it was printed or of the law', async () => {
  const made = sheet2021({ name: 'RD02', rows: [['2022-01-10', '记', '1', '材料', 1, 1, null, 1]] });
  const titled = { ...made, rows: [['公告2021年第28号 编制日期：2023年1月15日'], ...made.rows.slice(1)] };
  expect((await read([titled])).ledger[0]?.year).toBe(2022);
  const edition = sheet2015({ name: 'RD', title: '2015年版', year: '2019', rows: rows2015 });
  expect((await read([edition])).ledger[0]?.year).toBe(2019);
});

describe('the year of rows that tell only month and day', () => {
  const yearOf = async (name: string, above: readonly Made[]) => {
    const rows: Made[][] = [
      [...above],
      ['月', '日', '凭证号', '摘要', '人员人工费用', '直接投入费用'],
      [3, 5, '记-1', '工资', 100, null],
    ];
    const { ledger } = await read([{ name, rows }]);
    return [ledger[0]?.year, ledger[0]?.rows[0]?.date];
  };

  it.each<[string, Made[]]>([
    ['RD2001', ['研发支出辅助账（2020年度）']],
    ['2019年', ['研发支出辅助账（2020年度）']],
    ['2019年', ['研发支出辅助账', '年度：2020']],
    ['2020年', ['研发支出辅助账', null, '项目名称：2018年度新产品']],
    ['2020年', ['研发支出辅助账（国家税务总局公告2015年97号）']],
    ['2020年', ['研发支出辅助账（2021年修订）']],
    ['2020年RD01', ['研发支出辅助账']],
    ['2020', ['研发支出辅助账']],
    ['2020-03', ['研发支出辅助账']],
  ])('on the sheet %s below %j is 2020', async (name, above) => {
    expect(await yearOf(name, above)).toEqual([2020, '2020-03-05']);
  });

  it.each(['RD2001', 'A2020年', '2020版', '2020年版', '编号202001'])(
    'is not told by the name %s',
    async (name) => {
      expect(await yearOf(name, ['研发支出辅助账'])).toEqual([null, null]);
    },
  );
});

describe('more than one sheet', () => {
  const line = (month: number, fen: number): Made[] => [
    month,
    15,
    '记',
    String(month),
    '工资',
    fen,
    null,
    '借',
    fen,
    fen,
  ];

  it('of different projects are different ledgers', async () => {
    const { ledger } = await read([
      sheet2015({ name: 'RD01', rows: [line(1, 1)] }),
      sheet2015({ name: 'RD02', head: '项目编号：RD02', project: '另一个项目', rows: [line(1, 2)] }),
      sheet2021({ name: 'RD03', code: 'RD03', rows: [['2022.3.2', '记', '1', '材料', 1, 1, null, 1]] }),
      { name: '说明', rows: [['填写说明', '请按月填写']] },
    ]);
    expect(ledger.map(({ code, style }) => [code, style])).toEqual([
      ['RD01', '2015'],
      ['RD02', '2015'],
      ['RD03', '2021'],
    ]);
  });

  it('of the months of one project and year are one ledger, in the order of the sheets', async () => {
    const month = (name: string, number: number, fen: number) =>
      sheet2015({
        name,
        rows: [line(number, fen), ['合计', null, null, null, null, fen, null, null, null, fen]],
      });
    const { ledger } = await read([month('1月', 1, 100), month('2月', 2, 200), month('3月', 3, 300)]);
    expect(ledger).toHaveLength(1);
    expect(ledger[0]?.rows.map(({ date }) => date)).toEqual(['2019-01-15', '2019-02-15', '2019-03-15']);
    expect(ledger[0]?.printedTotals).toEqual({
      voucherFen: 60_000,
      collectedFen: null,
      details: { personnel: 60_000 },
    });
    expect(new Set(ledger[0]?.rows.map(({ id }) => id)).size).toBe(3);
  });

  describe('named after months of one project', () => {
    const sheetOf = (name: string, months: readonly number[]) =>
      sheet2015({ name, rows: months.map((month) => line(month, month)) });
    const rowsOf = async (sheets: readonly (readonly [string, readonly number[]])[]) => {
      const { ledger, problems } = await read(sheets.map(([name, months]) => sheetOf(name, months)));
      return [ledger.map(({ rows }) => rows.length), problems.map(({ code }) => code)];
    };

    it('and after all of them again are two ledgers, and that is told', async () => {
      const { ledger, problems } = await read([
        sheetOf('1月', [1]),
        sheetOf('2月', [2]),
        sheetOf('1-2月', [1, 2]),
      ]);
      expect(ledger.map(({ rows }) => rows.length)).toEqual([2, 2]);
      expect(problems).toMatchObject([{ code: 'ledger-months-repeated', severity: 'warning' }]);
      expect(problems[0]?.message).toMatch(/“1-2月”.*“1月”/);
    });

    it.each([
      '1-12月',
      '1月-12月',
      '1~12月',
      '2019年1至12月',
      'RD01 1—12月',
      '１－１２月',
      '1、2月',
      '1月、2月',
    ])('and %s are never added up with their months', async (name) => {
      expect(
        (
          await rowsOf([
            [name, [1, 2]],
            ['1月', [1]],
            ['2月', [2]],
          ])
        )[0],
      ).toEqual([2, 2]);
    });

    it('and a month that stands on two sheets is joined once', async () => {
      expect(
        await rowsOf([
          ['1月', [1]],
          ['2月', [2]],
          ['2月 (2)', [2]],
        ]),
      ).toEqual([[2, 1], ['ledger-months-repeated']]);
    });

    it('and those of half a year each are one ledger', async () => {
      expect(
        await rowsOf([
          ['1-6月', [1, 6]],
          ['7-12月', [7, 12]],
        ]),
      ).toEqual([[4], []]);
    });

    it.each([
      ['2019-1月', '2019-2月'],
      ['RD01-1月', 'RD01-2月'],
      ['2019-01', '2019-02'],
      ['01', '02'],
    ])('as %s and %s are one ledger', async (first, second) => {
      expect(
        await rowsOf([
          [first, [1]],
          [second, [2]],
        ]),
      ).toEqual([[2], []]);
    });
  });

  it('of two years, or not named after months, stay apart', async () => {
    const two = await read([
      sheet2015({ name: '2018年1月', year: '2018', rows: [line(1, 1)] }),
      sheet2015({ name: '2019年1月', rows: [line(1, 1)] }),
    ]);
    expect(two.ledger.map(({ year }) => year)).toEqual([2018, 2019]);
    const apart = await read([
      sheet2015({ name: '自主研发', rows: [line(1, 1)] }),
      sheet2015({ name: '合作研发', title: '合作研发“研发支出”辅助账', rows: [line(1, 1)] }),
    ]);
    expect(apart.ledger).toHaveLength(2);
  });

  it('of 委托研发 put their costs under commissions, at home or abroad', async () => {
    const commissioned = (name: string, abroad: string) =>
      sheet2015({
        name,
        title: '委托研发“研发支出”辅助账',
        head: `项目编号：RD01  是否委托境外选项：${abroad}`,
        rows: [line(1, 100)],
      });
    const { ledger } = await read([commissioned('委托一', '□是 ☑否'), commissioned('委托二', '☑是 □否')]);
    expect(ledger.map(({ rows }) => rows[0]?.details)).toEqual([
      { 'commissioned-domestic': 10_000 },
      { 'commissioned-foreign': 10_000 },
    ]);
  });

  it('that are hidden are read, and that is told', async () => {
    const { ledger, problems } = await read([
      { ...sheet2015({ name: 'RD01', rows: [line(1, 1)] }), hidden: true },
      { name: '封面', rows: [['封面']] },
    ]);
    expect(ledger).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'sheet-hidden', message: expect.stringContaining('RD01') }]);
  });

  it('prepared and never filled give no ledger', async () => {
    const { ledger, tables } = await read([
      sheet2015({ name: 'RD01', rows: [['合计', null, null, null, null, 0]] }),
    ]);
    expect(ledger).toEqual([]);
    expect(tables).toMatchObject([{ sheet: 'RD01', sure: true, rows: 0 }]);
  });
});

describe('what stands above the heads', () => {
  const head = async (text: string) =>
    (await read([sheet2015({ name: 'RD09', head: text, rows: rows2015 })])).ledger[0];

  it.each([
    ['项目编号：RD09 项目状态：□未完成 ☑已完成', '已完成'],
    ['项目编号：RD09 完成情况：已完成（√） 未完成（ ）', '已完成'],
    ['项目编号：RD09 完成情况：未完成/已完成', ''],
    ['项目编号：RD09 完成情况：○未完成 ◎已完成', '已完成'],
  ])('%s', async (text, status) => {
    expect(await head(text)).toMatchObject({ code: 'RD09', status });
  });
});

it('labels with their values beside them are no heads', async () => {
  const made = sheet2021({ name: 'RD02', unit: '', rows: [['2022.3.2', '记', '1', '材料', 1, 1, null, 1]] });
  const { ledger, tables } = await read([made]);
  expect(tables[0]?.mapping.headRow).toBe(4);
  expect(ledger).toMatchObject([{ code: 'RD02', name: '5G智慧工厂项目', rows: [{ voucherFen: 100 }] }]);
});

describe('self-made ledgers', () => {
  const heads = [
    '日期',
    '凭证字号',
    '摘要',
    '项目名称',
    '凭证金额',
    '工资',
    '社保',
    '材料费',
    '差旅费',
    '委托外部研究开发费用',
  ];

  it('of all projects on one sheet are split by the project a row names', async () => {
    const rows: Made[][] = [
      ['研发费用明细账', null, null, null, '2022年度'],
      heads,
      ['2022-01-31', '记-0012', '工资', '甲项目', 300, 200, 100],
      ['2022-01-31', '记字第13号', '材料', '乙项目', 50, null, null, 50],
      ['2022-02-28', '转-14', '差旅', '甲项目', 70, null, null, null, 70],
      ['2022-02-28', '15', '委托', '甲项目', 80, null, null, null, null, 80],
      ['合计', null, null, null, 500, 200, 100, 50, 70, 80],
    ];
    const { ledger } = await read([{ name: '明细', rows }]);
    expect(ledger.map(({ name, style, printedTotals }) => [name, style, printedTotals])).toEqual([
      ['甲项目', 'other', null],
      ['乙项目', 'other', null],
    ]);
    expect(ledger[0]?.rows.map(brief)).toEqual([
      ['2022-01-31', '记-0012', '工资', { personnel: 30_000 }],
      ['2022-02-28', '转-14', '差旅', { other: 7_000 }],
      ['2022-02-28', '-15', '委托', { 'commissioned-domestic': 8_000 }],
    ]);
  });

  it('from a text export with heads in two rows and no joined cells are read too', async () => {
    const text = [
      '研发支出辅助账,,,,,,,',
      '项目名称：甲项目,,,,,,,',
      '2022年,,凭证,,摘要,借方金额,费用明细,',
      '月,日,种类,号数,,,人员人工费用,直接投入费用',
      '1,31,记,12,工资,"1,300.00","1,300.00",',
      '2,1,记,13,材料,200.00,,200.00',
    ].join('\r\n');
    const path = join(folder, 'ledger.csv');
    writeFileSync(path, iconv.encode(text, 'gb18030'));
    const { ledger } = await readSheet(path, 'text', []);
    expect(ledger).toMatchObject([{ name: '甲项目', year: 2022 }]);
    expect(ledger[0]?.rows.map(brief)).toEqual([
      ['2022-01-31', '记-12', '工资', { personnel: 130_000 }],
      ['2022-02-01', '记-13', '材料', { materials: 20_000 }],
    ]);
  });

  it.each([
    ['项目：智能网关研发 RD01', 'RD01', '智能网关研发'],
    ['研发项目：智能网关研发（RD-12）', 'RD-12', '智能网关研发'],
    ['研发项目：RD3_智能网关研发', 'RD3', '智能网关研发'],
    ['项目名称：智能网关研发', '', '智能网关研发'],
    ['项目编号：2022-7 项目：智能网关研发RD01', '2022-7', '智能网关研发RD01'],
    ['其他项目：无', '', '研发'],
    ['项目名称：RD01 5G智慧工厂', 'RD01', '5G智慧工厂'],
    ['项目名称：RD01-智能网关研发', 'RD01', '智能网关研发'],
    ['项目名称：智能网关研发-RD01', 'RD01', '智能网关研发'],
    // All of a number or nothing of it: half of one makes two projects the same.
    ['项目名称：RD2021-001 智能网关研发', 'RD2021-001', '智能网关研发'],
    ['项目名称：RD-01-02（智能网关）', 'RD-01-02', '（智能网关）'],
    ['项目名称：RD2021-A01智能网关', '', 'RD2021-A01智能网关'],
    ['项目名称：RD2021 001 智能网关', '', 'RD2021 001 智能网关'],
    ['项目名称：2021-RD001', '', '2021-RD001'],
    ['项目名称：2021RD001智能', '', '2021RD001智能'],
    ['项目名称：RD53芯片的网关', '', 'RD53芯片的网关'],
    ['项目名称：基于RD53芯片的网关', '', '基于RD53芯片的网关'],
    ['项目名称：HARD 2000平台', '', 'HARD 2000平台'],
  ])('are called what stands above the heads: %s', async (line, code, name) => {
    const rows: Made[][] = [
      ['研发费用台账'],
      [line],
      ['日期', '凭证号', '摘要', '人员人工费用', '直接投入费用'],
      ['2022-01-31', '记-12', '工资', 100, null],
    ];
    expect((await read([{ name: '研发', rows }])).ledger).toMatchObject([{ code, name }]);
  });

  it('with a day and a voucher written once over joined rows tell them for each row', async () => {
    const rows: Made[][] = [
      ['日期', '凭证号', '摘要', '人员人工费用', '直接投入费用'],
      ['2022-01-31', '记-12', '工资', 100, null],
      [null, null, '材料', null, 50],
    ];
    const { ledger } = await read([{ name: '甲项目', rows, merges: ['A2:A3', 'B2:B3'] }]);
    expect(ledger[0]?.name).toBe('甲项目');
    expect(ledger[0]?.rows.map(brief)).toEqual([
      ['2022-01-31', '记-12', '工资', { personnel: 10_000 }],
      ['2022-01-31', '记-12', '材料', { materials: 5_000 }],
    ]);
  });

  it('without a day of any kind are asked about and give no rows', async () => {
    const { ledger, tables } = await read([
      {
        name: 'RD',
        rows: [
          ['凭证号', '摘要', '人员人工费用', '直接投入费用'],
          ['记-12', '工资', 100, null],
        ],
      },
    ]);
    expect(ledger).toEqual([]);
    expect(tables).toMatchObject([{ sure: false, missing: ['日期（或月、日）'] }]);
  });

  it('of costs that need not be research are asked about', async () => {
    const rows: Made[][] = [
      ['日期', '凭证号', '摘要', '折旧费', '其他费用'],
      ['2022-01-31', '记-12', '折旧', 100, null],
    ];
    const { ledger, tables } = await read([{ name: '管理费用', rows }]);
    expect(ledger).toEqual([]);
    expect(tables).toMatchObject([{ sure: false, missing: [expect.stringContaining('请确认')] }]);
  });

  it('read with the columns the user gave', async () => {
    const rows: Made[][] = [
      ['研发支出辅助账'],
      ['办理', '凭证号', '摘要', '研发人员支出', '直接投入'],
      ['2022-01-31', '记-12', '工资', 100, 20],
    ];
    const path = writeWorkbook(folder, 'given.xlsx', [{ name: '甲项目', rows }]);
    const [table] = (await readSheet(path, 'xlsx', [])).tables;
    if (table === undefined) throw new Error('the ledger was not seen');
    expect(table.sure).toBe(false);
    const mapping = {
      ...table.mapping,
      columns: ['date', 'voucher', 'summary', 'cost.personnel', 'cost.materials'],
    } as const;
    const { ledger, tables } = await readSheet(path, 'xlsx', [{ ...mapping, columns: [...mapping.columns] }]);
    expect(tables).toMatchObject([{ sure: true, rows: 1 }]);
    expect(ledger[0]?.rows.map(brief)).toEqual([
      ['2022-01-31', '记-12', '工资', { personnel: 10_000, materials: 2_000 }],
    ]);
  });
});

describe('the 汇总表', () => {
  it('of the 2015 style tells each project’s costs', async () => {
    const rows: Made[][] = [
      ['“研发支出”辅助账汇总表'],
      ['单位：元'],
      [
        '项目编号',
        '项目名称',
        '完成情况',
        '支出类型',
        '一、人员人工费用',
        '二、直接投入费用',
        '三、折旧费用',
        '四、无形资产摊销',
        '五、新产品设计费等',
        '六、其他相关费用',
      ],
      [null, null, null, null, '1.1', '2.1', '3.1', '4.1', '5.1', '6.1'],
      ['RD01', '甲项目', '未完成', '费用化', 100, 50, null, null, null, 5],
      ['RD02', '乙项目', '已完成', '资本化', 200, null, 1, 2, 3, '-'],
      ['资本化金额小计', null, null, null, 200],
      ['费用化金额小计', null, null, null, 100],
      ['其中：其他事项', null, null, null, 0],
      ['金额合计', null, null, null, 300],
    ];
    const { summary, tables } = await read([{ name: '汇总', rows }], 'xls');
    expect(tables).toMatchObject([{ sure: true, rows: 2, mapping: { kind: 'ledger-summary' } }]);
    expect(summary).toEqual([
      { code: 'RD01', name: '甲项目', totalFen: 15_500 },
      { code: 'RD02', name: '乙项目', totalFen: 20_600 },
    ]);
  });

  it('that tells only a sum gives it', async () => {
    const rows: Made[][] = [
      ['研发支出辅助账汇总表', '单位：万元'],
      ['项目编号', '项目名称', '研发费用合计'],
      ['RD01', '甲项目', 1.5],
    ];
    expect((await read([{ name: '汇总', rows }])).summary).toEqual([
      { code: 'RD01', name: '甲项目', totalFen: 1_500_000 },
    ]);
  });
});
