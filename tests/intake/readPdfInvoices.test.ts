import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdfInvoices } from '../../main/intake/invoice/readPdfInvoices.ts';
import { fictionalUnit } from '../../scripts/samples/fictionalUnit.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';
import type { ReadInvoice, ReadingSource } from '../../shared/entities/invoiceReading.ts';
import { encryptedPdf } from '../bundle/assemble/nastyPdfs.ts';
import { testFolder } from '../store/testFolder.ts';
import { downwards, type PageSpec, type Words, writePdf } from './pdfPages.ts';

const BUYER = '重庆示例智能装备有限公司';
const SELLER = '示例（重庆）工业软件股份有限公司';
const [BUYER_ID, SELLER_ID] = [fictionalUnit(BUYER).code, fictionalUnit(SELLER).code];
const NUMBER = '24502000000048542163';

/** As the tax office's programs place a 数电票: label and value in one run, the parties' heads downwards. */
function digitalWords(
  change: { number?: string; total?: string; remark?: readonly Words[]; extra?: readonly Words[] } = {},
): Words[] {
  const { number = NUMBER, total = '2634.00', remark = [], extra = [] } = change;
  return [
    ['电子发票（增值税专用发票）', 161, 40, 18],
    [`发票号码：${number}`, 430, 40],
    ['开票日期：2024年11月29日', 430, 57],
    ...downwards('购买方信息', 16, 100),
    ...downwards('销售方信息', 301, 100),
    [`名称：${BUYER}`, 32, 103],
    [`名称：${SELLER}`, 317, 103],
    [`统一社会信用代码/纳税人识别号：${BUYER_ID}`, 32, 135],
    [`统一社会信用代码/纳税人识别号：${SELLER_ID}`, 317, 135],
    ['项目名称', 45, 159],
    ['规格型号', 119, 159],
    ['单位', 189, 159, 9, 19],
    ['数量', 263, 159, 9, 18],
    ['单价', 334, 159, 9, 18],
    ['金额', 406, 159, 9, 18],
    ['税率/征收率', 446, 159],
    ['税额', 551, 159, 9, 18],
    ['*服装*净化服', 12, 169],
    ['件', 198, 169],
    ['24', 281, 169],
    ['48.6725663716814', 290, 169],
    ['1168.14', 402, 169],
    ['13%', 465, 169],
    ['151.86', 555, 169],
    ['*鞋*防砸鞋', 12, 181],
    ['双', 198, 181],
    ['18', 281, 181],
    ['64.6017699115044', 290, 181],
    ['1162.83', 402, 181],
    ['13%', 465, 181],
    ['151.17', 555, 181],
    ['合计', 58, 270, 9, 45],
    ['¥2330.97', 397, 270],
    ['¥303.03', 548, 270],
    ['价税合计（大写）', 47, 289],
    ['贰仟陆佰叁拾肆圆整', 178, 287],
    [`（小写）¥${total}`, 406, 288],
    ...remark,
    ...downwards('备注', 17, 318, 17),
    ['开票人：示例丙', 55, 377],
    ...extra,
  ];
}

async function read(pages: readonly PageSpec[], info?: Record<string, string>): Promise<FileReading> {
  return readPdfInvoices(await writePdf(testFolder(), '发票.pdf', pages, info), () => undefined);
}

function only(reading: FileReading): ReadInvoice {
  expect(reading.invoices).toHaveLength(1);
  const [invoice] = reading.invoices;
  if (invoice === undefined) throw new Error('no invoice');
  return invoice;
}

function told(invoice: ReadInvoice, source: ReadingSource = 'pdf-text'): Record<string, unknown> {
  return Object.fromEntries(
    invoice.fields.filter((field) => field.source === source).map(({ field, value }) => [field, value]),
  );
}

const WHOLE = {
  kind: 'special-digital',
  number: NUMBER,
  issuedOn: '2024-11-29',
  netFen: 233097,
  taxFen: 30303,
  totalFen: 263400,
  'buyer.name': BUYER,
  'buyer.taxId': BUYER_ID,
  'seller.name': SELLER,
  'seller.taxId': SELLER_ID,
};

const LINES = [
  { item: '*服装*净化服', netFen: 116814, taxRate: '13%', taxFen: 15186 },
  { item: '*鞋*防砸鞋', netFen: 116283, taxRate: '13%', taxFen: 15117 },
];

describe('a digital invoice', () => {
  it('is read whole from its words', async () => {
    const invoice = only(await read([{ words: digitalWords() }]));
    expect(told(invoice)).toEqual(WHOLE);
    expect(invoice.lines).toEqual(LINES);
    expect(invoice.pages).toEqual([1]);
  });

  it('is never certain by its words alone', async () => {
    const invoice = only(await read([{ words: digitalWords() }]));
    expect(new Set(invoice.fields.map(({ confidence }) => confidence))).toEqual(new Set(['likely']));
  });

  it('says where each value stands, as parts of the page', async () => {
    const invoice = only(await read([{ words: digitalWords() }]));
    const place = invoice.fields.find(({ field }) => field === 'number')?.place;
    if (place?.on !== 'page') throw new Error('no place');
    expect(place.page).toBe(1);
    expect(place.left).toBeCloseTo((430 + 5 * 9) / 595, 1);
    expect(place.top).toBeCloseTo(36 / 397, 1);
    expect(place.width).toBeLessThan(0.25);
  });

  it('is read alike when the values are drawn before all labels', async () => {
    const words = digitalWords().toReversed();
    expect(told(only(await read([{ words }])))).toEqual(WHOLE);
  });

  it('is read alike when its page is drawn upside down, and that is told', async () => {
    const reading = await read([{ words: digitalWords(), drawnTurned: 180 }]);
    expect(told(only(reading))).toEqual(WHOLE);
    expect(reading.problems.map(({ code }) => code)).toEqual(['page-upside-down']);
    expect(reading.problems[0]?.message).toContain('第 1 页');
    const place = only(reading).fields.find(({ field }) => field === 'number')?.place;
    if (place?.on !== 'page') throw new Error('no place');
    expect(place.top).toBeGreaterThan(0.85);
  });

  it('whose total differs from its capitals has a doubtful total', async () => {
    const invoice = only(await read([{ words: digitalWords({ total: '2643.00' }) }]));
    expect(invoice.fields.find(({ field }) => field === 'totalFen')).toMatchObject({
      value: 264300,
      confidence: 'doubtful',
    });
  });

  it('whose sums do not add up has doubtful sums', async () => {
    const words = digitalWords().map(
      ([text, ...rest]): Words => [text === '¥303.03' ? '¥330.30' : text, ...rest],
    );
    const invoice = only(await read([{ words }]));
    const sums = invoice.fields.filter(({ field }) => field.endsWith('Fen'));
    expect(sums.map(({ confidence }) => confidence)).toEqual(['doubtful', 'doubtful', 'doubtful']);
  });

  it('with a code shows both, and keeps a contradiction', async () => {
    const code = [`01,31,,${NUMBER},9999.00,20241129,,B2B6`, 20, 14, 60] as const;
    const invoice = only(await read([{ words: digitalWords(), codes: [code] }]));
    expect(told(invoice, 'qr')).toMatchObject({ number: NUMBER, totalFen: 999900 });
    expect(told(invoice)).toMatchObject({ totalFen: 263400 });
    expect(invoice.fields.find(({ source }) => source === 'qr')?.place).toMatchObject({
      on: 'page',
      page: 1,
    });
  });

  it('that is red names the blue one, though its number is broken over two lines', async () => {
    const remark: Words[] = [
      ['被红冲蓝字数电票号码：245020000000', 31, 305],
      ['11112222 红字发票信息确认单编号：50002411001000000001', 31, 316],
    ];
    const invoice = only(await read([{ words: digitalWords({ remark }) }]));
    expect(told(invoice)['redLetterOf.number']).toBe('24502000000011112222');
  });

  it('with a name in two lines beside the middle of its label is read with the whole name', async () => {
    const words = digitalWords().filter(([text]) => text !== `名称：${SELLER}`);
    words.push(
      ['名称：', 317, 103],
      ['中国示例通信集团有限公司重庆市渝北区', 344, 98],
      ['第二分公司', 344, 108],
    );
    expect(told(only(await read([{ words }])))['seller.name']).toBe(
      '中国示例通信集团有限公司重庆市渝北区第二分公司',
    );
  });

  it('whose form is a picture and shows values only gives no guess of who is who', async () => {
    const words: Words[] = [
      [NUMBER, 475, 40],
      ['2024年11月29日', 475, 57],
      [BUYER, 60, 103],
      [SELLER, 345, 103],
      [BUYER_ID, 180, 135],
      [SELLER_ID, 465, 135],
      ['¥2330.97', 397, 270],
      ['¥2634.00', 440, 288],
    ];
    const code = [`01,31,,${NUMBER},2634.00,20241129,,B2B6`, 20, 14, 60] as const;
    const invoice = only(await read([{ words, codes: [code] }]));
    expect(told(invoice, 'qr')).toMatchObject({ number: NUMBER, totalFen: 263400 });
    expect(invoice.fields.every(({ source }) => source === 'qr')).toBe(true);
  });
});

describe('several invoices', () => {
  it('below each other on one page are told apart', async () => {
    const other = '24502000000099990000';
    const lower = digitalWords({ number: other, total: '2634.00' }).map(
      ([text, x, y, ...rest]): Words => [text, x, y + 420, ...rest],
    );
    const reading = await read([{ size: [595, 842], words: [...digitalWords(), ...lower] }]);
    expect(reading.invoices.map((invoice) => told(invoice))).toEqual([WHOLE, { ...WHOLE, number: other }]);
  });

  it('on pages of one file keep their pages, and a next sheet goes on with its invoice', async () => {
    const sheet = (text: string): Words[] => [[text, 500, 72]];
    const first = digitalWords({ extra: sheet('共2页 第1页') }).filter(([text]) => !/合计|¥|圆整/.test(text));
    first.push(['小计', 58, 270, 9, 45], ['¥2330.97', 397, 270]);
    const reading = await read([
      { words: first },
      { words: digitalWords({ extra: sheet('共2页 第2页') }) },
      { words: digitalWords({ number: '24502000000099990000' }) },
    ]);
    expect(reading.invoices.map(({ pages }) => pages)).toEqual([[1, 2], [3]]);
    expect(told(reading.invoices[0] ?? only(reading))).toEqual(WHOLE);
    expect(reading.invoices[0]?.lines).toHaveLength(4);
  });

  it('as two copies of one are one, with its lines once', async () => {
    const invoice = only(await read([{ words: digitalWords() }, { words: digitalWords() }]));
    expect(invoice.pages).toEqual([1, 2]);
    expect(invoice.lines).toEqual(LINES);
  });
});

describe('other forms', () => {
  it('an invoice of 2019: parties above and below, the sign of money apart, a spread check code', async () => {
    const words: Words[] = [
      ['重庆增值税电子普通发票', 210, 36, 18],
      ['机器编号:', 16, 76],
      ['661234567890', 62, 76],
      ['发票代码:', 420, 29],
      ['050001900111', 466, 29],
      ['发票号码:', 420, 45],
      ['99999951', 466, 45],
      ['开票日期:', 420, 60],
      ['2019 年07 月03 日', 466, 60],
      ['校验码:', 420, 76, 9, 14],
      ['14754 82292 98567 72523', 466, 76],
      ...downwards('购买方', 20, 102, 18),
      ['名', 38, 97],
      ['称:', 82, 97],
      [BUYER, 104, 98],
      ['纳税人识别号:', 38, 112],
      [BUYER_ID, 104, 112, 12],
      ['地址、电话:', 38, 127],
      ['开户行及账号:', 38, 142],
      ['示例银行 2867562882468370', 104, 142],
      ...downwards('密码区', 342, 102, 18),
      ['03*3187<4/+8490<+95-59+7<243', 366, 102, 11],
      ['>*-9+1*0*9<<4*/0512/4>><<<31', 366, 114, 11],
      ['货物或应税劳务、服务名称', 34, 159],
      ['规格型号', 181, 159],
      ['单位', 242, 159],
      ['数量', 281, 159, 9, 18],
      ['单价', 342, 159, 9, 15],
      ['金额', 410, 159, 9, 19],
      ['税率', 473, 159],
      ['税额', 524, 159, 9, 20],
      ['*信息技术服务*技术服务费', 16, 171],
      ['300', 440, 171],
      ['300.00', 436, 171],
      ['6%', 484, 171],
      ['18.00', 556, 171],
      ['合计', 64, 269, 9, 34],
      ['¥', 424, 269],
      ['300.00', 440, 269],
      ['¥', 545, 269],
      ['18.00', 556, 269],
      ['价税合计(大写)', 57, 289],
      ['叁佰壹拾捌圆整', 190, 289],
      ['(小写)', 420, 289],
      ['¥', 470, 289],
      ['318.00', 480, 289],
      ...downwards('销售方', 20, 309, 18),
      ['名', 38, 306],
      ['称:', 82, 306],
      [SELLER, 104, 307],
      ['纳税人识别号:', 38, 321],
      [SELLER_ID, 104, 321, 12],
      ['对应正数发票代码:050001900111号码:12345678', 358, 312],
    ];
    const invoice = only(await read([{ words: words.filter(([text]) => text !== '300') }]));
    expect(told(invoice)).toEqual({
      kind: 'ordinary-electronic',
      code: '050001900111',
      number: '99999951',
      issuedOn: '2019-07-03',
      checkCode: '14754822929856772523',
      netFen: 30000,
      taxFen: 1800,
      totalFen: 31800,
      'buyer.name': BUYER,
      'buyer.taxId': BUYER_ID,
      'seller.name': SELLER,
      'seller.taxId': SELLER_ID,
      'redLetterOf.code': '050001900111',
      'redLetterOf.number': '12345678',
    });
    expect(invoice.lines).toEqual([
      { item: '*信息技术服务*技术服务费', netFen: 30000, taxRate: '6%', taxFen: 1800 },
    ]);
  });

  it('a rail ticket: the fare is the total, the day of travel is not the day of issue', async () => {
    const words: Words[] = [
      ['电子发票（铁路电子客票）', 180, 40, 18],
      ['发票号码:25509112170009043123', 30, 75, 11],
      ['开票日期:2025年11月04日', 420, 75, 11],
      ['北京西', 80, 120, 17],
      ['站', 140, 120, 11],
      ['G323', 280, 120, 17],
      ['西安北', 420, 120, 17],
      ['2025年10月23日', 40, 160, 12],
      ['15:00开', 160, 160, 12],
      ['09车08A号', 330, 160, 12],
      ['票价:￥547.50', 40, 190, 12],
      ['1101011988****2551', 40, 220, 12],
      ['张示例', 180, 220, 12],
      ['电子客票号:21152A2086062390768052026', 40, 245, 12],
      [`购买方名称:${BUYER}`, 40, 270, 12],
      [`统一社会信用代码:${BUYER_ID}`, 310, 270, 12],
      ['买票请到12306 发货请到95306', 160, 295, 11],
    ];
    expect(told(only(await read([{ words }])))).toEqual({
      kind: 'rail',
      number: '25509112170009043123',
      issuedOn: '2025-11-04',
      totalFen: 54750,
      'buyer.name': BUYER,
      'buyer.taxId': BUYER_ID,
    });
  });

  it('a roll: narrow lines below each other', async () => {
    const words: Words[] = [
      ['重庆增值税普通发票（卷票）', 20, 30, 12],
      ['发票代码:050001900107', 12, 60],
      ['发票号码:12345678', 12, 74],
      ['机打号码:12345678', 12, 88],
      ['机器编号:661234567890', 12, 102],
      [`销售方名称:${SELLER}`, 12, 116],
      [`纳税人识别号:${SELLER_ID}`, 12, 130],
      ['开票日期:2020-01-08', 12, 144],
      ['收款员:示例', 12, 158],
      [`购买方名称:${BUYER}`, 12, 172],
      [`纳税人识别号:${BUYER_ID}`, 12, 186],
      ['合计金额(小写):￥100.00', 12, 240],
      ['合计金额(大写):壹佰圆整', 12, 254],
      ['校验码:14754822929856772523', 12, 268],
    ];
    expect(told(only(await read([{ size: [220, 400], words }])))).toEqual({
      kind: 'roll',
      code: '050001900107',
      number: '12345678',
      issuedOn: '2020-01-08',
      totalFen: 10000,
      checkCode: '14754822929856772523',
      'buyer.name': BUYER,
      'buyer.taxId': BUYER_ID,
      'seller.name': SELLER,
      'seller.taxId': SELLER_ID,
    });
  });
});

describe('the information dictionary', () => {
  const info = {
    InvoiceNumber: NUMBER,
    IssueTime: '2024年11月29日',
    'TotalTax-includedAmount': '2634.00',
    BuyerName: '别的公司',
  };

  it('is certain where the page says the same, and no more than likely elsewhere', async () => {
    const invoice = only(await read([{ words: digitalWords() }], info));
    const confidence = Object.fromEntries(
      invoice.fields
        .filter(({ source }) => source === 'pdf-metadata')
        .map(({ field, confidence: how }) => [field, how]),
    );
    expect(confidence).toEqual({
      number: 'certain',
      issuedOn: 'certain',
      totalFen: 'certain',
      'buyer.name': 'likely',
    });
  });

  it('tells an invoice whose page has no words', async () => {
    const invoice = only(await read([{ words: [] }], info));
    expect(told(invoice, 'pdf-metadata')).toMatchObject({ number: NUMBER, totalFen: 263400 });
    expect(invoice.fields.every(({ confidence }) => confidence === 'likely')).toBe(true);
  });

  it('of a file of several invoices belongs to the one of its number', async () => {
    const first = { words: digitalWords({ number: '24502000000099990000' }) };
    const reading = await read([first, { words: digitalWords() }], info);
    expect(reading.invoices.map((invoice) => told(invoice, 'pdf-metadata').number)).toEqual([
      undefined,
      NUMBER,
    ]);
  });
});

describe('XML attached to a PDF', () => {
  const xml = (
    number: string,
  ) => `<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header><EIid>${number}</EIid></Header>
    <EInvoiceData><SellerInformation><SellerName>${SELLER}</SellerName></SellerInformation><BasicInformation>
    <TotalTax-includedAmount>2634.00</TotalTax-includedAmount></BasicInformation></EInvoiceData>
    <TaxSupervisionInfo><InvoiceNumber>${number}</InvoiceNumber><IssueTime>2024-11-29</IssueTime></TaxSupervisionInfo></EInvoice>`;

  it('stands beside what the page says', async () => {
    const attached = { '发票.xml': xml(NUMBER), '说明.txt': 'not XML' };
    const path = await writePdf(testFolder(), '发票.pdf', [{ words: digitalWords() }], {}, attached);
    const invoice = only(await readPdfInvoices(path, () => undefined));
    expect(told(invoice, 'xml')).toMatchObject({ number: NUMBER, totalFen: 263400, 'seller.name': SELLER });
    expect(told(invoice)).toEqual(WHOLE);
    expect(invoice.lines).toEqual(LINES);
  });

  it('of another invoice than the only one of the page is kept as a contradiction', async () => {
    const other = '24502000000077770000';
    const path = await writePdf(
      testFolder(),
      '发票.pdf',
      [{ words: digitalWords() }],
      {},
      { 'a.xml': xml(other) },
    );
    const invoice = only(await readPdfInvoices(path, () => undefined));
    expect(invoice.fields.filter(({ field }) => field === 'number').map(({ value }) => value)).toEqual([
      other,
      NUMBER,
    ]);
  });
});

describe('what is no invoice, or cannot be read as one', () => {
  const prose: Words[] = Array.from({ length: 30 }, (_, index) => [
    `第${index}条 乙方应向甲方开具增值税专用发票，发票号码：${NUMBER}，开票日期：2024年11月29日，价税合计（小写）¥2634.00。`,
    40,
    60 + index * 20,
  ]);

  it('a contract that speaks of invoices gives nothing', async () => {
    expect(await read([{ size: [595, 842], words: prose }])).toMatchObject({ invoices: [], problems: [] });
  });

  it('a paper about an invoice, headed by its name, gives nothing', async () => {
    const words: Words[] = [
      ['增值税专用发票遗失说明', 200, 60, 18],
      [`我公司遗失发票一张（发票号码：${NUMBER}，开票日期：2024年11月29日），`, 60, 110, 11],
      ['价税合计（小写）¥2634.00，特此说明。', 60, 130, 11],
    ];
    expect(await read([{ words }])).toMatchObject({ invoices: [], problems: [] });
  });

  it('a report of two hundred pages is left after some, and progress is told', async () => {
    const path = await writePdf(
      testFolder(),
      '报告.pdf',
      Array.from({ length: 200 }, () => ({ size: [595, 842] as const, words: prose })),
    );
    const pages: number[] = [];
    const reading = await readPdfInvoices(path, (page) => pages.push(page));
    expect(reading.invoices).toEqual([]);
    expect(pages.length).toBeLessThan(60);
    expect(pages.slice(0, 3)).toEqual([0, 1, 2]);
  });

  it('pages behind the last invoice that were not looked at are told', async () => {
    const rest = Array.from({ length: 60 }, (): PageSpec => ({ size: [595, 842], words: prose }));
    const reading = await read([{ words: digitalWords() }, ...rest]);
    expect(reading.invoices).toHaveLength(1);
    expect(reading.problems.map(({ code }) => code)).toEqual(['pages-not-read']);
  });

  it('words that a scanner laid under its picture are doubtful', async () => {
    const invoice = only(await read([{ words: digitalWords(), hidden: true }]));
    expect(new Set(invoice.fields.map(({ confidence }) => confidence))).toEqual(new Set(['doubtful']));
  });

  it('a code that is an address is never opened, and that is said', async () => {
    const words = digitalWords();
    const code = ['https://bcfp.example.com/verify/scan?hash=0123456789abcdef', 20, 14, 60] as const;
    const reading = await read([{ words, codes: [code] }]);
    expect(reading.problems).toMatchObject([{ code: 'qr-is-address', severity: 'hint' }]);
    expect(reading.problems[0]?.message).toContain('二维码是网址，离线不打开');
    expect(told(only(reading), 'qr')).toEqual({});
  });

  it('a locked file and a broken one say so', async () => {
    const folder = testFolder();
    const locked = await readPdfInvoices(await encryptedPdf(folder, 'secret'), () => undefined);
    expect(locked.problems.map(({ code }) => code)).toEqual(['file-encrypted']);
    const broken = join(folder, '坏.pdf');
    writeFileSync(broken, '%PDF-1.7\nnothing follows');
    expect((await readPdfInvoices(broken, () => undefined)).problems.map(({ code }) => code)).toEqual([
      'file-damaged',
    ]);
  });
});
