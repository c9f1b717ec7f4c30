import { fileURLToPath } from 'node:url';
import { certificatePng, certificateTiff, licenceScan } from '../commonFiles.ts';
import { copyInvoices } from '../copyInvoices.ts';
import type { Printer } from '../createPrinter.ts';
import { fictionalUnit } from '../fictionalUnit.ts';
import { ledgerPrintData } from '../ledgerPrint.ts';
import { claimedFen, type MadeInvoice, makeInvoices, redLetterOf } from '../makeInvoices.ts';
import { makeLedger } from '../makeLedger.ts';
import { planTexts, type Sample } from '../sampleFiles.ts';
import { statementSheets } from '../statementSheets.ts';
import { agreement } from './agreement.ts';
import { answers, INVESTED_FEN, PROJECT, WAN } from './answers.ts';
import { budget } from './budget.ts';
import { applicant, consortium } from './consortium.ts';
import { workshopPictures } from './pictures.ts';
import { purchases } from './purchases.ts';

const FIRST_LEDGER_FEN = 238.64 * WAN;

function boughtThings(): MadeInvoice[] {
  const made = makeInvoices({
    seed: 'workshop',
    buyer: applicant,
    first: '2018-11-12',
    last: '2020-01-08',
    purchases,
    spending: {
      'network-hw': { count: 36, totalFen: 368.2 * WAN },
      'platform-hw': { count: 25, totalFen: 402.5 * WAN },
      'security-hw': { count: 12, totalFen: 118.4 * WAN },
      integration: { count: 22, totalFen: 448.6 * WAN },
      'cloud-service': { count: 14, totalFen: 96.4 * WAN },
      other: { count: 10, totalFen: 31.5 * WAN },
    },
  });
  // Goods sent back: a red-letter invoice takes back a blue one of the spring of 2019.
  const returned = made.find(
    ({ invoice }) => invoice.category === 'network-hw' && invoice.issuedOn >= '2019-04-15',
  );
  if (returned === undefined) throw new Error('no invoice to send back');
  const red = redLetterOf(returned, '2019-06-21', 'workshop-red');
  const partly = new Set(
    made
      .filter(({ invoice }) => invoice.category === 'cloud-service' && invoice.kind === 'ordinary-electronic')
      .slice(0, 3),
  );
  return [...made, red]
    .map((one) =>
      partly.has(one)
        ? // Shared with another workshop: four fifths, to the yuan, belong to this project.
          {
            ...one,
            invoice: {
              ...one.invoice,
              claimedFen: Math.floor((one.invoice.totalFen * 0.8) / 100) * 100,
              note: '与压铸车间共用，计入80%',
            },
          }
        : one,
    )
    .toSorted((a, b) => a.invoice.issuedOn.localeCompare(b.invoice.issuedOn));
}

/** 5G+ with a consortium of four, three scenarios, 120 invoices and an R&D ledger of two projects; all checks met. */
export async function makeWorkshop(printer: Printer): Promise<Sample> {
  const made = boughtThings();
  const { invoices, files: copies } = await copyInvoices(printer, made, 6);
  const ledger = [
    makeLedger({
      seed: 'RD1',
      code: 'RD2019-01',
      name: PROJECT,
      status: '已完成',
      expenseType: '费用化',
      year: 2019,
      firstMonth: 1,
      totalFen: FIRST_LEDGER_FEN,
    }),
    makeLedger({
      seed: 'RD2',
      code: 'RD2019-02',
      name: PROJECT,
      status: '未完成',
      expenseType: '资本化',
      year: 2019,
      firstMonth: 3,
      totalFen: INVESTED_FEN - claimedFen(made) - FIRST_LEDGER_FEN,
    }),
  ];
  const licences = await Promise.all(
    consortium.map(
      async (unit, index): Promise<[string, Buffer]> => [
        `license/${index + 1} 营业执照-${unit.name}.jpg`,
        await licenceScan(printer, {
          unit: fictionalUnit(unit.name, unit.address),
          scope:
            index === 0
              ? '汽车零部件的研发、制造、销售；模具设计制造；货物进出口。（示例）'
              : '依法须经批准的项目，经相关部门批准后方可开展经营活动。（示例）',
          capital: ['伍仟万元整', '（分支机构）', '叁仟万元整', '贰仟万元整'][index] ?? '',
          founded: ['2006年4月12日', '2009年8月3日', '2015年11月20日', '2011年2月28日'][index] ?? '',
        }),
      ],
    ),
  );
  const patent = (number: string, name: string, date: string) => ({
    title: '实用新型专利证书',
    number: `证书号第 ${number} 号（示例）`,
    lines: [
      ['实用新型名称', name],
      ['发明人', '李示例；赵示例；陈示例'],
      ['专利号', `ZL 2019 2 ${number}.X（示例）`],
      ['专利权人', applicant.name],
    ] as const,
    text: '依照专利法经过初步审查，决定授予专利权，颁发实用新型专利证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。',
    issuer: '示例知识产权局',
    date,
  });
  const files = new Map<string, Uint8Array>([
    ['agreement/联合体协议.pdf', printer.pdf('letter', agreement)],
    ...licences,
    [
      'statements/2019年度财务报表.pdf',
      printer.pdf(
        'statements',
        statementSheets(applicant.name, {
          revenueFen: 48_632.5 * WAN,
          profitFen: 3_215.8 * WAN,
          rdFen: 1_652.3 * WAN,
        }),
      ),
    ],
    [
      'permits/排污登记回执.png',
      await certificatePng(printer, {
        title: '排污登记回执',
        number: '登记编号：SL5001120000000X（示例）',
        lines: [
          ['排污单位', applicant.name],
          ['登记类型', '首次登记'],
          ['有效期', '2019年3月至2024年3月'],
        ],
        text: '你单位提交的排污登记材料已收悉，登记内容完整，现予回执。登记信息发生变化的，应当及时变更。',
        issuer: '示例生态环境局',
        date: '2019年3月15日',
        rule: '#2c5f3f',
      }),
    ],
    [
      'qualifications/质量管理体系认证证书.tiff',
      await certificateTiff(printer, {
        title: '质量管理体系认证证书',
        number: '证书号：SL-QMS-2018-0456（示例）',
        lines: [
          ['获证组织', applicant.name],
          ['覆盖范围', '汽车变速器壳体、发动机零件、电驱壳体的制造'],
          ['有效期至', '2021年6月30日'],
        ],
        text: '兹证明上述组织的质量管理体系符合标准要求，通过认证。本证书的有效性须经每年一次的监督审核保持。',
        issuer: '示例认证中心',
        date: '2018年7月1日',
      }),
    ],
    [
      'honours/高新技术企业证书.png',
      await certificatePng(printer, {
        title: '高新技术企业证书',
        number: '证书编号：GR201751000SL（示例）',
        lines: [
          ['企业名称', applicant.name],
          ['有效期', '三年'],
          ['批准机关', '示例科学技术局等'],
        ],
        text: '经认定，该企业符合高新技术企业认定条件，特颁发此证。',
        issuer: '示例科学技术局',
        date: '2017年12月28日',
      }),
    ],
    [
      'patents/专利证书-视觉工位频闪光源支架.png',
      await certificatePng(printer, patent('0123456', '一种视觉工位用频闪光源支架', '2019年8月6日')),
    ],
    [
      'patents/专利证书-壳体自动上料机构.tiff',
      await certificateTiff(printer, patent('0234567', '一种壳体零件自动上料机构', '2019年11月12日')),
    ],
    ['rd-ledger/2019年度研发支出辅助账.pdf', printer.pdf('ledger', ledgerPrintData(applicant.name, ledger))],
    ...copies,
    [
      'evaluation/智能化评估结果.png',
      await certificatePng(printer, {
        title: '智能化评估结果',
        number: '评估编号：SL-2019-0917（示例截图）',
        lines: [
          ['企业名称', applicant.name],
          ['评估时间', '2019年9月17日'],
          ['评估得分', '68.5分'],
          ['评估等级', '数字化阶段'],
        ],
        text: '评估结果：设备联网率和数据采集率偏低，建议优先实施车间网络改造和在线质检。',
        issuer: '示例评估平台',
        date: '2019年9月17日',
        paper: '#ffffff',
        rule: '#1f5c99',
      }),
    ],
    [
      'other/第二机加车间平面布置图.pdf',
      printer.pdf('floor', {
        title: '第二机加车间平面布置图（示例）',
        lines: ['一号加工线', '二号加工线', '三号加工线', '四号加工线', '五号加工线'],
        rooms: ['边缘机房', '装配试漏线', '刀具室', '成品库'],
      }),
    ],
    ...(await workshopPictures(printer)),
  ]);
  return {
    name: '5g-workshop',
    answers: {
      call: { id: 'cq-iiot-2020-1', revision: 1 },
      answers,
      direction: { id: '5g', scenarioIds: ['5g-workshop', '5g-inspection', '5g-agv'] },
      targets: {
        '5g-workshop.coverage': 96,
        '5g-workshop.devices': 86,
        '5g-workshop.efficiency': 26,
        '5g-inspection.efficiency': 45,
        '5g-inspection.defect-reduction': 29.2,
        '5g-inspection.yield': 99.2,
        '5g-inspection.misjudgement': 0.008,
        '5g-agv.cost': 18,
        '5g-agv.efficiency': 22,
      },
      ownIndicators: [
        { name: '联网设备', value: '86台（套）' },
        { name: '关键工序数据自动采集率', value: '98%' },
        { name: '质量追溯时间', value: '3分钟以内' },
      ],
      consortium,
      budget,
      invoices,
      ledger,
      plan: planTexts(fileURLToPath(new URL('./plan/', import.meta.url))),
      settings: { amountBasis: 'gross' },
    },
    files,
  };
}
