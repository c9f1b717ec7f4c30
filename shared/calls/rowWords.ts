import { LEDGER_COST_LABELS } from '../entities/ledger.ts';

/** What a property of a row is called, and what a writer of an answers file has to know of it. */
export interface FieldWords {
  readonly title: string;
  readonly description?: string;
  /** Titles of its fixed choices by id. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Of what is inside it. */
  readonly fields?: Readonly<Record<string, FieldWords>>;
}

export interface RowWords {
  /** The place of a row as people count, from 1: `第 3 行发票`. */
  readonly row: (number: number) => string;
  readonly fields: Readonly<Record<string, FieldWords>>;
}

const FEN = '单位：分（1 元 = 100）';
const DAY = '写作 2020-02-10';
const party = (title: string): FieldWords => ({
  title,
  fields: { name: { title: '名称' }, taxId: { title: '纳税人识别号' } },
});
const COSTS: FieldWords = {
  title: '各类费用',
  description: `只写有金额的类别，${FEN}`,
  fields: Object.fromEntries(Object.entries(LEDGER_COST_LABELS).map(([cost, title]) => [cost, { title }])),
};
const ID: FieldWords = { title: '编号', description: '可以不写，会自动编号' };

/** Kinds of invoice by id, as people call them. */
export const INVOICE_KINDS: Readonly<Record<string, string>> = {
  'special-paper': '增值税专用发票',
  'ordinary-paper': '增值税普通发票',
  'special-electronic': '增值税电子专用发票',
  'ordinary-electronic': '增值税电子普通发票',
  'special-digital': '数电票（增值税专用发票）',
  'ordinary-digital': '数电票（普通发票）',
  rail: '铁路电子客票',
  air: '航空行程单',
  toll: '通行费发票',
  roll: '卷式发票',
  vehicle: '机动车销售统一发票',
  fiscal: '财政票据',
  other: '其他票据',
  unknown: '未说明',
};

/** The lists of an application that are the same for every call, by property name. */
export const ROW_WORDS: Readonly<Record<string, RowWords>> = {
  ownIndicators: {
    row: (number) => `第 ${number} 行自定指标`,
    fields: {
      id: ID,
      name: { title: '指标名称' },
      value: { title: '指标值', description: '数字连同单位，如 12 台' },
    },
  },
  consortium: {
    row: (number) => `联合体第 ${number} 家单位`,
    fields: {
      id: ID,
      lead: { title: '牵头单位', description: 'true 为是' },
      name: { title: '单位名称' },
      code: { title: '统一社会信用代码' },
      roles: { title: '成员类型' },
      address: { title: '地址' },
      contact: { title: '联系人' },
      phone: { title: '联系电话' },
      task: { title: '任务分工' },
      introduction: { title: '基本情况' },
    },
  },
  budget: {
    row: (number) => `预算表第 ${number} 行`,
    fields: {
      id: ID,
      category: { title: '投资类别' },
      item: { title: '名称' },
      detail: { title: '规格、数量等' },
      amountFen: { title: '金额', description: FEN },
      reason: { title: '理由', description: '属于本项目的理由，“其他”一类必须说明' },
    },
  },
  invoices: {
    row: (number) => `第 ${number} 行发票`,
    fields: {
      id: ID,
      kind: { title: '发票种类', choices: INVOICE_KINDS },
      code: { title: '发票代码', description: '10 或 12 位数字，数电票留空' },
      number: { title: '发票号码', description: '8 位数字，数电票 20 位；要用引号括起' },
      issuedOn: { title: '开票日期', description: DAY },
      netFen: { title: '不含税金额', description: FEN },
      taxFen: { title: '税额', description: FEN },
      totalFen: { title: '价税合计', description: FEN },
      checkCode: { title: '校验码' },
      buyer: party('购买方'),
      seller: party('销售方'),
      lines: {
        title: '票面明细',
        fields: {
          item: { title: '项目名称' },
          netFen: { title: '金额', description: FEN },
          taxRate: { title: '税率', description: '照票面写，如 13%、免税' },
          taxFen: { title: '税额', description: FEN },
        },
      },
      claimedFen: { title: '计入本项目的金额', description: `${FEN}；null 为全部计入` },
      category: { title: '投资类别' },
      use: { title: '用途' },
      redLetterOf: {
        title: '被冲红的蓝字发票',
        description: '只有红字发票要写',
        fields: { code: { title: '发票代码' }, number: { title: '发票号码' } },
      },
      voucher: { title: '记账凭证号', description: '用来核对是否与研发支出辅助账重复计算' },
      copies: { title: '影像', description: '附件文件夹中的路径，如 invoice-copies/001.pdf' },
      note: { title: '备注' },
    },
  },
  ledger: {
    row: (number) => `第 ${number} 个研发项目`,
    fields: {
      id: ID,
      style: {
        title: '辅助账样式',
        choices: { '2015': '2015 年样式', '2021': '2021 年样式', other: '自行设计' },
      },
      code: { title: '项目编号' },
      name: { title: '项目名称' },
      status: { title: '完成情况' },
      expenseType: { title: '支出类型' },
      year: { title: '年度' },
      openingFen: { title: '期初余额', description: FEN },
      rows: {
        title: '凭证',
        fields: {
          id: ID,
          date: { title: '日期', description: DAY },
          voucherKind: { title: '凭证种类' },
          voucherNumber: { title: '凭证号数' },
          summary: { title: '摘要' },
          voucherFen: { title: '凭证金额', description: `${FEN}；2015 年样式为借方金额` },
          collectedFen: { title: '归集金额', description: FEN },
          creditFen: { title: '贷方金额', description: FEN },
          balanceFen: { title: '余额', description: FEN },
          balanceSide: { title: '余额方向' },
          details: COSTS,
        },
      },
      printedTotals: {
        title: '账页上印的合计',
        fields: {
          voucherFen: { title: '凭证金额合计', description: FEN },
          collectedFen: { title: '归集金额合计', description: FEN },
          details: COSTS,
        },
      },
      summaryFen: { title: '汇总表中的金额', description: FEN },
      claimedFen: { title: '计入本项目的金额', description: `${FEN}；null 为全部计入` },
    },
  },
};

/** Words of the settings of print and arithmetic. */
export const SETTINGS_WORDS: Readonly<Record<string, FieldWords>> = {
  amountBasis: { title: '发票金额口径', choices: { gross: '含税', net: '不含税' } },
  duplex: { title: '双面打印', description: 'true 为双面' },
  paperGsm: { title: '纸张克重', description: '单位：克/平方米' },
  spineText: { title: '书脊文字', description: '留空则用项目名称、单位和年份' },
};
