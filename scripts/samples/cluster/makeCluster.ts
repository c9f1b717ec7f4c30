import { fileURLToPath } from 'node:url';
import { licenceScan } from '../commonFiles.ts';
import { copyInvoices } from '../copyInvoices.ts';
import type { Printer } from '../createPrinter.ts';
import { createRandom } from '../createRandom.ts';
import { fictionalUnit } from '../fictionalUnit.ts';
import { lockedPdf } from '../lockedPdf.ts';
import { type InvoiceShape, makeInvoices, type Purchase } from '../makeInvoices.ts';
import { planTexts, type Sample } from '../sampleFiles.ts';
import { planted } from './planted.ts';

const WAN = 1_000_000;
const applicant = fictionalUnit('重庆示例工云信息技术有限公司', '重庆市巴南区示例路88号');
const foundry = fictionalUnit('重庆示例摩托车配件有限公司');
const machining = fictionalUnit('重庆示例机械加工有限公司');
const software = fictionalUnit('重庆示例软件工程有限公司');
const stranger = fictionalUnit('重庆示例无关贸易有限公司');

/** The last character of the code made wrong: 校验位. */
const wrongCode = applicant.code.slice(0, 17) + (applicant.code.endsWith('0') ? '1' : '0');

const answers = {
  'applicant.name': applicant.name,
  'applicant.address': applicant.address,
  'applicant.district': 'banan',
  'applicant.code': wrongCode,
  'applicant.industry': 'section-i',
  'applicant.nature': 'limited',
  'applicant.kind': 'industrial-internet-enterprise',
  'applicant.province': 'chongqing',
  'applicant.legalPerson': true,
  'lastYear.revenueFen': 5_210.4 * WAN,
  'lastYear.profitFen': -126.5 * WAN,
  'lastYear.taxFen': 88.2 * WAN,
  'lastYear.exportUsdCents': 0,
  'lastYear.rdFen': 640 * WAN,
  'evaluation.date': '2019-10-10',
  'evaluation.score': 60,
  'project.name': '摩托车零部件产业集群工业互联网平台（示例·故意填错）',
  'project.leader': '郑示例',
  'project.leaderMobile': '1380000002',
  'project.province': 'chongqing',
  'project.location': '重庆市巴南区示例路88号',
  'project.startMonth': '2018-03',
  'project.endMonth': '2020-02',
  'project.totalFen': 650 * WAN,
  'project.investedFen': 366 * WAN,
  'project.progressPercent': 95,
  'project.summary':
    '围绕摩托车零部件产业集群，建设工业互联网平台，提供原料集中采购、产能在线协同、设备远程上云、能源优化利用、产品质量追溯、供应链金融服务、人才培训和技术咨询等应用，服务集群内外企业，带动集群成本下降、效率提高、能耗降低，形成可复制推广的产业集群数字化转型样板和标准。',
  'benefit.revenueFen': 900 * WAN,
  'benefit.profitFen': 120 * WAN,
  'benefit.taxFen': 60 * WAN,
  'benefit.exportUsdCents': 0,
  'indicator.costReductionFen': 80 * WAN,
  'declaration.selectedBefore': true,
  'declaration.municipalFunded': false,
  'commitment.confirmed': true,
  'form.filler': '郑示例',
  'form.fillerPhone': '023-60009012',
  'form.filledOn': '2020-02-14',
  'cover.contactName': '郑示例',
  'cover.contactMobile': '13700000021',
};

const purchases: readonly Purchase[] = (
  [
    ['platform-hw', '集采应用软件', 'V1.0', '套', '集采应用软件', 'special-paper', true],
    ['integration', '企业上云实施服务', '—', '项', '集群企业设备上云实施', 'ordinary-electronic', false],
    ['cloud-service', '云资源服务费', '—', '月', '平台云资源租用', 'ordinary-electronic', false],
  ] as const
).map(([category, item, model, unit, use, kind, goods]) => ({
  category,
  seller: software,
  item,
  model,
  unit,
  use,
  kind,
  goods,
}));

/** Rows of the invoice table with the mistakes of planted.ts, counted from 1. */
function spoil(invoices: readonly InvoiceShape[]): InvoiceShape[] {
  const rows = invoices.map((invoice) => ({ ...invoice }));
  const change = (number: number, changes: Partial<InvoiceShape>) => {
    const row = rows[number - 1];
    if (row === undefined) throw new Error(`no invoice ${number}`);
    rows[number - 1] = { ...row, ...changes };
  };
  const [first, second, , , fifth] = rows;
  if (first === undefined || second === undefined || fifth === undefined) throw new Error('too few invoices');
  change(2, { issuedOn: '2017-12-15' });
  change(3, { buyer: { name: stranger.name, taxId: stranger.code } });
  change(4, { kind: first.kind, code: first.code, number: first.number });
  change(5, { claimedFen: fifth.totalFen + 100_00 });
  change(6, { number: '2.45E+19' });
  change(7, { copies: [] });
  change(8, { taxFen: (rows[7]?.taxFen ?? 0) + 88_00 });
  return rows;
}

/** The cluster direction, wrong in the places planted.ts lists; it can be exported as 草稿 only. */
export async function makeCluster(printer: Printer): Promise<Sample> {
  const made = makeInvoices({
    seed: 'cluster',
    buyer: applicant,
    first: '2018-04-02',
    last: '2019-12-20',
    purchases,
    spending: {
      'platform-hw': { count: 5, totalFen: 190 * WAN },
      integration: { count: 4, totalFen: 120 * WAN },
      'cloud-service': { count: 3, totalFen: 36 * WAN },
    },
  });
  const { invoices, files: copies } = await copyInvoices(printer, made, 6);
  copies.delete(invoices[6]?.copies[0] ?? '');
  const noise = createRandom('broken');
  const files = new Map<string, Uint8Array>([
    ['agreement/联合体协议（已加密）.pdf', lockedPdf('20200110')],
    [
      'license/营业执照.jpg',
      await licenceScan(printer, {
        unit: applicant,
        scope: '软件开发；信息系统集成；工业互联网平台服务。（示例）',
        capital: '贰仟万元整',
        founded: '2014年3月20日',
      }),
    ],
    [
      'statements/2019年度财务报表（已损坏）.pdf',
      Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        Buffer.from(Array.from({ length: 4000 }, () => noise.between(0, 255))),
      ]),
    ],
    ...copies,
  ]);
  return {
    name: 'cluster-wrong',
    answers: {
      call: { id: 'cq-iiot-2020-1', revision: 1 },
      answers,
      direction: { id: 'cluster' },
      targets: {
        'cluster.enterprises': 42,
        'cluster.digital-map': true,
        'cluster.cost': 12,
        'cluster.efficiency': 8,
        'cluster.defect': 3,
        'cluster.energy': 2,
      },
      consortium: [
        {
          lead: true,
          name: applicant.name,
          code: applicant.code,
          roles: ['industrial-internet-enterprise'],
          contact: '郑示例',
          phone: '13700000021',
          address: applicant.address,
          task: '平台建设和运营',
          introduction: '工业互联网平台企业。',
        },
        {
          lead: false,
          name: foundry.name,
          code: foundry.code,
          roles: ['industrial-enterprise'],
          contact: '何示例',
          phone: '13700000022',
          address: foundry.address,
          task: '集采和压铸协同试点',
          introduction: '摩托车压铸件企业。',
        },
        {
          lead: false,
          name: machining.name,
          code: machining.code,
          roles: ['industrial-enterprise'],
          contact: '罗示例',
          phone: '12345',
          address: machining.address,
          task: '机加产能协同试点',
          introduction: '机械加工企业。',
        },
      ],
      budget: [
        { category: 'platform-hw', item: '平台软件', detail: '集采、协同、能源应用', amountFen: 320 * WAN },
        { category: 'integration', item: '企业上云实施', detail: '60户', amountFen: 240 * WAN },
        { category: 'cloud-service', item: '云资源', detail: '24个月', amountFen: 70 * WAN },
        { category: 'other', item: '推广费用', detail: '', amountFen: 50 * WAN },
      ],
      invoices: spoil(invoices),
      plan: planTexts(fileURLToPath(new URL('./plan/', import.meta.url))),
    },
    files,
    planted,
  };
}
