import type { LedgerCost } from '../../../shared/entities/ledger.ts';
import type { LedgerColumn, SummaryColumn } from '../../../shared/entities/tableReading.ts';
import type { HeadRule } from './headRule.ts';

/** Columns of a ledger sheet, cost groups aside; a self-made ledger of all projects names the project in each row. */
export const LEDGER_HEADS: readonly HeadRule<LedgerColumn | 'code' | 'name' | null>[] = [
  {
    meaning: null,
    names: [
      '序号',
      '行号',
      '行次',
      '附件',
      '附件数',
      '备注',
      '说明',
      '制单人',
      '制单',
      '审核',
      '记账',
      '科目编码',
      '会计科目',
      '科目名称',
      '科目',
      '对方科目',
      '部门',
    ],
  },
  { meaning: 'year', names: ['年', '年度'] },
  { meaning: 'month', names: ['月', '月份'] },
  { meaning: 'day', names: ['日'] },
  { meaning: 'date', names: ['日期', '凭证日期', '记账日期', '制单日期', '入账日期', '时间', '业务日期'] },
  { meaning: 'voucherKind', names: ['种类', '凭证种类', '凭证字', '凭证类型', '凭证类别', '字'] },
  { meaning: 'voucherNumber', names: ['号数', '凭证号数', '号'] },
  { meaning: 'voucherNumber', names: ['编号', '号码'], under: /凭证/ },
  {
    meaning: 'voucher',
    names: [
      '凭证号',
      '凭证字号',
      '凭证编号',
      '记账凭证号',
      '凭证号码',
      '记账凭证',
      '凭证',
      '会计凭证号',
      '凭证字-号',
    ],
  },
  {
    meaning: 'summary',
    names: ['摘要', '业务摘要', '凭证摘要', '业务内容', '经济业务内容', '费用说明', '内容'],
  },
  {
    meaning: 'collectedFen',
    names: [
      '归集金额',
      '研发费用归集金额',
      '加计扣除归集金额',
      '归集的研发费用',
      '研发费用合计',
      '税法归集金额',
    ],
  },
  { meaning: 'collectedFen', like: /税法.*归集/ },
  {
    meaning: 'voucherFen',
    names: [
      '会计凭证记载金额',
      '凭证金额',
      '会计凭证金额',
      '凭证记载金额',
      '记账金额',
      '借方金额',
      '借方',
      '借方发生额',
      '本期借方',
      '发生额',
      '本币借方',
      '借方本币',
      '金额',
      '入账金额',
      '账面金额',
    ],
  },
  { meaning: 'creditFen', names: ['贷方金额', '贷方', '贷方发生额', '本期贷方', '本币贷方', '贷方本币'] },
  { meaning: 'balanceSide', names: ['借或贷', '方向', '余额方向', '借/贷', '借贷', '借贷方向'] },
  { meaning: 'balanceFen', names: ['余额', '期末余额', '余额金额', '结余', '本币余额', '余额本币'] },
  { meaning: 'code', names: ['项目编号', '项目代码', '研发项目编号', '研发项目代码', 'RD编号', '项目编码'] },
  { meaning: 'name', names: ['项目名称', '研发项目', '研发项目名称', '研发项目/课题', '所属项目'] },
];

/** Columns of a 汇总表, cost groups aside. */
export const SUMMARY_HEADS: readonly HeadRule<SummaryColumn | null>[] = [
  { meaning: null, names: ['序号', '行次', '备注', '研发形式', '研发成果', '研发成果证书号', '年度'] },
  { meaning: 'code', names: ['项目编号', '项目代码', '研发项目编号', 'RD编号', '项目编码', '编号'] },
  { meaning: 'name', names: ['项目名称', '研发项目', '研发项目名称', '项目'] },
  { meaning: 'status', like: /^(完成情况|(项目)?实施状态|项目状态|完成状态)/ },
  { meaning: 'expenseType', like: /^(支出类型|资本化、?\/?费用化|费用化、?\/?资本化|支出性质)/ },
  {
    meaning: 'totalFen',
    names: [
      '金额合计',
      '研发费用合计',
      '研发费用总额',
      '归集金额',
      '归集金额合计',
      '费用合计',
      '合计',
      '总计',
      '研发支出合计',
      '研发费用',
      '允许加计扣除金额合计',
      '本年发生额',
      '金额',
    ],
  },
];

/** Amounts that repeat or cut what other columns hold: sums, 其中, and what is left after the caps of the tax law. */
export const REPEATING_COST =
  /小计|合计|总计|^其中|经限额|限额调整|允许(?:加计)?扣除|可加计|加计扣除(?:额|比例)|80%|2\/3/;

type CostRule = { readonly cost: LedgerCost; readonly like: RegExp };

/** Heads that name a whole cost group, in both styles and in the one of 高新技术企业; they count for all below them. */
export const COST_GROUPS: readonly CostRule[] = [
  { cost: 'commissioned-foreign', like: /委托.*境外|境外.*委托/ },
  {
    cost: 'commissioned-domestic',
    like: /委托.*境内|境内.*委托|委托外部|委托(?:研究|研发|开发)|外包研发|委外/,
  },
  { cost: 'personnel', like: /人员人工|人工费|^人工$|^人员费/ },
  { cost: 'materials', like: /直接投入/ },
  { cost: 'depreciation', like: /^折旧(?:费|费用|及|与|$)/ },
  { cost: 'amortisation', like: /^无形资产摊销|^摊销费?用?$|资产摊销/ },
  { cost: 'design', like: /^(?:新产品)?设计费|^新产品设计|装备调试|设计试验/ },
  { cost: 'other', like: /^其他(?:相关)?费用|^其他研发费用|^其他$|^其它/ },
];

/** Heads of a single column below a group, or in a ledger that has no groups. */
export const COST_ITEMS: readonly CostRule[] = [
  { cost: 'personnel', like: /工资|薪金|薪酬|奖金|五险|社保|社会保险|公积金|外聘|劳务费|研发人员/ },
  { cost: 'depreciation', like: /折旧/ },
  { cost: 'amortisation', like: /摊销|^软件$|专利权|非专利技术|专有技术/ },
  { cost: 'materials', like: /材料|燃料|动力|水电|模具|工艺装备|工装|样品|样机|检验|维护|维修|租赁|试制/ },
  { cost: 'design', like: /规程制定|临床试验|现场试验|工艺设计|勘探/ },
  {
    cost: 'other',
    like: /图书|资料|翻译|专家咨询|咨询费|保险费|检索|论证|评审|鉴定|验收|知识产权|申请费|注册费|代理费|福利费|补充养老|差旅|会议/,
  },
];

/** Numbers the official heads bear below the names: 1.1 to 6.x are the six groups. */
const GROUP_OF_NUMBER: readonly LedgerCost[] = [
  'personnel',
  'materials',
  'depreciation',
  'amortisation',
  'design',
  'other',
];

/**
 * The cost group of a column by its heads from the top down; null when they name none or repeat another column.
 * @param path plain heads
 * @param number what the numbered row below the heads says of the column, `1.1`
 */
export function costOfHeads(path: readonly string[], number: string): LedgerCost | null {
  const leaf = path.at(-1) ?? '';
  if (REPEATING_COST.test(leaf)) return null;
  // Both kinds of 委托 stand below one head that would be taken for the domestic one.
  if (/委托/.test(path.join('')) && /境外/.test(leaf)) return 'commissioned-foreign';
  for (const head of path) {
    const group = COST_GROUPS.find(({ like }) => like.test(head) && !REPEATING_COST.test(head));
    if (group !== undefined) return group.cost;
  }
  const item = COST_ITEMS.find(({ like }) => like.test(leaf));
  if (item !== undefined) return item.cost;
  const numbered = /^([1-6])\.\d{1,2}$/.exec(number);
  return numbered === null ? null : (GROUP_OF_NUMBER[Number(numbered[1]) - 1] ?? null);
}

/** Heads that stand over others and name no column of their own. */
export const GROUP_HEADS =
  /^(凭证(?:信息)?|\d{2,4}年|年月日|费用明细(?:\(借方\))?|委托研发费用|委托研发|购买?方|销售?方|.*研发费用明细|自主研发)$/;
