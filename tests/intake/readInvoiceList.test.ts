import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../main/intake/sheet/readSheet.ts';
import { type FileReading, NOTHING_READ } from '../../shared/entities/fileReading.ts';
import type { ReadInvoice } from '../../shared/entities/invoiceReading.ts';
import { type Made, type MadeSheet, sheetFolder, writeWorkbook } from './sheetFiles.ts';

const folder = sheetFolder();

const read = (sheets: readonly MadeSheet[], type: 'xlsx' | 'xls' = 'xlsx') =>
  readSheet(writeWorkbook(folder, `list.${type}`, sheets), type, []);
const readRows = (rows: readonly (readonly Made[])[]) => read([{ name: '清单', rows }]);

/** Values of an invoice by field. */
function valuesOf(invoice: ReadInvoice | undefined): Record<string, string | number> {
  return Object.fromEntries((invoice?.fields ?? []).map(({ field, value }) => [field, value]));
}
const codesOf = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);
const meanings = ({ tables }: FileReading) =>
  tables.map(({ mapping, heads }) =>
    Object.fromEntries(heads.map((head, at) => [head, mapping.columns[at]])),
  );

describe('the 全量发票导出 of the tax platform', () => {
  const heads = [
    '序号',
    '发票代码',
    '发票号码',
    '数电发票号码',
    '销方识别号',
    '销方名称',
    '购方识别号',
    '购买方名称',
    '开票日期',
  ];
  const base: MadeSheet = {
    name: '发票基础信息',
    rows: [
      [...heads, '金额', '税额', '价税合计', '发票来源', '发票票种', '发票状态', '是否正数发票', '备注'],
      [
        1,
        null,
        null,
        '24502000000048542163',
        '91500000MA5U1234XX',
        '重庆甲科技有限公司',
        '91500000MA5U9999YY',
        '重庆乙制造有限公司',
        '2024-05-28 09:12:33',
        30000,
        3900,
        33900,
        '电子发票服务平台',
        '数电票（增值税专用发票）',
        '正常',
        '是',
        null,
      ],
      [
        2,
        '050001700111',
        '01234567',
        null,
        '91500000MA5U1234XX',
        '重庆甲科技有限公司',
        null,
        '重庆乙制造有限公司',
        '2019-03-05 00:00:00',
        100,
        6,
        106,
        '增值税发票管理系统',
        '增值税电子普通发票',
        '已作废',
        '是',
        null,
      ],
      [
        3,
        null,
        null,
        '24502000000048542199',
        null,
        '重庆甲科技有限公司',
        null,
        null,
        '2024-06-01 10:00:00',
        -10000,
        -1300,
        -11300,
        '电子发票服务平台',
        '数电票（增值税专用发票）',
        '已红冲-全额',
        '否',
        '被红冲蓝字数电票号码：24502000000048542163 红字发票信息确认单编号：50001',
      ],
    ],
  };
  const lines: MadeSheet = {
    name: '信息汇总表',
    rows: [
      [
        ...heads,
        '货物或应税劳务名称',
        '规格型号',
        '单位',
        '数量',
        '单价',
        '金额',
        '税率',
        '税额',
        '价税合计',
        '发票票种',
      ],
      [
        1,
        null,
        null,
        '24502000000048542163',
        null,
        '重庆甲科技有限公司',
        null,
        null,
        '2024-05-28 09:12:33',
        '*计算机*服务器',
        null,
        '台',
        1,
        20000,
        20000,
        '13%',
        2600,
        22600,
        '数电票（增值税专用发票）',
      ],
      [
        2,
        null,
        null,
        '24502000000048542163',
        null,
        '重庆甲科技有限公司',
        null,
        null,
        '2024-05-28 09:12:33',
        '*计算机*交换机',
        null,
        '台',
        1,
        10000,
        10000,
        '13%',
        1300,
        11300,
        '数电票（增值税专用发票）',
      ],
    ],
  };

  it('gives one reading an invoice, with the lines of its second sheet', async () => {
    const reading = await read([base, lines]);
    expect(reading.tables.map(({ sheet, sure, rows }) => [sheet, sure, rows])).toEqual([
      ['发票基础信息', true, 3],
      ['信息汇总表', true, 2],
    ]);
    expect(reading.invoices).toHaveLength(3);
    const [first] = reading.invoices;
    expect(valuesOf(first)).toEqual({
      number: '24502000000048542163',
      netFen: 3_000_000,
      taxFen: 390_000,
      totalFen: 3_390_000,
      kind: 'special-digital',
      issuedOn: '2024-05-28',
      'seller.name': '重庆甲科技有限公司',
      'seller.taxId': '91500000MA5U1234XX',
      'buyer.name': '重庆乙制造有限公司',
      'buyer.taxId': '91500000MA5U9999YY',
    });
    expect(first?.lines.map(({ item, netFen, taxRate }) => [item, netFen, taxRate])).toEqual([
      ['*计算机*服务器', 2_000_000, '13%'],
      ['*计算机*交换机', 1_000_000, '13%'],
    ]);
  });

  it('tells where each value stands, and never that it is certain', async () => {
    const [first] = (await read([base])).invoices;
    expect(first?.fields.find(({ field }) => field === 'totalFen')?.place).toEqual({
      on: 'cell',
      sheet: '发票基础信息',
      cell: 'L2',
    });
    expect(new Set(first?.fields.map(({ source, confidence }) => `${source} ${confidence}`))).toEqual(
      new Set(['sheet likely']),
    );
  });

  it('tells invoices that are void or reversed, and which one a red one takes back', async () => {
    const [, cancelled, red] = (await read([base])).invoices;
    expect(cancelled).toMatchObject({ problems: [{ code: 'invoice-void', severity: 'error' }] });
    expect(red).toMatchObject({ problems: [{ code: 'invoice-reversed', severity: 'warning' }] });
    expect(valuesOf(cancelled)).toMatchObject({
      code: '050001700111',
      number: '01234567',
      kind: 'ordinary-electronic',
    });
    expect(valuesOf(red)).toMatchObject({
      totalFen: -1_130_000,
      'redLetterOf.number': '24502000000048542163',
    });
  });

  it('adds up the lines of an invoice that stands on the sheet of lines alone', async () => {
    const { invoices } = await read([lines]);
    expect(invoices).toHaveLength(1);
    expect(valuesOf(invoices[0])).toMatchObject({ netFen: 3_000_000, taxFen: 390_000, totalFen: 3_390_000 });
  });
});

it('two lines of one invoice that say the same are added up, and that is told', async () => {
  const heads = ['发票号码', '货物名称', '金额', '税额', '价税合计'];
  const line = ['24502000000048542163', '服务器', 100, 13, 113];
  const { invoices } = await readRows([heads, line, line]);
  expect(invoices.map(codesOf)).toEqual([['invoice-line-repeated']]);
  expect(valuesOf(invoices[0])).toMatchObject({ totalFen: 22_600 });
});

describe('lists with a row for every line of an invoice', () => {
  const number = '24502000000048542163';
  const only = async (rows: readonly (readonly Made[])[]) => {
    const { invoices } = await readRows(rows);
    expect(invoices).toHaveLength(1);
    const [invoice] = invoices;
    const confidenceOf = (name: string) =>
      invoice?.fields.find(({ field }) => field === name)?.confidence ?? null;
    return { values: valuesOf(invoice), problems: invoice?.problems ?? [], confidenceOf };
  };

  it('and the total of the whole on each keep it, doubtful and told where nothing decides', async () => {
    const { values, problems, confidenceOf } = await only([
      ['发票号码', '货物名称', '价税合计'],
      [number, '服务器', 1130],
      [number, '交换机', 1130],
    ]);
    expect(values.totalFen).toBe(113_000);
    expect(confidenceOf('totalFen')).toBe('doubtful');
    expect(problems).toMatchObject([{ code: 'invoice-lines-unclear', severity: 'warning' }]);
    expect(problems[0]?.message).toContain('C2、C3');
    expect(problems[0]?.message).toContain('1,130.00');
  });

  it('and a total that net and tax add up to keep it without a word', async () => {
    const { values, problems, confidenceOf } = await only([
      ['发票号码', '货物名称', '金额', '税额', '价税合计'],
      [number, '服务器', 600, 78, 1130],
      [number, '交换机', 400, 52, 1130],
    ]);
    expect(values).toMatchObject({ netFen: 100_000, taxFen: 13_000, totalFen: 113_000 });
    expect(problems).toEqual([]);
    expect(confidenceOf('totalFen')).toBe('likely');
  });

  it('and equal totals that net and tax add up to by lines add them up', async () => {
    const { values, problems } = await only([
      ['发票号码', '货物名称', '金额', '税额', '价税合计'],
      [number, '服务器', 1000, 130, 1130],
      [number, '培训', 1066.04, 63.96, 1130],
    ]);
    expect(values.totalFen).toBe(226_000);
    expect(problems).toEqual([]);
  });

  it('and the same amounts on each, of lines or of the whole, are added up, doubtful and told', async () => {
    const { values, problems, confidenceOf } = await only([
      ['发票号码', '货物名称', '金额', '税额', '价税合计'],
      [number, '服务器', 1000, 130, 1130],
      [number, '交换机', 1000, 130, 1130],
    ]);
    expect(values).toMatchObject({ netFen: 200_000, taxFen: 26_000, totalFen: 226_000 });
    expect(['netFen', 'taxFen', 'totalFen'].map(confidenceOf)).toEqual(['doubtful', 'doubtful', 'doubtful']);
    expect(problems).toMatchObject([{ code: 'invoice-lines-unclear' }]);
  });

  it('and its total, buyer and remarks on the last alone lose none of them', async () => {
    const { values, problems, confidenceOf } = await only([
      ['发票号码', '货物名称', '金额', '税额', '价税合计', '购买方名称', '备注'],
      [number, '服务器', 600, 78, null, null, null],
      [number, '交换机', 400, 52, 1130, '重庆乙制造有限公司', '一期'],
    ]);
    expect(values).toMatchObject({
      netFen: 100_000,
      totalFen: 113_000,
      'buyer.name': '重庆乙制造有限公司',
      note: '一期',
    });
    expect(problems).toEqual([]);
    expect(confidenceOf('totalFen')).toBe('likely');
  });

  it('are not unclear where another sheet tells the same total of the whole', async () => {
    const lines: MadeSheet = {
      name: '明细',
      rows: [
        ['发票号码', '货物名称', '价税合计'],
        [number, '服务器', 1130],
        [number, '交换机', 1130],
      ],
    };
    const whole: MadeSheet = {
      name: '汇总',
      rows: [
        ['发票号码', '开票日期', '价税合计'],
        [number, '2024-05-28', 1130],
      ],
    };
    for (const sheets of [
      [lines, whole],
      [whole, lines],
    ]) {
      const { invoices } = await read(sheets);
      expect(invoices).toHaveLength(1);
      expect(invoices.map(codesOf)).toEqual([[]]);
      expect(invoices[0]?.fields.filter(({ field }) => field === 'totalFen')).toMatchObject([
        { value: 113_000, confidence: 'likely' },
      ]);
    }
  });
});

describe('a list somebody made with a row for every thing bought', () => {
  const number = '24502000000048542163';
  const only = async (rows: readonly (readonly Made[])[]) => {
    const { invoices } = await readRows(rows);
    expect(invoices).toHaveLength(1);
    const [invoice] = invoices;
    const doubtful = (invoice?.fields ?? []).flatMap(({ field, confidence }) =>
      confidence === 'doubtful' ? [field] : [],
    );
    return { invoice, values: valuesOf(invoice), problems: invoice?.problems ?? [], doubtful };
  };

  it.each(['设备名称', '品名', '项目名称', '开票内容'])(
    'under %s and the whole invoice on each counts it once, doubtful and told',
    async (head) => {
      const { invoice, values, problems, doubtful } = await only([
        ['发票号码', '开票日期', head, '不含税金额', '税额', '价税合计'],
        ...['网关', '传感器', '交换机'].map((item) => [number, '2024-03-05', item, 100, 13, 113]),
      ]);
      expect(values).toMatchObject({ netFen: 10_000, taxFen: 1_300, totalFen: 11_300 });
      expect(values.use).toBeUndefined();
      expect(doubtful).toEqual(['netFen', 'taxFen', 'totalFen']);
      expect(problems).toMatchObject([{ code: 'invoice-lines-unclear', severity: 'warning' }]);
      expect(problems[0]?.message).toContain('F2、F3、F4');
      expect(problems[0]?.message).toContain('113.00');
      // What one of them cost nobody knows.
      expect(invoice?.lines.map(({ item, netFen }) => [item, netFen])).toEqual([
        ['网关', null],
        ['传感器', null],
        ['交换机', null],
      ]);
    },
  );

  it('and the same row twice counts it once, and that is told', async () => {
    const row = [number, '智能工厂', 100, 13, 113];
    const { invoice, values, problems, doubtful } = await only([
      ['发票号码', '项目名称', '不含税金额', '税额', '价税合计'],
      row,
      row,
    ]);
    expect(values).toMatchObject({ netFen: 10_000, taxFen: 1_300, totalFen: 11_300 });
    expect(doubtful).toEqual([]);
    expect(problems).toMatchObject([{ code: 'invoice-repeated', severity: 'warning' }]);
    expect(problems[0]?.message).toContain('A2、A3');
    expect(invoice?.lines).toMatchObject([{ item: '智能工厂', netFen: 10_000 }]);
  });

  it('and an amount of its own on each adds them up, doubtful and told', async () => {
    const { invoice, values, problems, doubtful } = await only([
      ['发票号码', '品名', '不含税金额', '税额', '价税合计'],
      [number, '网关', 100, 13, 113],
      [number, '传感器', 200, 26, 226],
    ]);
    expect(values).toMatchObject({ netFen: 30_000, taxFen: 3_900, totalFen: 33_900 });
    expect(doubtful).toEqual(['netFen', 'taxFen', 'totalFen']);
    expect(problems).toMatchObject([{ code: 'invoice-lines-unclear' }]);
    expect(problems[0]?.message).toContain('E2、E3');
    expect(problems[0]?.message).toContain('339.00');
    expect(invoice?.lines.map(({ netFen }) => netFen)).toEqual([10_000, 20_000]);
  });

  it('and shares that add up to the one total are its lines without a word', async () => {
    const { values, problems, doubtful } = await only([
      ['发票号码', '品名', '不含税金额', '税额', '价税合计'],
      [number, '网关', 600, 78, 1130],
      [number, '交换机', 400, 52, 1130],
    ]);
    expect(values).toMatchObject({ netFen: 100_000, taxFen: 13_000, totalFen: 113_000 });
    expect([problems, doubtful]).toEqual([[], []]);
  });

  it('never claims more than once what every row claims, and adds up shares of the claim', async () => {
    const heads = ['发票号码', '设备名称', '价税合计', '计入金额'];
    const same = await only([heads, [number, '网关', 113, 113], [number, '软件包', 113, 113]]);
    expect(same.values).toMatchObject({ totalFen: 11_300, claimedFen: 11_300 });
    const shares = await only([heads, [number, '网关', 113, 60], [number, '软件包', 113, 53]]);
    expect(shares.values).toMatchObject({ totalFen: 11_300, claimedFen: 11_300 });
    expect(shares.doubtful).toEqual(['totalFen']);
    const parts = await only([heads, [number, '网关', 113, 50], [number, '软件包', 113, 50]]);
    expect(parts.values.claimedFen).toBe(5_000);
    expect(parts.doubtful).toEqual(['totalFen', 'claimedFen']);
    const lines = await only([
      ['发票号码', '货物名称', '价税合计', '计入金额'],
      [number, '网关', 113, 113],
      [number, '软件包', 113, 113],
    ]);
    expect(lines.values).toMatchObject({ totalFen: 11_300, claimedFen: 11_300 });
  });

  it.each(['设备名称', '货物名称'])('under %s and a category of its own on each keeps both', async (head) => {
    const { invoice } = await only([
      ['发票号码', head, '价税合计', '投资类别'],
      [number, '网关', 60, '设备'],
      [number, '软件包', 53, '软件'],
    ]);
    const categories = (invoice?.fields ?? []).filter(({ field }) => field === 'category');
    expect(categories.map(({ value }) => value)).toEqual(['设备', '软件']);
  });
});

describe('an invoice whose remark is 合计', () => {
  const heads = ['发票号码', '货物名称', '价税合计', '备注'];
  const numbersOf = async (rows: readonly (readonly Made[])[]) =>
    (await readRows([heads, ...rows])).invoices.map((invoice) => valuesOf(invoice).number);

  it.each(['合计', '小计', '期初余额'])('or %s is an invoice', async (note) => {
    expect(
      await numbersOf([
        ['24502000000048542163', '服务器', 1, note],
        ['00012345', '交换机', 2, note],
        [1234567, '网线', 3, note],
        [Number('24502000000048542199'), '机柜', 4, note],
        ['合计', null, 10, null],
      ]),
    ).toEqual(['24502000000048542163', '00012345', '01234567', expect.stringMatching(/E\+19$/)]);
  });

  it('is no 小计 that names its invoice again', async () => {
    const { invoices } = await readRows([
      heads,
      ['24502000000048542163', '服务器', 1, null],
      ['24502000000048542163', '交换机', 2, null],
      ['24502000000048542163', '小计', 3, null],
    ]);
    expect(invoices.map((invoice) => valuesOf(invoice).totalFen)).toEqual([300]);
  });
});

describe('lists people make', () => {
  it('with a title, joined group heads, notes and sums give the rows of data alone', async () => {
    const rows: Made[][] = [
      ['2019年度项目投资发票清单'],
      ['编制单位：重庆乙制造有限公司', null, null, null, '单位：万元'],
      [
        '发票',
        null,
        null,
        '销售方',
        null,
        '金额（不含税）',
        '税额',
        '价税合计',
        '费用类别',
        '用途',
        '记账凭证号',
        '计入本项目金额',
      ],
      ['代码', '号码', '日期', '名称', '税号'],
      [
        '5000191130',
        '00012345',
        '2019年3月5日',
        '甲',
        'X1',
        1.5,
        0.195,
        '1.695',
        '设备购置',
        '服务器',
        '记-0012',
        1,
      ],
      ['小计', null, null, null, null, 1.5],
      [
        '5000191130',
        '00012346',
        20190306,
        '丙',
        'X2',
        '2,000.00',
        null,
        '2,260.00',
        '软件',
        'MES',
        '记-13',
        null,
      ],
      ['合计', null, null, null, null, { f: 'SUM(F5:F7)' }, null, { f: 'SUM(H5:H7)' }],
      ['制表人：张三', null, null, null, '审核人：李四'],
      ['注：以上发票均已认证'],
    ];
    const merges = [
      'A1:L1',
      'A3:C3',
      'D3:E3',
      ...['F', 'G', 'H', 'I', 'J', 'K', 'L'].map((letter) => `${letter}3:${letter}4`),
    ];
    const reading = await read([{ name: '清单', rows, merges }], 'xls');
    expect(reading.tables).toMatchObject([{ sure: true, rows: 2, mapping: { unit: 'wanyuan', headRow: 3 } }]);
    expect(reading.problems).toEqual([]);
    expect(reading.invoices.map(valuesOf)).toEqual([
      {
        code: '5000191130',
        number: '00012345',
        issuedOn: '2019-03-05',
        'seller.name': '甲',
        'seller.taxId': 'X1',
        netFen: 1_500_000,
        taxFen: 195_000,
        totalFen: 1_695_000,
        category: '设备购置',
        use: '服务器',
        voucher: '记-0012',
        claimedFen: 1_000_000,
      },
      {
        code: '5000191130',
        number: '00012346',
        issuedOn: '2019-03-06',
        'seller.name': '丙',
        'seller.taxId': 'X2',
        netFen: 2_000_000_000,
        totalFen: 2_260_000_000,
        category: '软件',
        use: 'MES',
        voucher: '记-13',
      },
    ]);
  });

  it('from a text export in GB 18030 keep every digit', async () => {
    const path = join(folder, '用友导出.csv');
    const text =
      '单据日期,发票类型,发票号,供应商,无税金额,税额,价税合计\r\n2024/5/8,增值税专用发票,\t24502000000048542163,甲公司,"1,000.00",130.00,"1,130.00"\r\n合计,,,,"1,000.00",130.00,"1,130.00"\r\n';
    writeFileSync(path, iconv.encode(text, 'gb18030'));
    const { invoices } = await readSheet(path, 'text', []);
    expect(invoices.map(valuesOf)).toMatchObject([
      { number: '24502000000048542163', netFen: 100_000, totalFen: 113_000 },
    ]);
  });

  it('with short heads in a text file lose neither date, net amount nor use', async () => {
    const path = join(folder, '发票登记表GB.csv');
    const text =
      '票号,开票日,卖方单位,含税金额（元）,不含税,税额,费用内容\r\n24502000000007770001,2024.3.5,甲公司,"11,300.00","10,000.00","1,300.00",车间网络改造\r\n';
    writeFileSync(path, iconv.encode(text, 'gb18030'));
    const { invoices, tables } = await readSheet(path, 'text', []);
    expect(invoices.map(valuesOf)).toEqual([
      {
        number: '24502000000007770001',
        issuedOn: '2024-03-05',
        'seller.name': '甲公司',
        totalFen: 1_130_000,
        netFen: 1_000_000,
        taxFen: 130_000,
        use: '车间网络改造',
      },
    ]);
    expect(tables).toMatchObject([{ sheet: '', sure: true, unused: [] }]);
  });

  it('tell which columns are not read, but not those that are empty, of no use or left out by a person', async () => {
    const heads = ['序号', '发票号码', '开票日期', '入账日期', '价税合计', '经办部门', '合同编号', '存放处'];
    const rows = [heads, [1, '00012345', '2019-03-05', '2019-03-31', 113, '信息部', null, '柜 3']];
    const { tables } = await readRows(rows);
    expect(tables).toMatchObject([{ sure: true, unused: ['经办部门', '存放处'] }]);
    const [table] = tables;
    if (table === undefined) throw new Error('the list was not seen');
    const path = writeWorkbook(folder, 'chosen.xlsx', [{ name: '清单', rows }]);
    const chosen = await readSheet(path, 'xlsx', [table.mapping]);
    expect(chosen.tables).toMatchObject([{ sure: true, unused: [] }]);
  });

  it('that name the same invoice twice say so on the second', async () => {
    const heads = ['发票代码', '发票号码', '价税合计'];
    const { invoices } = await readRows([
      heads,
      ['5000191130', '00012345', 1],
      ['5000191130', '00012345', 2],
    ]);
    expect(invoices.map(codesOf)).toEqual([[], ['invoice-repeated']]);
  });

  it.each([
    ['数电票（增值税专用发票）', 'special-digital'],
    ['电子发票（普通发票）', 'ordinary-digital'],
    ['增值税电子专用发票', 'special-electronic'],
    ['增值税专用发票', 'special-paper'],
    ['专票', 'special-paper'],
    ['增值税普通发票(卷票)', 'roll'],
    ['通行费电子普通发票', 'toll'],
    ['铁路电子客票', 'rail'],
    ['机动车销售统一发票', 'vehicle'],
    ['财政电子票据', 'fiscal'],
  ])('call an invoice %s', async (words, kind) => {
    const { invoices } = await readRows([
      ['发票类型', '发票号码', '价税合计'],
      [words, '00012345', 1],
    ]);
    expect(valuesOf(invoices[0]).kind).toBe(kind);
  });
});

describe('numbers a spreadsheet rewrote', () => {
  const heads = ['发票代码', '发票号码', '开票日期', '价税合计'];

  it('of 20 digits are doubtful, say that digits are lost, and make no two invoices one', async () => {
    const { invoices } = await readRows([
      heads,
      [null, Number('24502000000048542163'), '2024-05-28', 1],
      [null, Number('24502000000048542164'), '2024-05-28', 1],
    ]);
    expect(invoices).toHaveLength(2);
    for (const invoice of invoices) {
      expect(invoice.problems[0]?.message).toContain('已被表格软件改写，末尾数字丢失');
      expect(invoice.fields.find(({ field }) => field === 'number')).toMatchObject({
        confidence: 'doubtful',
        value: expect.stringMatching(/^2\.45.*E\+19$/),
      });
    }
  });

  it('are told in a CSV that a spreadsheet saved too', async () => {
    const path = join(folder, 'saved.csv');
    writeFileSync(path, '发票号码,开票日期,价税合计\n2.45E+19,2024/5/28,113\n');
    const { invoices } = await readSheet(path, 'text', []);
    expect(invoices.map(codesOf)).toEqual([['digits-lost']]);
  });

  it('get their noughts back, doubtful and told', async () => {
    const { invoices } = await readRows([heads, [50001700111, 1234567, '2019-03-05', 1]]);
    expect(valuesOf(invoices[0])).toMatchObject({ code: '050001700111', number: '01234567' });
    expect(codesOf(invoices[0] ?? { problems: [] })).toEqual(['noughts-lost', 'noughts-lost']);
    expect(
      invoices[0]?.fields.filter(({ confidence }) => confidence === 'doubtful').map(({ field }) => field),
    ).toEqual(['number', 'code']);
  });

  it('keep the noughts that their format shows', async () => {
    const { invoices } = await readRows([heads, [null, { v: 1234567, z: '00000000' }, '2019-03-05', 1]]);
    expect(invoices.map(codesOf)).toEqual([[]]);
    expect(valuesOf(invoices[0]).number).toBe('01234567');
  });
});

describe('what a sheet does not tell without doubt', () => {
  it('a plain 金额 with nothing beside it is asked about, and gives no rows', async () => {
    const reading = await readRows([
      ['发票号码', '开票日期', '金额'],
      ['00012345', '2019-03-05', 100],
    ]);
    expect(reading.invoices).toEqual([]);
    expect(reading.tables).toMatchObject([{ sure: false, preview: [['00012345', '2019-03-05', '100']] }]);
    expect(reading.tables[0]?.missing[0]).toContain('含税还是不含税');
  });

  it.each([
    [
      ['金额', '税额'],
      ['netFen', 'taxFen'],
    ],
    [
      ['金额', '税额', '价税合计'],
      ['netFen', 'taxFen', 'totalFen'],
    ],
    [
      ['不含税金额', '金额'],
      ['netFen', 'totalFen'],
    ],
    [
      ['税额', '合计'],
      ['taxFen', 'totalFen'],
    ],
    [
      ['金额', '税率', '税额', '合计'],
      ['netFen', null, 'taxFen', 'totalFen'],
    ],
  ])('%j say what a plain amount is', async (amounts, expected) => {
    const reading = await readRows([
      ['发票号码', ...amounts],
      ['00012345', ...amounts.map(() => 1)],
    ]);
    expect(reading.tables[0]?.mapping.columns.slice(1)).toEqual(expected);
    expect(reading.tables[0]?.sure).toBe(true);
  });

  it('two columns of one meaning are asked about', async () => {
    const reading = await readRows([
      ['发票号码', '价税合计', '含税金额'],
      ['00012345', 1, 2],
    ]);
    expect(reading.tables[0]).toMatchObject({ sure: false });
    expect(reading.tables[0]?.missing.join()).toContain('价税合计');
  });

  it('amounts in 千元, or in different units, are asked about', async () => {
    const thousand = await readRows([
      ['发票号码', '价税合计（千元）', '税额'],
      ['00012345', 1, 2],
    ]);
    expect(thousand.tables[0]).toMatchObject({ sure: false });
    const mixed = await readRows([
      ['发票号码', '价税合计（万元）', '税额（元）'],
      ['00012345', 1, 2],
    ]);
    expect(mixed.tables[0]?.missing.join()).toContain('不同的金额单位');
  });

  it('columns the user gave for the same heads are taken, also in next month’s file with another title', async () => {
    const heads = ['发票号码', '开票日期', '金额', '甲方'];
    const first = await readRows([heads, ['00012345', '2019-03-05', 100, '乙']]);
    const [table] = first.tables;
    if (table === undefined) throw new Error('the list was not seen');
    const mapping = {
      ...table.mapping,
      columns: ['number', 'issuedOn', 'totalFen', 'buyer.name'] as const,
      unit: 'wanyuan' as const,
    };
    const next = writeWorkbook(folder, 'next.xlsx', [
      { name: '四月', rows: [['四月发票'], heads, ['00012399', '2019-04-05', 200, '乙']] },
    ]);
    const reading = await readSheet(next, 'xlsx', [{ ...mapping, columns: [...mapping.columns] }]);
    expect(reading.tables).toMatchObject([{ sure: true, mapping: { headRow: 1 } }]);
    expect(reading.invoices.map(valuesOf)).toEqual([
      { number: '00012399', issuedOn: '2019-04-05', totalFen: 200_000_000, 'buyer.name': '乙' },
    ]);
  });

  it('columns given for heads further down lose no row of a file whose heads stand higher', async () => {
    const heads = ['发票号码', '开票日期', '金额'];
    const row = (number: string) => [number, '2019-03-05', 100];
    const low = await readRows([['一'], ['二'], ['三'], heads, row('00000001')]);
    const [table] = low.tables;
    if (table === undefined) throw new Error('the list was not seen');
    const columns = ['number' as const, 'issuedOn' as const, 'totalFen' as const];
    const high = writeWorkbook(folder, 'high.xlsx', [
      { name: '清单', rows: [heads, ...['1', '2', '3', '4'].map(row)] },
    ]);
    const { invoices } = await readSheet(high, 'xlsx', [{ ...table.mapping, columns }]);
    expect(invoices).toHaveLength(4);
  });

  it('amounts and dates that are none are named by their cells', async () => {
    const reading = await readRows([
      ['发票号码', '开票日期', '价税合计'],
      ['00012345', '三月五日', '约一百'],
      ['00012346', '2019-02-30', 12.345],
    ]);
    expect(
      reading.problems.map(({ code, message }) => `${code} ${/的 (.*?) (?:不|小)/.exec(message)?.[1]}`),
    ).toEqual(['amount-unreadable C2', 'date-unreadable B2、B3', 'amount-rounded C3']);
    expect(valuesOf(reading.invoices[1])).toEqual({ number: '00012346', totalFen: 1235 });
  });
});

describe('spreadsheets of something else', () => {
  it.each([
    [
      '资产负债表',
      [
        ['资产', '行次', '期末余额', '年初余额'],
        ['货币资金', 1, 100, 90],
      ],
    ],
    [
      '花名册',
      [
        ['序号', '姓名', '部门', '身份证号', '备注'],
        [1, '张三', '研发部', '500101199001010011', ''],
      ],
    ],
    [
      '设备清单',
      [
        ['序号', '设备名称', '规格型号', '单位', '数量', '单价', '金额'],
        [1, '机床', 'X', '台', 1, 100, 100],
      ],
    ],
    [
      '合同台账',
      [
        ['序号', '合同编号', '供应商', '日期', '金额', '备注'],
        [1, 'HT-1', '甲', '2019-01-01', 100, ''],
      ],
    ],
    [
      '预算',
      [
        ['序号', '项目名称', '设备购置费', '安装费', '预备费', '合计'],
        [1, '甲', 1, 2, 3, 6],
      ],
    ],
    ['空', [[null]]],
  ])('%s gives nothing and no problem', async (name, rows) => {
    const reading = await read([{ name, rows }]);
    expect({ ...reading, unrecognised: [] }).toEqual(NOTHING_READ);
  });
});

it('the day of the invoice wins over the day of its entry', async () => {
  const reading = await readRows([
    ['单据日期', '发票号码', '开票日期', '价税合计'],
    ['2024-05-30', '00012345', '2024-05-08', 113],
  ]);
  expect(reading.invoices.map((invoice) => valuesOf(invoice).issuedOn)).toEqual(['2024-05-08']);
});

it('heads are found by what they say (用友 and 金蝶)', async () => {
  const reading = await readRows([
    ['单据日期', '发票号', '供应商名称', '存货名称', '无税金额', '税金', '价税合计', '凭证字号'],
    ['2024-05-08', '00012345', '甲公司', '服务器', 100, 13, 113, '记-12'],
  ]);
  expect(meanings(reading)).toEqual([
    {
      单据日期: 'issuedOn',
      发票号: 'number',
      供应商名称: 'seller.name',
      存货名称: null,
      无税金额: 'netFen',
      税金: 'taxFen',
      价税合计: 'totalFen',
      凭证字号: 'voucher',
    },
  ]);
  // What was bought is a line, as it is of an XML or a PDF; what it was bought for no invoice tells.
  expect(reading.invoices[0]?.lines).toMatchObject([{ item: '服务器', netFen: 10_000 }]);
});

it('what was bought is no 用途, what a clerk writes of it is', async () => {
  const reading = await readRows([
    ['发票号码', '开票日期', '品名', '事由', '价税合计'],
    ['00012345', '2024-05-08', '*软件*制造执行系统', '车间数据采集', 113],
  ]);
  expect(valuesOf(reading.invoices[0]).use).toBe('车间数据采集');
  expect(reading.invoices[0]?.lines.map(({ item }) => item)).toEqual(['*软件*制造执行系统']);
});
