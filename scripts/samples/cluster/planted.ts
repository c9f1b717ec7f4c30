import type { Planted } from '../sampleFiles.ts';

type Finding = Planted['findings'][number];

const unmet = (key: string, at: string): Finding => ({ key, outcome: 'unmet', at });
/** Not there yet: 待填. */
const unknown = (key: string, at: string): Finding => ({ key, outcome: 'unknown', at });
const file = (key: string, path: string): Finding => ({
  key,
  outcome: 'unmet',
  at: 'attachments',
  file: path,
});

/** Every mistake of the cluster sample. */
export const planted: readonly Planted[] = [
  { why: '组织机构代码的末位（校验位）改错', findings: [unmet('E1/applicant.code', 'applicant.code')] },
  { why: '项目负责人的手机少一位', findings: [unmet('H12/project.leaderMobile', 'project.leaderMobile')] },
  {
    why: '联合体第三个成员的电话只有五位',
    findings: [unmet('H12/member#unit-3', 'consortium[unit-3].phone')],
  },
  { why: '声明项目曾经入选', findings: [unmet('B8', 'declaration.selectedBefore')] },
  { why: '联合体里没有区县或园区', findings: [unmet('D3.1/roles', 'consortium')] },
  {
    why: '服务企业 42 户，不到 50 户',
    findings: [unmet('D3.2/cluster.enterprises', 'targets.cluster.enterprises')],
  },
  { why: '四项指标只达到一项', findings: [unmet('D3.2/cluster.cost.any', 'targets.cluster.cost')] },
  {
    why: '没有支持承诺函',
    findings: [
      unknown('D3.3', 'attachments.support-letter'),
      unknown('G8/support-letter', 'attachments.support-letter'),
      unknown('H11/present', 'attachments'),
    ],
  },
  { why: '建设主要内容超过 100 字', findings: [unmet('E7/project.summary', 'project.summary')] },
  { why: '四项量化指标只填一项', findings: [unmet('E9', 'indicator.costReductionFen')] },
  { why: '已投资金额与发票之和不符', findings: [unmet('H1', 'project.investedFen')] },
  { why: '总投资与预算表合计不符', findings: [unmet('H2', 'project.totalFen')] },
  { why: '完成进度 95%，与投资比例相差太大', findings: [unmet('H4', 'project.progressPercent')] },
  { why: '建设方案里写了另一个总投资', findings: [unmet('H5#plan.2.5', 'plan.2.5')] },
  { why: '填表时间晚于截止日期', findings: [unmet('H10', 'form.filledOn')] },
  { why: '“其他”类预算没有理由', findings: [unmet('B6/other#budget-4', 'budget[budget-4].reason')] },
  {
    why: '第 2 行发票开在 2018 年以前',
    findings: [
      unmet('H6#invoice-2', 'invoices[invoice-2].issuedOn'),
      unmet('H6/earliest#invoice-2', 'invoices[invoice-2].issuedOn'),
    ],
  },
  {
    why: '第 3 行发票的购买方是无关单位',
    findings: [unmet('H7#invoice-3', 'invoices[invoice-3].buyer.name')],
  },
  { why: '第 4 行发票与第 1 行重复', findings: [unmet('H8#invoice-4', 'invoices[invoice-4].number')] },
  {
    why: '第 5 行计入的金额比票面多 100 元',
    findings: [unmet('H9#invoice-5', 'invoices[invoice-5].claimedFen')],
  },
  {
    why: '第 6 行号码被表格软件改成科学计数法',
    findings: [unmet('F5.2/number#invoice-6', 'invoices[invoice-6].number')],
  },
  { why: '第 7 行发票没有复印件', findings: [unknown('G9/row#invoice-7', 'invoices[invoice-7].copies')] },
  {
    why: '第 8 行发票的税额多 88 元',
    findings: [unmet('H9/arithmetic#invoice-8', 'invoices[invoice-8].totalFen')],
  },
  { why: '建设方案没有写预期效益', findings: [unknown('F5/plan.2.8', 'plan.2.8')] },
  { why: '联合体协议加了密码', findings: [file('H11', 'agreement/联合体协议（已加密）.pdf')] },
  { why: '财务报表的文件已损坏', findings: [file('H11', 'statements/2019年度财务报表（已损坏）.pdf')] },
];
