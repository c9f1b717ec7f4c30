import type { InvoiceFieldName } from '../../../shared/entities/invoiceReading.ts';
import type { HeadRule } from './headRule.ts';

const SELLER = /^(销售?方|销货方|卖方|开票方|供应商|供货方)/;
const BUYER = /^(购买?方|购货方|买方|受票方|付款方)/;
const TAX_ID = [
  '识别号',
  '税号',
  '纳税人识别号',
  '统一社会信用代码',
  '统一社会信用代码/纳税人识别号',
  '税务登记号',
];
const PARTY = '(?:名称|企业名称|单位名称|单位|公司)?';
const PARTY_ID = '(?:纳税人)?(?:企业)?(?:识别号|税号|统一社会信用代码.*|税务登记号)';

/**
 * Heads of invoice lists: 全量发票导出 and 抵扣勾选 of the tax platforms, 用友, 金蝶, and lists people make
 * themselves. The first rule that fits wins; null is a column that is known and of no use.
 */
export const INVOICE_HEADS: readonly HeadRule<InvoiceFieldName | null>[] = [
  {
    meaning: null,
    names: [
      '序号',
      '行号',
      '编号',
      '开票人',
      '规格型号',
      '单位',
      '数量',
      '单价',
      '税率',
      '税率/征收率',
      '税收分类编码',
      '特定业务类型',
      '发票来源',
      '发票风险等级',
      '是否正数发票',
      '发票状态',
      '状态',
      '收款人',
      '复核人',
      '附件',
      '附件数',
    ],
  },
  { meaning: 'redLetterOf.number', like: /(蓝字|蓝票|原发?票|被红冲|对应正数|红冲).*号码?$/ },
  { meaning: 'redLetterOf.code', like: /(蓝字|蓝票|原发?票|被红冲|对应正数|红冲).*代码$/ },
  { meaning: 'seller.taxId', names: TAX_ID, under: SELLER },
  { meaning: 'buyer.taxId', names: TAX_ID, under: BUYER },
  { meaning: 'seller.name', names: ['名称', '单位名称', '企业名称'], under: SELLER },
  { meaning: 'buyer.name', names: ['名称', '单位名称', '企业名称'], under: BUYER },
  {
    meaning: 'seller.taxId',
    like: new RegExp(`^(?:销售?方|销货方|销货单位|卖方|开票方|供应商|供货方|供货单位)${PARTY_ID}$`),
  },
  { meaning: 'buyer.taxId', like: new RegExp(`^(?:购买?方|购货方|购货单位|买方|受票方|付款方)${PARTY_ID}$`) },
  {
    meaning: 'seller.name',
    like: new RegExp(`^(?:销售?方|销货方?|销货|卖方|开票方?|供应商|供货方?|收款方?|对方|往来)${PARTY}$`),
  },
  { meaning: 'buyer.name', like: new RegExp(`^(?:购买?方|购货方?|购货|买方|受票方?|付款方?)${PARTY}$`) },
  {
    meaning: 'kind',
    names: ['发票类型', '发票种类', '发票票种', '票种', '发票类别', '票据类型', '票据种类', '发票类型名称'],
  },
  { meaning: 'kind', names: ['种类', '类型'], under: /发票|票据/ },
  { meaning: 'code', names: ['发票代码', '票据代码', '发票编码'] },
  { meaning: 'code', names: ['代码'], under: /发票|票据/ },
  {
    meaning: 'number',
    names: [
      '发票号码',
      '发票号',
      '票号',
      '票据号码',
      '票据号',
      '发票编号',
      '电子发票号码',
      '数电票号码',
      '数电发票号码',
      '全电发票号码',
      '全电票号码',
      '数电号码',
      '电子票号',
    ],
  },
  { meaning: 'number', names: ['号码'], under: /发票|票据|数电/ },
  {
    meaning: 'issuedOn',
    names: [
      '开票日期',
      '开票日',
      '发票日',
      '开具日',
      '发票日期',
      '开具日期',
      '开票时间',
      '票据日期',
      '填开日期',
      '日期',
      '单据日期',
      '入账日期',
      '记账日期',
    ],
  },
  { meaning: 'netFen', names: ['不含税', '未税', '税前'], under: /金额|价款|合计/ },
  { meaning: 'totalFen', names: ['含税', '价税合计'], under: /金额|价款|合计/ },
  { meaning: 'checkCode', names: ['校验码', '发票校验码'] },
  {
    meaning: 'taxFen',
    names: ['税额', '合计税额', '税额合计', '税金', '发票税额', '增值税额', '进项税额', '增值税', '总税额'],
  },
  {
    meaning: 'totalFen',
    names: [
      '价税合计',
      '含税金额',
      '价税合计金额',
      '价税总额',
      '含税总额',
      '含税总金额',
      '金额(含税)',
      '发票金额(含税)',
      '含税价',
      '票面金额',
      '价税合计(小写)',
      '总金额(含税)',
    ],
  },
  {
    meaning: 'netFen',
    names: [
      '金额(不含税)',
      '不含税金额',
      '不含税',
      '不含税额',
      '未税金额',
      '税前金额',
      '不含税价',
      '合计金额',
      '发票金额(不含税)',
      '不含税总额',
      '不含税价款',
      '无税金额',
    ],
  },
  {
    meaning: 'claimedFen',
    like: /^(?:本项目)?(?:计入|申报|列支|归集|分摊|认定)(?:本?项目)?(?:投资)?(?:的)?(?:金额|投资额?|部分)(?:\((?:不?含税)\))?$/,
  },
  {
    meaning: 'category',
    names: [
      '投资类别',
      '费用类别',
      '支出类别',
      '投资分类',
      '类别',
      '费用科目',
      '科目',
      '支出科目',
      '费用类型',
      '预算科目',
      '投资内容类别',
    ],
  },
  {
    meaning: 'use',
    names: [
      '用途',
      '使用用途',
      '费用用途',
      '资金用途',
      '事由/用途',
      '用途/事由',
      '事由',
      '费用内容',
      '采购内容',
      '购买内容',
      '内容',
      '摘要',
    ],
  },
  {
    meaning: 'voucher',
    names: [
      '凭证号',
      '凭证字号',
      '记账凭证号',
      '记账凭证',
      '凭证编号',
      '会计凭证号',
      '会计凭证',
      '凭证号数',
      '入账凭证号',
      '凭证',
    ],
  },
  { meaning: 'note', names: ['备注', '说明', '附注', '备注说明'] },
];

/** Heads that name an amount without saying whether it holds the tax: told by the heads beside them. */
export const PLAIN_AMOUNT: readonly string[] = [
  '金额',
  '发票金额',
  '开票金额',
  '总金额',
  '合计',
  '发票总额',
  '金额合计',
  '发票总金额',
];

/** Columns of which a reader makes use although they are no field of an invoice. */
export const INVOICE_EXTRAS = {
  status: ['发票状态', '状态', '票据状态'],
  positive: ['是否正数发票'],
  rate: ['税率', '税率/征收率', '征收率'],
  /**
   * What was bought: a line of the invoice, from a list as from the invoice itself, and never what it was bought for.
   * These heads are of programs that write a row for every line.
   */
  item: [
    '货物或应税劳务名称',
    '货物或应税劳务、服务名称',
    '货物或服务名称',
    '货物名称',
    '商品名称',
    '货物、应税劳务及服务',
    '应税劳务名称',
    '存货名称',
  ],
  /** The same in the words of people, who as often repeat the whole invoice on the row of every thing bought. */
  ownItem: ['品名', '项目名称', '开票内容', '设备名称'],
} as const satisfies Record<string, readonly string[]>;
export type InvoiceExtra = keyof typeof INVOICE_EXTRAS;
