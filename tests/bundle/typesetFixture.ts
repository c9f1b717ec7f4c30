import sharp from 'sharp';
import type { Block, Cell, Row } from '../../shared/documents/block.ts';
import { blank, cell, heading, inlinesOf, paragraph, row } from '../../shared/documents/blockBuilders.ts';
import type { BundleDocument, PictureAsset } from '../../shared/documents/bundleDocument.ts';

/** SHA-256 stand-ins: the typesetter takes any name for a picture. */
export const PICTURE = 'a'.repeat(64);
export const PHOTO = 'b'.repeat(64);

/** A drawing (PNG) and a photo (JPEG), made by code. */
export async function fixturePictures(): Promise<Map<string, PictureAsset>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"><rect width="640" height="320" fill="#eef3f8"/>
    <g fill="none" stroke="#234" stroke-width="4"><rect x="30" y="110" width="140" height="100"/><rect x="250" y="40" width="140" height="100"/>
    <rect x="250" y="190" width="140" height="100"/><rect x="470" y="110" width="140" height="100"/><path d="M170 160 L250 90 M170 160 L250 240 M390 90 L470 160 M390 240 L470 160"/></g></svg>`;
  const png = await sharp(Buffer.from(svg)).png().toBuffer();
  const jpeg = await sharp({ create: { width: 300, height: 900, channels: 3, background: '#7a8b6c' } })
    .jpeg()
    .toBuffer();
  return new Map<string, PictureAsset>([
    [PICTURE, { sha256: PICTURE, bytes: png, mime: 'image/png', widthPx: 640, heightPx: 320 }],
    [PHOTO, { sha256: PHOTO, bytes: jpeg, mime: 'image/jpeg', widthPx: 300, heightPx: 900 }],
  ]);
}

function formRow(mm: number, ...cells: Cell[]): Row {
  return { cells, height: { mm, rule: 'least' }, anchor: null };
}

function label(text: string, span: number, rows = 1): Cell {
  return cell(text, { role: 'label', align: 'center', span, rows });
}

function value(text: string, span: number): Cell {
  return cell(text, { role: 'value', align: 'center', span });
}

export const COMMITMENT =
  '我单位提供的本项目申报资料真实有效,且已准确、充分及完整的表达我单位及此项目实际,如与实际情况不符或虚假申报,我单位愿承担相应法律责任及其他后果。';

/** The 申报表 as the notice prints it. */
export function formBlocks(): Block[] {
  const commitment: Block[] = [
    paragraph('cell', COMMITMENT, 'left'),
    {
      type: 'signature',
      lines: [
        inlinesOf('申报单位签章：'),
        [blank(3), ...inlinesOf('年'), blank(2), ...inlinesOf('月'), blank(2), ...inlinesOf('日')],
      ],
    },
  ];
  return [
    heading(1, 'form.title', '一、试点示范项目申报表'),
    paragraph('tableNote', '申报单位名称(盖章)：示例重庆两江精密制造有限公司', 'left'),
    paragraph('tableNote', '单位：万元', 'right'),
    {
      type: 'table',
      anchor: null,
      style: 'form',
      columns: new Array<number>(24).fill(1),
      head: [],
      size: 'small',
      rows: [
        formRow(
          12,
          label('申报单位地址', 4),
          value('重庆市两江新区示例大道88号', 5),
          label('所属区县', 3),
          value('两江新区', 3),
          label('组织机构代码', 3),
          value('91500000MA5U0EX0X3', 6),
        ),
        formRow(
          14,
          label('企业上年经营状况', 4),
          value('主营业务收入\n28,650.00', 5),
          value('实现利润\n-120.50', 5),
          value('上缴税金\n960.20', 5),
          value('出口(万美元)\n35.00', 5),
        ),
        formRow(
          10,
          label('企业智能化评估情况', 4, 2),
          cell(
            '*请登录重庆市智能制造信息管理平台(网址：http://222.178.203.71:8010/smds/login)进行企业评估。',
            { role: 'note', span: 20 },
          ),
        ),
        formRow(10, value('评估时间：2019年11月20日', 10), value('评估得分：78.5', 10)),
        formRow(
          12,
          label('项目名称', 4),
          value('基于5G的精密齿轮数字化车间建设及应用示范（示例）', 7),
          label('项目负责人', 3),
          value('示例甲', 3),
          label('联系手机', 3),
          value('13800000000', 4),
        ),
        formRow(
          12,
          label('项目方向', 4),
          value('5G+工业互联网应用（5G数字化车间、5G+工业高清视觉质检、5G+AGV智能运输）', 9),
          label('项目建设起止年月', 4),
          value('2018年6月至2020年5月', 7),
        ),
        formRow(
          12,
          label('项目总投资金额(万元)', 4),
          value('1,860.00', 4),
          label('项目已投资金额(万元)', 4),
          value('1,235.67', 4),
          label('项目已完成进度(%)', 4),
          value('65', 4),
        ),
        formRow(
          24,
          label('项目建设主要内容', 4),
          cell(
            '建设覆盖全车间的5G专网和边缘计算平台，改造联网设备86台，上线高清视觉质检、AGV智能运输系统，实现生产过程全要素数据采集、分析和协同控制。',
            { span: 20 },
          ),
        ),
        formRow(
          12,
          label('项目预计年经济效益', 4),
          value('营业收入\n3,200.00', 4),
          value('利润\n480.00', 4),
          value('税金\n156.00', 4),
          value('出口(万美元)\n12.00', 4),
          value('其他\n带动就业40人', 4),
        ),
        formRow(
          12,
          cell(
            '项目完成后,预计实现的降本提质增效等量化指标。(以下4项指标至少填写2项以上。此外,可根据项目情况新增其他量化指标)',
            { role: 'note', span: 24 },
          ),
        ),
        formRow(9, label('指标名称', 6), label('指标值', 6), label('指标名称', 6), label('指标值', 6)),
        formRow(
          9,
          label('降低企业成本', 6),
          value('260.00万元', 6),
          label('降低不良品率', 6),
          value('6%', 6),
        ),
        formRow(
          9,
          label('提高生产运营效率', 6),
          value('23%', 6),
          label('提高能源利用率', 6),
          cell([blank(4), ...inlinesOf('%')], { align: 'center', span: 6 }),
        ),
        formRow(
          40,
          label('真实性承诺', 4),
          cell({ blocks: commitment }, { role: 'statement', align: 'left', span: 20 }),
        ),
      ],
    },
    paragraph(
      'tableNote',
      [
        ...inlinesOf('填表人：示例乙'),
        blank(4),
        ...inlinesOf('联系手机：13900000000'),
        blank(4),
        ...inlinesOf('填表时间：2020年1月20日'),
      ],
      'left',
    ),
  ];
}

export const SENTENCE =
  '本项目围绕精密齿轮生产过程中“数据采集难、质量追溯难、物流协同难”等问题，建设覆盖率达到100%的5G专网，部署边缘计算节点12个、联网设备86台，单件能耗由1.25kW·h降至0.98kW·h（下降21.6%），形成可复制、可推广的经验。';

const CLAUSES = [
  '部署边缘计算节点{n}个，联网设备{n}台',
  '单件能耗由1.{n}kW·h降至0.98kW·h',
  '建立覆盖研发、采购、生产、仓储、物流的数据链路',
  '关键工序数据自动采集率由{n}%提高到98%',
  '对{n}类缺陷进行在线识别，误判率低于0.01%',
  '形成可复制、可推广的建设经验',
  '完成“端—边—网—云—用”五层架构的联合调试',
  '平均故障响应时间缩短{n}分钟',
  '通过5G切片保障控制业务的时延与可靠性',
  '与两江新区工业互联网公共服务平台（示例）实现对接',
  '按月召开项目例会，跟踪{n}项任务的完成情况',
];

/** A paragraph of the plan, another for every number, as long as people write them. */
export function planText(index: number): string {
  const clauses = Array.from({ length: 4 + (index % 5) }, (_, place) => {
    const clause = CLAUSES[(index * 7 + place * 3) % CLAUSES.length] ?? '';
    return clause.replaceAll('{n}', String(((index * 13 + place * 5) % 80) + 11));
  });
  return `第${index + 1}阶段，项目组${clauses.join('；')}。`;
}

function coverLine(labelText: string, text: string, after = ''): Block {
  const ruled =
    text === '' ? [blank(16, true)] : [blank(1, true), ...inlinesOf(text, ['underline']), blank(2, true)];
  return paragraph('coverLine', [...inlinesOf(labelText), ...ruled, ...inlinesOf(after)]);
}

function coverBlocks(): Block[] {
  return [
    paragraph('coverMark', '附件 2'),
    { type: 'space', mm: 26 },
    paragraph('coverTitle', '2020年第一批工业互联网试点示范', 'center'),
    paragraph('coverTitle', '项目申报书', 'center'),
    { type: 'space', mm: 34 },
    coverLine('项目名称：', '基于5G的精密齿轮数字化车间建设及应用示范（示例）'),
    coverLine('试点示范方向：', '5G+工业互联网应用'),
    coverLine('申报单位：', '示例重庆两江精密制造有限公司', '（盖章）'),
    coverLine('区县经信部门：', '', '（盖章）'),
    coverLine('项目联系人及手机：', '示例甲  13800000000'),
    { type: 'space', mm: 26 },
    paragraph('coverFoot', '重庆市经济和信息化委员会制', 'center'),
    paragraph('coverFoot', '2020年1月', 'center'),
  ];
}

export function invoiceRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index): Row => {
    const number = String(24112000000048540000n + BigInt(index));
    return {
      cells: [
        cell(String(index + 1), { align: 'center' }),
        cell(number),
        cell('2019年6月30日', { align: 'center' }),
        cell('示例网络设备（重庆）有限公司'),
        cell(index % 7 === 0 ? '5G工业网关及配套线缆、安装调试服务（网络软硬件）' : '工业网关（网络软硬件）'),
        cell('12,345.67', { align: 'right' }),
        cell([{ type: 'pageRef', anchor: `attachment.copy${index + 1}` }], { align: 'center' }),
      ],
      height: null,
      anchor: `invoice.${index + 1}`,
    };
  });
}

function invoiceTable(count: number): Block {
  return {
    type: 'table',
    anchor: 'invoices',
    style: 'data',
    columns: [10, 28, 24, 32, 28, 29, 11],
    head: [
      row(
        [
          '序号',
          '发票代码\n及号码',
          '开票日期',
          '开票单位',
          '用途（类别）',
          '计入金额\n（含税，元）',
          '页码',
        ].map((text) => cell(text, { role: 'head', align: 'center' })),
      ),
    ],
    rows: [
      ...invoiceRows(count),
      row([
        cell(`合计（${count} 张）`, { role: 'total', align: 'center', span: 5 }),
        cell('1,481,480.40', { role: 'total', align: 'right' }),
        cell('', { role: 'total' }),
      ]),
    ],
    size: 'small',
  };
}

function planBlocks(invoices: number, repeats: number): Block[] {
  return [
    heading(1, 'plan.title', '二、项目建设方案'),
    heading(2, 'plan.1', '（一）申报单位基本情况'),
    heading(3, 'plan.1.1', '1.申报单位名称、行业、性质'),
    paragraph('body', SENTENCE),
    ...Array.from({ length: repeats }, (_, index) => paragraph('body', planText(index))),
    heading(4, 'plan.1.1.h1', '（1）行业地位'),
    paragraph('body', [
      ...inlinesOf('粗体', ['bold']),
      ...inlinesOf('、'),
      ...inlinesOf('斜体 Italic', ['italic']),
      ...inlinesOf('、'),
      ...inlinesOf('下划线', ['underline']),
      ...inlinesOf('、面积 1200 m'),
      ...inlinesOf('2', ['superscript']),
      ...inlinesOf('、CO'),
      ...inlinesOf('2', ['subscript']),
      ...inlinesOf('减排、'),
      ...inlinesOf('粗斜下划线', ['bold', 'italic', 'underline']),
      ...inlinesOf('，见第 '),
      { type: 'pageRef', anchor: 'plan.2' },
      ...inlinesOf(' 页及第 '),
      { type: 'pageRef', anchor: 'attachment.license1' },
      ...inlinesOf(' 页。生僻字：㑇䶮𠮷𬱖喆堃，符号：①㎡℃Ⅷ☑☐±×÷≥≤‰Ω。'),
    ]),
    {
      type: 'list',
      ordered: true,
      items: [
        [paragraph('body', `建设覆盖全车间的5G专网，${SENTENCE}`)],
        [
          paragraph('body', '部署边缘计算平台：'),
          {
            type: 'list',
            ordered: false,
            items: [
              [paragraph('body', '边缘节点12个')],
              [
                paragraph('body', '时延低于10毫秒'),
                { type: 'list', ordered: true, items: [[paragraph('body', '第三层')]] },
              ],
            ],
          },
        ],
        [paragraph('body', '开展应用示范')],
      ],
    },
    { type: 'list', ordered: false, items: [[paragraph('body', '网络层')], [paragraph('body', '平台层')]] },
    { type: 'image', asset: PICTURE, widthPercent: 80, alt: '系统总体架构', caption: '图1 系统总体架构' },
    paragraph('hint', '（此处待填）'),
    paragraph('tableCaption', '项目投资预算表', 'center'),
    paragraph('tableNote', '单位：万元', 'right'),
    {
      type: 'table',
      anchor: 'budget',
      style: 'data',
      columns: [2, 6, 8, 4],
      size: 'normal',
      head: [
        row(['序号', '类别', '内容', '金额'].map((text) => cell(text, { role: 'head', align: 'center' }))),
      ],
      rows: [
        row([
          cell('1', { align: 'center' }),
          cell('网络软硬件', { rows: 2 }),
          cell('5G基站、工业网关'),
          cell('560.00', { align: 'right' }),
        ]),
        row([
          cell('2', { align: 'center' }),
          cell('光缆敷设及综合布线工程，含材料及安装调试'),
          cell('120.00', { align: 'right' }),
        ]),
        row([
          cell('3', { align: 'center' }),
          cell('平台软硬件'),
          cell('边缘计算平台'),
          cell('1,180.00', { align: 'right' }),
        ]),
        row([
          cell('合计', { role: 'total', align: 'center', span: 3 }),
          cell('1,860.00', { role: 'total', align: 'right' }),
        ]),
      ],
    },
    heading(2, 'plan.2', '（二）项目基本情况'),
    {
      type: 'table',
      anchor: null,
      style: 'user',
      columns: [1, 1, 1],
      size: 'normal',
      head: [],
      rows: [
        row([cell('合并两列', { span: 2 }), cell('右')]),
        row([
          cell('合并两行', { rows: 2 }),
          cell('24112000000048542163241120000000485421632411200000004854216'),
        ]),
        row([
          cell({ blocks: [{ type: 'image', asset: PHOTO, widthPercent: 40, alt: '照片', caption: '' }] }),
          cell({
            blocks: [
              {
                type: 'list',
                ordered: true,
                items: [[paragraph('plain', '甲')], [paragraph('plain', '乙')]],
              },
            ],
          }),
        ]),
      ],
    },
    paragraph(
      'body',
      '网址 https://www.example.com/a/very/long/path/that/does/not/fit/one/line?with=query&and=more&and=more 不得超出版心。',
    ),
    { type: 'image', asset: 'f'.repeat(64), widthPercent: 60, alt: '现场照片', caption: '图2 现场照片' },
    { type: 'pageBreak' },
    paragraph('tableCaption', '已完成投资明细表', 'center'),
    paragraph('tableNote', '单位：元', 'right'),
    invoiceTable(invoices),
    { type: 'signature', lines: [inlinesOf('示例重庆两江精密制造有限公司'), inlinesOf('2020年1月20日')] },
  ];
}

export interface FixtureOptions {
  readonly duplex?: boolean;
  readonly invoices?: number;
  readonly repeats?: number;
}

/** A whole application document: cover, 目录, form, plan with every kind of block, two dividers. */
export function fixtureDocument({
  duplex = true,
  invoices = 120,
  repeats = 3,
}: FixtureOptions = {}): BundleDocument {
  const entry = (level: 1 | 2 | 3, text: string, anchor: string) => ({ level, text, anchor });
  return {
    title: '2020年第一批工业互联网试点示范项目申报书',
    author: '示例重庆两江精密制造有限公司',
    subject: '渝经信智能〔2020〕1号',
    keywords: ['工业互联网', '5G'],
    draft: false,
    duplex,
    sections: [
      { id: 'cover', kind: 'cover', startOnRight: true, numbered: false, blocks: coverBlocks() },
      {
        id: 'contents',
        kind: 'contents',
        startOnRight: true,
        numbered: false,
        blocks: [
          paragraph('partTitle', '目　录', 'center'),
          {
            type: 'contents',
            entries: [
              entry(1, '一、试点示范项目申报表', 'form'),
              entry(1, '二、项目建设方案', 'plan'),
              entry(2, '（一）申报单位基本情况', 'plan.1'),
              entry(3, '1.申报单位名称、行业、性质', 'plan.1.1'),
              entry(2, '（二）项目基本情况', 'plan.2'),
              entry(1, '三、其他附件', 'attachments'),
              entry(2, '营业执照', 'attachments.license'),
              entry(
                3,
                '企业法人营业执照副本（示例重庆两江精密制造有限公司，正副本及历次变更登记通知书一并装订）',
                'attachment.license1',
              ),
              entry(2, '发票复印件', 'attachments.invoice-copies'),
            ],
          },
        ],
      },
      { id: 'form', kind: 'form', startOnRight: true, numbered: true, blocks: formBlocks() },
      { id: 'plan', kind: 'plan', startOnRight: true, numbered: true, blocks: planBlocks(invoices, repeats) },
      {
        id: 'attachments',
        kind: 'attachments',
        startOnRight: true,
        numbered: true,
        blocks: [
          heading(1, 'attachments.title', '三、其他附件'),
          paragraph('plain', '（如联合体协议、营业执照、财务报表等证明材料复印件，加盖公章）'),
        ],
      },
    ],
    dividers: [
      {
        kind: 'license',
        title: '营业执照',
        blocks: [
          paragraph('dividerTitle', '营业执照', 'center'),
          {
            type: 'table',
            anchor: null,
            style: 'data',
            columns: [2, 14, 3, 3],
            size: 'normal',
            head: [
              row(
                ['序号', '名称', '页数', '起始页'].map((text) =>
                  cell(text, { role: 'head', align: 'center' }),
                ),
              ),
            ],
            rows: [
              row([
                cell('1', { align: 'center' }),
                cell('企业法人营业执照副本'),
                cell('1', { align: 'center' }),
                cell([{ type: 'pageRef', anchor: 'attachment.license1' }], { align: 'center' }),
              ]),
            ],
          },
        ],
      },
      {
        kind: 'invoice-copies',
        title: '发票复印件',
        blocks: [
          paragraph('dividerTitle', '发票复印件', 'center'),
          paragraph('plain', '共 120 份，见投资明细表。', 'center'),
        ],
      },
    ],
    outline: [],
    printedValues: [],
    seals: [],
    spineText: '',
  };
}

/** Printed numbers as a planner would give them for the fixture. */
export function fixturePageNumbers(invoices = 120, first = 21): Map<string, number> {
  const numbers = new Map<string, number>([
    ['attachments.license', first],
    ['attachment.license1', first + 1],
    ['attachments.invoice-copies', first + 3],
  ]);
  for (let index = 1; index <= invoices; index += 1)
    numbers.set(`attachment.copy${index}`, first + 3 + index);
  return numbers;
}
