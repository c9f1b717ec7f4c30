import { deflateSync } from 'node:zlib';
import type {
  Align,
  Block,
  Cell,
  Inline,
  Mark,
  Paragraph,
  ParagraphStyle,
  Row,
  Table,
} from '../../shared/documents/block.ts';
import type { AnchorPage, BundleDocument, PictureAsset } from '../../shared/documents/bundleDocument.ts';

export const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks });

export function paragraph(
  style: ParagraphStyle,
  content: string | readonly Inline[],
  align: Align | null = null,
): Paragraph {
  return {
    type: 'paragraph',
    style,
    align,
    content: typeof content === 'string' ? [text(content)] : content,
  };
}

export function cell(content: string | readonly Block[], shape: Partial<Omit<Cell, 'content'>> = {}): Cell {
  const { span = 1, rows = 1, role = 'value', align = 'left' } = shape;
  return {
    span,
    rows,
    role,
    align,
    content: typeof content === 'string' ? [paragraph('cell', content)] : content,
  };
}

export const label = (words: string, shape: Partial<Omit<Cell, 'content'>> = {}): Cell =>
  cell(words, { role: 'label', align: 'center', ...shape });

export function row(cells: readonly Cell[], mm: number | null = null, anchor: string | null = null): Row {
  return { cells, height: mm === null ? null : { mm, rule: 'least' }, anchor };
}

export function table(shape: Partial<Table> & Pick<Table, 'columns' | 'rows'>): Table {
  return { type: 'table', anchor: null, style: 'data', head: [], size: 'normal', ...shape };
}

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

/** A real grey PNG with a gradient, made by hand so that nothing but Node is needed. */
export function png(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc(body), body.length + 4);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = 120 + ((x + y) % 120);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

export const PICTURE: PictureAsset = {
  sha256: 'a'.repeat(64),
  bytes: png(640, 320),
  mime: 'image/png',
  widthPx: 640,
  heightPx: 320,
};

const LOREM =
  '本项目围绕“5G+工业互联网”应用，建设覆盖机加工、装配、质检三个环节的数字化车间，打通设备、系统与人员之间的数据链路，实现生产过程可视、可控、可追溯。';

function formTable(): Table {
  return table({
    anchor: 'form.table',
    style: 'form',
    size: 'small',
    columns: new Array<number>(20).fill(1),
    rows: [
      row(
        [
          label('申报单位地址', { span: 3 }),
          cell('重庆市渝北区示例大道 88 号', { span: 6 }),
          label('所属区县', { span: 2 }),
          cell('渝北区', { span: 3 }),
          label('组织机构代码', { span: 3 }),
          cell('91500112MA5U12345X', { span: 3 }),
        ],
        10,
      ),
      row(
        [
          label('企业上年经营状况', { span: 3 }),
          label('主营业务收入', { span: 3 }),
          cell('12,345.67', { span: 2, align: 'right' }),
          label('实现利润', { span: 2 }),
          cell('1,234.50', { span: 2 }),
          label('上缴税金', { span: 2 }),
          cell('567.80', { span: 2 }),
          label('出口(万美元)', { span: 2 }),
          cell('', { span: 2 }),
        ],
        10,
      ),
      row(
        [
          label('企业智能化评估情况', { span: 3, rows: 2 }),
          cell(
            '*请登录重庆市智能制造信息管理平台(网址： http://222.178.203.71:8010/smds/login)进行企业评估。',
            { span: 17, role: 'note' },
          ),
        ],
        9,
      ),
      row(
        [
          label('评估时间', { span: 3 }),
          cell('2020 年 1 月 6 日', { span: 6 }),
          label('评估得分', { span: 3 }),
          cell('76.5', { span: 5 }),
        ],
        9,
      ),
      row(
        [
          label('项目名称', { span: 3 }),
          cell('示例5G数字化车间建设项目', { span: 7 }),
          label('项目负责人', { span: 3 }),
          cell('张示例', { span: 2 }),
          label('联系手机', { span: 2 }),
          cell('13800000000', { span: 3 }),
        ],
        10,
      ),
      row(
        [
          label('项目建设主要内容', { span: 3 }),
          cell('(100字以内) 建设5G专网与边缘节点，改造 46 台设备，部署视觉质检与AGV调度。', { span: 17 }),
        ],
        24,
      ),
      row(
        [
          label(
            '项目完成后,预计实现的降本提质增效等量化指标。(以下4项指标至少填写2项以上。此外,可根据项目情况新增其他量化指标)',
            { span: 20 },
          ),
        ],
        12,
      ),
      row(
        [
          label('指标名称', { span: 5 }),
          label('指标值', { span: 5 }),
          label('指标名称', { span: 5 }),
          label('指标值', { span: 5 }),
        ],
        8,
      ),
      row(
        [
          label('降低企业成本', { span: 5 }),
          cell('320 万元', { span: 5, align: 'center' }),
          label('降低不良品率', { span: 5 }),
          cell('12%', { span: 5, align: 'center' }),
        ],
        8,
      ),
      row(
        [
          label('真实性承诺', { span: 3 }),
          cell(
            [
              paragraph(
                'cell',
                '我单位提供的本项目申报资料真实有效,且已准确、充分及完整的表达我单位及此项目实际,如与实际情况不符或虚假申报,我单位愿承担相应法律责任及其他后果。',
              ),
              {
                type: 'signature',
                lines: [
                  [text('申报单位签章：'), { type: 'blank', characters: 6, underline: false }],
                  [text('    年  月  日')],
                ],
              },
            ],
            { span: 17, role: 'statement' },
          ),
        ],
        45,
      ),
    ],
  });
}

function invoiceRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    cells: [
      cell(String(index + 1), { align: 'center' }),
      cell(`05000170011199${String(100000 + index)}`),
      cell('工业网关（网络软硬件）'),
      cell(`${(index + 1) * 1000}.00`, { align: 'right' }),
      cell([paragraph('cell', [{ type: 'pageRef', anchor: 'attachment.f1' }], 'center')]),
    ],
    height: { mm: 8.2, rule: 'exact' },
    anchor: `invoice.${index + 1}`,
  }));
}

function planBlocks(): Block[] {
  return [
    paragraph('partTitle', '二、项目建设方案', 'center'),
    { type: 'heading', level: 1, anchor: 'plan.1', text: '（一）申报单位基本情况' },
    { type: 'heading', level: 2, anchor: 'plan.1.1', text: '1.申报单位名称、行业、性质' },
    paragraph('body', LOREM.repeat(3)),
    paragraph('body', [
      text('能耗下降 '),
      text('10', 'bold'),
      text(' m'),
      text('2', 'superscript'),
      text('，CO'),
      text('2', 'subscript'),
      text(' 减排，'),
      text('着重', 'italic', 'underline'),
      text('。见第 '),
      { type: 'pageRef', anchor: 'plan.2' },
      text(' 页。'),
    ]),
    {
      type: 'list',
      ordered: true,
      items: [
        [paragraph('plain', '网络改造'), paragraph('plain', '含基站与终端。')],
        [
          paragraph('plain', '平台建设'),
          {
            type: 'list',
            ordered: false,
            items: [[paragraph('plain', '数据采集')], [paragraph('plain', '数据治理')]],
          },
        ],
      ],
    },
    { type: 'list', ordered: true, items: [[paragraph('plain', '重新从一开始编号')], []] },
    { type: 'image', asset: PICTURE.sha256, widthPercent: 70, alt: '架构图', caption: '图 1 总体架构' },
    { type: 'image', asset: 'missing', widthPercent: 50, alt: '丢失的图', caption: '' },
    { type: 'heading', level: 1, anchor: 'plan.2', text: '（二）项目基本情况' },
    { type: 'heading', level: 3, anchor: 'plan.2.h1', text: '技术路线' },
    table({
      style: 'user',
      size: 'small',
      columns: [1, 1, 2],
      head: [
        row([
          cell('环节', { role: 'head' }),
          cell('改造前', { role: 'head' }),
          cell('改造后', { role: 'head' }),
        ]),
      ],
      rows: [
        row([
          cell('质检', { rows: 2 }),
          cell('人工'),
          cell([
            {
              type: 'list',
              ordered: false,
              items: [[paragraph('cell', '机器视觉')], [paragraph('cell', '边缘推理')]],
            },
          ]),
        ]),
        row([
          cell('抽检 5%'),
          cell([{ type: 'image', asset: PICTURE.sha256, widthPercent: 100, alt: '样图', caption: '' }]),
        ]),
        row([cell('跨三列的说明文字', { span: 3 })]),
      ],
    }),
    { type: 'pageBreak' },
    paragraph('tableCaption', '已完成投资明细表', 'center'),
    paragraph('tableNote', '单位：元', 'right'),
    table({
      anchor: 'invoices',
      size: 'small',
      columns: [10, 40, 55, 32, 15],
      head: [
        row([
          cell('序号', { role: 'head', align: 'center' }),
          cell('发票代码及号码', { role: 'head', align: 'center' }),
          cell('用途（类别）', { role: 'head', align: 'center' }),
          cell('计入金额（元）', { role: 'head', align: 'center' }),
          cell('页码', { role: 'head', align: 'center' }),
        ]),
      ],
      rows: [
        ...invoiceRows(40),
        row([
          cell('合计（40 张）', { role: 'total', span: 3, align: 'center' }),
          cell('820,000.00', { role: 'total', align: 'right' }),
          cell('', { role: 'total' }),
        ]),
      ],
    }),
    paragraph('hint', '（此处待填）'),
  ];
}

/** A small but whole document with every kind of block. */
export function wholeDocument(shape: Partial<BundleDocument> = {}): BundleDocument {
  return {
    title: '2020年第一批工业互联网试点示范项目申报书',
    author: '示例科技有限公司',
    subject: '5G+工业互联网应用',
    keywords: ['工业互联网', '示例'],
    draft: false,
    duplex: true,
    sections: [
      {
        id: 'cover',
        kind: 'cover',
        startOnRight: true,
        numbered: false,
        blocks: [
          paragraph('coverMark', '附件 2'),
          { type: 'space', mm: 26 },
          paragraph('coverTitle', '2020 年第一批工业互联网试点示范', 'center'),
          paragraph('coverTitle', '项目申报书', 'center'),
          { type: 'space', mm: 34 },
          paragraph('coverLine', [
            text('项目名称：'),
            { type: 'blank', characters: 1, underline: true },
            text('示例5G数字化车间建设项目', 'underline'),
            { type: 'blank', characters: 3, underline: true },
          ]),
          paragraph('coverLine', [
            text('申报单位：'),
            { type: 'blank', characters: 16, underline: true },
            text('（盖章）'),
          ]),
          paragraph('coverLine', [
            text('区县经信部门：'),
            { type: 'blank', characters: 16, underline: true },
            text('（盖章）'),
          ]),
          paragraph('coverLine', [
            text('项目联系人及手机：'),
            { type: 'blank', characters: 1, underline: true },
            text('李示例 13900000000', 'underline'),
            { type: 'blank', characters: 4, underline: true },
          ]),
          { type: 'space', mm: 26 },
          paragraph('coverFoot', '重庆市经济和信息化委员会制', 'center'),
          paragraph('coverFoot', '2020 年 1 月', 'center'),
        ],
      },
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
              { level: 1, text: '一、试点示范项目申报表', anchor: 'form' },
              { level: 1, text: '二、项目建设方案', anchor: 'plan' },
              { level: 2, text: '（一）申报单位基本情况', anchor: 'plan.1' },
              { level: 2, text: '（二）项目基本情况', anchor: 'plan.2' },
              { level: 1, text: '三、其他附件', anchor: 'attachments' },
              { level: 2, text: '营业执照', anchor: 'attachments.license' },
              { level: 3, text: '营业执照副本.jpg', anchor: 'attachment.f1' },
            ],
          },
        ],
      },
      {
        id: 'form',
        kind: 'form',
        startOnRight: true,
        numbered: true,
        blocks: [
          { type: 'heading', level: 1, anchor: 'form.title', text: '一、试点示范项目申报表' },
          paragraph('tableNote', '申报单位名称(盖章)：示例科技有限公司', 'left'),
          formTable(),
          paragraph(
            'tableNote',
            '填表人：王示例    联系手机：13700000000    填表时间：2020 年 1 月 20 日',
            'left',
          ),
        ],
      },
      { id: 'plan', kind: 'plan', startOnRight: true, numbered: true, blocks: planBlocks() },
      {
        id: 'attachments',
        kind: 'attachments',
        startOnRight: true,
        numbered: true,
        blocks: [
          paragraph('partTitle', '三、其他附件', 'center'),
          table({
            columns: [1, 6, 2],
            head: [
              row([
                cell('序号', { role: 'head' }),
                cell('名称', { role: 'head' }),
                cell('起始页', { role: 'head' }),
              ]),
            ],
            rows: [
              row([
                cell('1'),
                cell('营业执照副本.jpg'),
                cell([paragraph('cell', [{ type: 'pageRef', anchor: 'attachment.f1' }])]),
              ]),
            ],
          }),
        ],
      },
    ],
    dividers: [
      {
        kind: 'license',
        title: '营业执照',
        blocks: [
          { type: 'space', mm: 60 },
          paragraph('dividerTitle', '营业执照', 'center'),
          paragraph('plain', [
            text('营业执照副本.jpg　第 '),
            { type: 'pageRef', anchor: 'attachment.f1' },
            text(' 页'),
          ]),
        ],
      },
    ],
    outline: [],
    printedValues: [{ what: '项目名称', text: '示例5G数字化车间建设项目' }],
    seals: [],
    spineText: '',
    ...shape,
  };
}

export const ANCHORS: ReadonlyMap<string, AnchorPage> = new Map([
  ['cover', { physical: 1, printed: null }],
  ['contents', { physical: 3, printed: null }],
  ['form', { physical: 5, printed: 1 }],
  ['form.title', { physical: 5, printed: 1 }],
  ['plan', { physical: 7, printed: 3 }],
  ['plan.1', { physical: 7, printed: 3 }],
  ['plan.1.1', { physical: 7, printed: 3 }],
  ['plan.2', { physical: 9, printed: 5 }],
  ['attachments', { physical: 13, printed: 9 }],
]);
export const PAGE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['attachments.license', 11],
  ['attachment.f1', 12],
]);
export const WORD_INPUT = {
  assets: new Map([[PICTURE.sha256, PICTURE]]),
  anchors: ANCHORS,
  pageNumbers: PAGE_NUMBERS,
};
