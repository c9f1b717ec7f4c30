import { fileURLToPath } from 'node:url';
import { certificatePng, licenceScan, planPicture } from '../commonFiles.ts';
import { copyInvoices } from '../copyInvoices.ts';
import type { Printer } from '../createPrinter.ts';
import { fictionalUnit } from '../fictionalUnit.ts';
import { claimedFen, makeInvoices } from '../makeInvoices.ts';
import { planTexts, type Sample } from '../sampleFiles.ts';
import { statementSheets } from '../statementSheets.ts';
import { purchases } from './purchases.ts';

const WAN = 1_000_000;
const applicant = fictionalUnit('重庆示例泵阀装备股份有限公司', '重庆市江津区示例工业园示例路6号');
const figures = { revenueFen: 36_240.8 * WAN, profitFen: 2_486.3 * WAN, rdFen: 1_304.6 * WAN };

const answers = {
  'applicant.name': applicant.name,
  'applicant.address': applicant.address,
  'applicant.district': 'jiangjin',
  'applicant.code': applicant.code,
  'applicant.industry': 'section-c',
  'applicant.nature': 'joint-stock',
  'applicant.kind': 'industrial-enterprise',
  'applicant.province': 'chongqing',
  'applicant.legalPerson': true,
  'applicant.phone': '023-60005678',
  'lastYear.revenueFen': figures.revenueFen,
  'lastYear.profitFen': figures.profitFen,
  'lastYear.taxFen': 1_527.9 * WAN,
  'lastYear.exportUsdCents': 0,
  'lastYear.rdFen': figures.rdFen,
  'evaluation.date': '2019-11-05',
  'evaluation.score': 71,
  'project.name': '泵阀装备远程运维与全生命周期管理云平台（示例）',
  'project.leader': '周示例',
  'project.leaderMobile': '13900000011',
  'project.province': 'chongqing',
  'project.location': '重庆市江津区示例工业园示例路6号公司技术中心和客户服务中心',
  'project.startMonth': '2018-06',
  'project.endMonth': '2020-06',
  'project.totalFen': 1260 * WAN,
  'project.progressPercent': 70,
  'project.summary':
    '建设泵阀装备云平台，接入设备8000台，建成远程运维、一机一档、服务派工、备件协同和用户门户应用，实现产品远程运维和全生命周期管理。',
  'benefit.revenueFen': 3_400 * WAN,
  'benefit.profitFen': 510 * WAN,
  'benefit.taxFen': 268 * WAN,
  'benefit.exportUsdCents': 0,
  'indicator.costReductionFen': 230 * WAN,
  'indicator.efficiencyPercent': 18,
  'declaration.selectedBefore': false,
  'declaration.municipalFunded': false,
  'commitment.confirmed': true,
  'form.filler': '吴示例',
  'form.fillerPhone': '023-60005679',
  'form.filledOn': '2020-01-19',
  'cover.contactName': '吴示例',
  'cover.contactMobile': '13900000012',
};

const budget = (
  [
    ['network-hw', '智能监测终端', '8000台', 396],
    ['network-hw', '边缘网关', '420台', 84],
    ['platform-hw', '平台软件', '时序数据库、设备管理、规则引擎', 265],
    ['security-hw', '平台安全', '应用防护、认证网关、等级保护建设', 85],
    ['integration', '应用开发与系统集成', '5个应用、3个接口', 318],
    ['cloud-service', '云资源租用', '24个月', 112],
  ] as const
).map(([category, item, detail, wan]) => ({ category, item, detail, amountFen: wan * WAN, reason: '' }));

/** A platform of one company: 40 invoices, no consortium, no ledger; one warning (25 months), no error. */
export async function makePlatform(printer: Printer): Promise<Sample> {
  const made = makeInvoices({
    seed: 'platform',
    buyer: applicant,
    first: '2018-06-20',
    last: '2020-01-10',
    purchases,
    spending: {
      'network-hw': { count: 12, totalFen: 318 * WAN },
      'platform-hw': { count: 8, totalFen: 212 * WAN },
      'security-hw': { count: 4, totalFen: 58 * WAN },
      integration: { count: 9, totalFen: 226 * WAN },
      'cloud-service': { count: 7, totalFen: 66 * WAN },
    },
  });
  const { invoices, files: copies } = await copyInvoices(printer, made, 8);
  const files = new Map<string, Uint8Array>([
    [
      'license/营业执照.jpg',
      await licenceScan(printer, {
        unit: applicant,
        scope: '泵、阀门、供水设备的研发、制造、销售、安装和维修；软件开发。（示例）',
        capital: '陆仟万元整',
        founded: '1998年9月16日',
      }),
    ],
    ['statements/2019年度财务报表.pdf', printer.pdf('statements', statementSheets(applicant.name, figures))],
    [
      'qualifications/特种设备生产许可证.png',
      await certificatePng(printer, {
        title: '生产许可证',
        number: '编号：SL-TS-2018-118（示例）',
        lines: [
          ['单位名称', applicant.name],
          ['许可项目', '压力管道元件制造（阀门）'],
          ['有效期至', '2022年5月31日'],
        ],
        text: '经审查，你单位具备相应的生产条件，准予从事上述项目的生产。',
        issuer: '示例市场监督管理局',
        date: '2018年6月1日',
        rule: '#1f4f7a',
      }),
    ],
    ...copies,
    [
      'plan-images/平台架构.png',
      await planPicture(printer, 'layers', {
        sides: ['平台安全', '标准体系'],
        layers: [
          { title: '应用层', boxes: ['远程运维', '一机一档', '服务派工', '备件协同', '用户门户'] },
          { title: '平台层', boxes: ['设备管理', '时序数据', '混合模型', '规则引擎', '开放接口'] },
          { title: '基础设施', boxes: ['弹性计算', '对象存储', '专线与公网', '容灾备份'] },
          { title: '边缘层', boxes: ['监测终端', '边缘网关', '协议接入', '断网缓存'] },
        ],
      }),
    ],
  ]);
  return {
    name: 'industrial-platform',
    answers: {
      call: { id: 'cq-iiot-2020-1', revision: 1 },
      // Nothing but invoices was spent: the form tells their sum to the cent.
      answers: { ...answers, 'project.investedFen': claimedFen(made) },
      direction: {
        id: 'platform',
        kindId: 'cloud-platform',
        formIds: ['remote-maintenance', 'network-collaboration'],
      },
      ownIndicators: [{ name: '平台接入设备', value: '8000台' }],
      budget,
      invoices,
      plan: planTexts(fileURLToPath(new URL('./plan/', import.meta.url))),
    },
    files,
  };
}
