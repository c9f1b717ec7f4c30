import { Application } from '../../shared/entities/application.ts';

/** `count` plain invoices, each different. */
export function sampleInvoices(count: number): Application['invoices'] {
  return Application.parse({
    call: { id: 'x', revision: 1 },
    invoices: Array.from({ length: count }, (_, index) => ({
      id: `invoice-${index + 1}`,
      kind: 'special-paper',
      code: '5000191130',
      number: String(10_000_001 + index),
      issuedOn: `2019-${String((index % 12) + 1).padStart(2, '0')}-15`,
      netFen: 100_000 + index,
      taxFen: 13_000,
      totalFen: 113_000 + index,
      buyer: { name: '重庆示例制造有限公司', taxId: '91500000MA5U000000' },
      seller: { name: `示例供应商 ${index % 40}`, taxId: '91500000MA5U111111' },
      lines: [{ item: '*电子工业设备*控制柜', netFen: 100_000 + index, taxRate: '13%', taxFen: 13_000 }],
      category: index % 3 === 0 ? 'network-hw' : 'platform-hw',
      use: '车间网络改造',
      voucher: `记-${index + 1}`,
    })),
  }).invoices;
}

/** An application with something in every table but attachments (their bytes go in first). */
export function sampleApplication(invoices = 12): Application {
  return Application.parse({
    call: { id: 'cq-iiot-2020-1', revision: 1 },
    answers: {
      'applicant.name': '重庆示例制造有限公司',
      'project.totalFen': 1_245_000_000,
      'evaluation.score': 87.5,
      'declaration.selectedBefore': false,
      'project.summary': null,
    },
    direction: { id: '5g', scenarioIds: ['5g-workshop', '5g-agv'], contents: { registration: true } },
    targets: { '5g-workshop.coverage': 95, 'cluster.digital-map': true, '5g-agv.cost': null },
    ownIndicators: [{ id: 'indicator-1', name: '停机时间', value: '30%' }],
    statements: {
      'lastYear.revenueFen': 48_632_500_000,
      'lastYear.profitFen': -120_00,
      'lastYear.taxFen': null,
    },
    consortium: [
      { id: 'unit-1', lead: true, name: '重庆示例制造有限公司', roles: ['industrial-enterprise'] },
      { id: 'unit-2', name: '示例通信有限公司', roles: ['telecom-operator'], task: '建设 5G 专网' },
    ],
    budget: [{ id: 'budget-1', category: 'network-hw', item: '基站', amountFen: 300_000_000 }],
    invoices: sampleInvoices(invoices),
    ledger: [
      {
        id: 'ledger-1',
        name: '5G 智能车间研发',
        year: 2019,
        rows: Array.from({ length: 30 }, (_, index) => ({
          id: `ledger-1-row-${index + 1}`,
          date: '2019-05-06',
          voucherKind: '记',
          voucherNumber: String(index + 1),
          summary: '研发人员工资',
          voucherFen: 5_000_000,
          details: { personnel: 5_000_000 },
        })),
        printedTotals: { voucherFen: 150_000_000, details: { personnel: 150_000_000 } },
      },
    ],
    plan: {
      'plan.1.1': {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: '本项目建设 5G 智能车间。'.repeat(40) }] },
        ],
      },
    },
    readings: [
      {
        id: 'reading-1',
        attachment: 'invoice-copies-1',
        invoice: 'invoice-1',
        confirmed: true,
        pages: [1, 2],
        fields: [
          { field: 'number', value: '10000001', source: 'qr', confidence: 'certain' },
          {
            field: 'totalFen',
            value: 113_000,
            source: 'pdf-text',
            confidence: 'likely',
            place: { on: 'page', page: 1, left: 0.5, top: 0.25, width: 0.125, height: 0.0625 },
          },
        ],
        lines: [{ item: '*电子工业设备*控制柜', netFen: 100_000, taxRate: '13%', taxFen: 13_000 }],
      },
      {
        id: 'reading-2',
        attachment: 'invoice-copies-2',
        problems: [{ code: 'no-number', message: '没有读出发票号码', severity: 'warning' }],
      },
    ],
    setAside: [{ findingKey: 'H3#invoice-2', reason: '已与供应商核对' }],
    settings: { amountBasis: 'net', duplex: false },
  });
}
