import { applicant } from './consortium.ts';

/** 万元 in 分, and 万美元 in cents. */
export const WAN = 1_000_000;
export const PROJECT = '基于5G的汽车零部件数字化车间建设项目（示例）';
/** Invoices and ledger come to exactly this. */
export const INVESTED_FEN = 1912.36 * WAN;

/** Answers to the form and the other single questions. */
export const answers = {
  'applicant.name': applicant.name,
  'applicant.address': applicant.address,
  'applicant.district': 'yubei',
  'applicant.code': applicant.code,
  'applicant.industry': 'section-c',
  'applicant.nature': 'limited',
  'applicant.kind': 'industrial-enterprise',
  'applicant.province': 'chongqing',
  'applicant.legalPerson': true,
  'applicant.phone': '023-60001234',
  'lastYear.revenueFen': 48_632.5 * WAN,
  'lastYear.profitFen': 3_215.8 * WAN,
  'lastYear.taxFen': 1_876.4 * WAN,
  'lastYear.exportUsdCents': 320 * WAN,
  'lastYear.rdFen': 1_652.3 * WAN,
  'evaluation.date': '2019-09-17',
  'evaluation.score': 68.5,
  'project.name': PROJECT,
  'project.leader': '李示例',
  'project.leaderMobile': '13800000001',
  'project.province': 'chongqing',
  'project.location': '重庆市渝北区示例大道18号公司第二机加车间及成品库',
  'project.startMonth': '2018-11',
  'project.endMonth': '2020-10',
  'project.totalFen': 2860 * WAN,
  'project.investedFen': INVESTED_FEN,
  'project.progressPercent': 68,
  'project.summary':
    '建设5G室内分布网络和边缘计算平台，86台设备联网，建成5G数字化车间、5G+视觉质检、5G+AGV智能运输三个场景，实现全流程采集、在线质检和无人配送。',
  'benefit.revenueFen': 6_800 * WAN,
  'benefit.profitFen': 735 * WAN,
  'benefit.taxFen': 412 * WAN,
  'benefit.exportUsdCents': 85 * WAN,
  'benefit.other': '年减少废品损失168万元',
  'indicator.costReductionFen': 420 * WAN,
  'indicator.defectRatePercent': 29.2,
  'indicator.efficiencyPercent': 26,
  'indicator.energyPercent': 8.5,
  'declaration.selectedBefore': false,
  'declaration.municipalFunded': false,
  'commitment.confirmed': true,
  'commitment.signedOn': '2020-01-20',
  'form.filler': '张示例',
  'form.fillerPhone': '13800000005',
  'form.filledOn': '2020-01-16',
  'cover.districtDepartment': '渝北区经济和信息化委员会',
  'cover.contactName': '张示例',
  'cover.contactMobile': '13800000005',
};
