import { DATE, type Measure, numberOf, PLAIN, TEXT } from './measure.ts';

/** Columns as the tables name them, for "请填写…". */
const LABELS: Readonly<Record<string, string>> = {
  kind: '种类',
  code: '代码',
  number: '发票号码',
  issuedOn: '开票日期',
  netFen: '不含税金额',
  taxFen: '税额',
  totalFen: '价税合计',
  amountFen: '金额',
  claimedFen: '计入本项目的金额',
  countedFen: '计入本项目的金额',
  checkCode: '校验码',
  'buyer.name': '购买方名称',
  'buyer.taxId': '购买方税号',
  'seller.name': '销售方名称',
  'seller.taxId': '销售方税号',
  category: '投资类别',
  use: '用途',
  voucher: '记账凭证号',
  note: '备注',
  item: '项目内容',
  detail: '规格说明',
  reason: '理由',
  name: '名称',
  address: '地址',
  contact: '联系人',
  phone: '联系电话',
  task: '任务分工',
  introduction: '基本情况',
  date: '日期',
  voucherKind: '凭证种类',
  voucherNumber: '凭证号数',
  summary: '摘要',
  voucherFen: '凭证金额',
  collectedFen: '归集金额',
  creditFen: '贷方金额',
  balanceFen: '余额',
  status: '完成情况',
  expenseType: '支出类型',
  year: '年度',
  openingFen: '期初余额',
  summaryFen: '汇总表金额',
  pages: '页数',
  dpi: '分辨率',
};

export function columnLabel(path: string): string {
  return LABELS[path] ?? path;
}

export function columnMeasure(path: string, categories: ReadonlyMap<string, string>): Measure {
  // Invoices, vouchers and ledgers are kept in 元; a comparison with a field takes over its unit.
  if (path.endsWith('Fen')) return { kind: 'money', unit: null };
  if (path === 'issuedOn' || path === 'date') return DATE;
  if (path === 'category') return { kind: 'choice', labels: categories };
  if (path === 'pages') return numberOf('页');
  if (path === 'dpi') return numberOf('dpi');
  if (path === 'lead' || path === 'encrypted') return { kind: 'yesNo' };
  return /(Count|year)$/.test(path) ? PLAIN : TEXT;
}
