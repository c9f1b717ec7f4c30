import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Direction, Target, TargetGroup } from '../../../shared/calls/schema/direction.ts';
import { Application } from '../../../shared/entities/application.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import type { ConsortiumMember } from '../../../shared/entities/consortium.ts';
import { creditCheckCharacter } from '../../../shared/entities/creditCode.ts';
import type { RichDocument } from '../../../shared/entities/richText.ts';

const WAN = 1_000_000;
const APPLICANT = '重庆示例机械制造有限公司';

/** A code made up for tests, with the right check character. */
export function madeUpCode(n: number): string {
  const body = `91500112MA5T${String(n).padStart(5, '0')}`;
  return `${body}${creditCheckCharacter(body) ?? ''}`;
}

export function paragraph(text: string): RichDocument {
  return {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { textAlign: null }, content: [{ type: 'text', text, marks: [] }] },
    ],
  };
}

/** A file that is in order. */
export function file(kind: string, n = 1): Attachment {
  return {
    id: `${kind}-${n}`,
    kind,
    name: `${kind}-${n}.pdf`,
    title: '',
    sha256: '0'.repeat(64),
    bytes: 20_000,
    sniffedType: 'pdf',
    pages: 2,
    encrypted: false,
    blankPages: [],
    dpi: 200,
    colourPages: 0,
    problems: [],
    order: n,
    rotate: 0,
    omitPages: [],
  };
}

/**
 * An application of the first call in which every rule of the direction is met: total 1,245.00 万元,
 * invested 803.22 万元 (three invoices of 750.00 and an R&D ledger of 53.22), all targets reached.
 */
export function baseApplication(call: Call, label: string): Application {
  const direction = call.directions.find((entry) => entry.label === label);
  if (direction === undefined) throw new Error(`the call has no direction ${label}`);
  const scenarios = direction.scenarios;
  const [kind] = direction.kinds;
  const forms = [...direction.forms, ...(kind?.forms ?? [])];
  return Application.parse({
    call: { id: call.id, revision: call.revision },
    answers: {
      ...ANSWERS,
      'applicant.kind': (kind?.who[0] ?? direction.who[0]) || 'industrial-enterprise',
    },
    direction: {
      id: direction.id,
      kindId: kind?.id ?? null,
      formIds: forms.slice(0, 1).map((form) => form.id),
      scenarioIds: scenarios.map((scenario) => scenario.id),
      contents: Object.fromEntries(direction.contents.map((content) => [content.id, true])),
    },
    targets: reachedTargets([direction, ...scenarios]),
    consortium: members(direction),
    budget: [
      { id: 'budget-1', category: 'network-hw', item: '5G专网与网关', amountFen: 400 * WAN },
      { id: 'budget-2', category: 'platform-hw', item: '边缘计算平台', amountFen: 300 * WAN },
      { id: 'budget-3', category: 'integration', item: '系统集成', amountFen: 445 * WAN },
      { id: 'budget-4', category: 'rd', item: '应用软件研发', amountFen: 100 * WAN },
    ],
    invoices: INVOICES.map(([id, number, date, fen, category, use], index) => ({
      id,
      kind: 'special-paper',
      code: '5000191130',
      number,
      issuedOn: date,
      netFen: Math.round((fen * 100) / 113),
      taxFen: fen - Math.round((fen * 100) / 113),
      totalFen: fen,
      buyer: { name: APPLICANT, taxId: madeUpCode(1) },
      seller: { name: '重庆示例网络设备有限公司', taxId: madeUpCode(90) },
      category,
      use,
      voucher: `记-${index + 31}`,
      copies: [`invoice-copies-${index + 1}`],
    })),
    ledger: [LEDGER],
    plan: Object.fromEntries(
      call.outline
        .flatMap((chapter) => chapter.items)
        .filter((item) => item.text !== 'none')
        .map((item) => [item.id, paragraph(`关于“${item.title}”的说明文字。`)]),
    ),
    attachments: [
      ...['agreement', 'license', 'statements', 'support-letter', 'rd-ledger'].map((one) => file(one)),
      ...INVOICES.map((_, index) => file('invoice-copies', index + 1)),
    ],
  });
}

function reachedTargets(
  owners: readonly { readonly targets: readonly Target[]; readonly reach: readonly TargetGroup[] }[],
) {
  return Object.fromEntries(
    owners
      .flatMap((owner) => owner.targets)
      .map(({ id, kind, atLeast, below }) => [
        id,
        kind === 'yesNo' ? true : atLeast !== undefined ? atLeast * 1.1 : (below ?? 0) / 2,
      ]),
  );
}

function members({ consortium }: Direction): readonly Partial<ConsortiumMember>[] {
  if (consortium === null) return [];
  const [own = '', ...others] = consortium.roles;
  return [
    { id: 'unit-1', lead: true, name: APPLICANT, code: madeUpCode(1), roles: [own], phone: '023-63895375' },
    ...others.map((role, index) => ({
      id: `unit-${index + 2}`,
      name: `重庆示例联合${'甲乙丙丁'[index] ?? ''}有限公司`,
      code: madeUpCode(index + 2),
      roles: [role],
      phone: '13594354064',
    })),
  ];
}

const ANSWERS = {
  'applicant.name': APPLICANT,
  'applicant.address': '重庆市渝北区示例路1号',
  'applicant.district': 'yubei',
  'applicant.code': madeUpCode(1),
  'applicant.industry': 'section-c',
  'applicant.nature': 'private',
  'applicant.province': 'chongqing',
  'applicant.legalPerson': true,
  'applicant.phone': '023-63895375',
  'lastYear.revenueFen': 25_000 * WAN,
  'lastYear.profitFen': 1_800 * WAN,
  'lastYear.taxFen': 950 * WAN,
  'lastYear.exportUsdCents': 120 * WAN,
  'lastYear.rdFen': 900 * WAN,
  'evaluation.date': '2020-01-15',
  'evaluation.score': 82.5,
  'project.name': '5G数字化车间建设项目',
  'project.leader': '张示例',
  'project.leaderMobile': '13594354064',
  'project.province': 'chongqing',
  'project.location': '重庆市渝北区示例路1号',
  'project.startMonth': '2018-03',
  'project.endMonth': '2020-02',
  'project.totalFen': 1_245 * WAN,
  'project.investedFen': 80_322 * 10_000,
  'project.progressPercent': 65,
  'project.summary': '建设5G专网与数字化车间，实现设备互联、视觉质检和智能物流。',
  'benefit.revenueFen': 3_000 * WAN,
  'benefit.profitFen': 260 * WAN,
  'benefit.taxFen': 120 * WAN,
  'benefit.exportUsdCents': 0,
  'benefit.other': '带动就业20人',
  'indicator.costReductionFen': 180 * WAN,
  'indicator.efficiencyPercent': 22,
  'declaration.selectedBefore': false,
  'declaration.municipalFunded': false,
  'commitment.confirmed': true,
  'commitment.signedOn': '2020-02-05',
  'form.filler': '李示例',
  'form.fillerPhone': '13594354065',
  'form.filledOn': '2020-02-05',
  'cover.districtDepartment': '渝北区经济和信息化委员会',
  'cover.contactName': '李示例',
  'cover.contactMobile': '13594354065',
} as const;

const INVOICES = [
  ['invoice-1', '10000001', '2018-06-11', 400 * WAN, 'network-hw', '5G专网设备'],
  ['invoice-2', '10000002', '2019-03-20', 250 * WAN, 'platform-hw', '边缘计算服务器'],
  ['invoice-3', '10000003', '2019-11-08', 100 * WAN, 'integration', '系统集成一期'],
] as const;

const LEDGER = {
  id: 'ledger-1',
  style: '2015',
  code: 'RD01',
  name: '5G数字化车间建设项目',
  openingFen: 0,
  rows: [
    {
      id: 'row-1',
      date: '2019-04-30',
      voucherKind: '记',
      voucherNumber: '12',
      summary: '研发人员工资',
      voucherFen: 3_222 * 10_000,
      balanceFen: 3_222 * 10_000,
      balanceSide: '借',
      details: { personnel: 3_222 * 10_000 },
    },
    {
      id: 'row-2',
      date: '2019-05-31',
      voucherKind: '记',
      voucherNumber: '18',
      summary: '研发领用材料',
      voucherFen: 2_100 * 10_000,
      balanceFen: 5_322 * 10_000,
      balanceSide: '借',
      details: { materials: 2_100 * 10_000 },
    },
  ],
  printedTotals: {
    voucherFen: 5_322 * 10_000,
    details: { personnel: 3_222 * 10_000, materials: 2_100 * 10_000 },
  },
  summaryFen: 5_322 * 10_000,
} as const;
