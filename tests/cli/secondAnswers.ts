/** A complete application to the second, invented call: nothing of it is known to the product's code. */
export const SECOND_CALLS = 'tests/fixtures/calls';

export function secondAnswers(): Record<string, unknown> {
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  return {
    call: { id: 'zj-agri-2031', revision: 3 },
    answers: {
      'org.title': '示例家庭农场',
      'org.creditCode': '91330901MA00000017',
      'org.kind': 'farm',
      'org.county': 'east',
      'org.tel': '0580-2234567',
      'org.blacklisted': false,
      'work.title': '示例智能温室',
      'work.begin': '2031-01',
      'work.finish': '2031-12',
      'work.spendFen': 90_000_000,
      'work.paidFen': 10_000_000,
      'work.ownFen': 60_000_000,
      'work.area': 30,
      'work.brief': '建设智能温室三十亩。',
      'oath.agreed': true,
      'oath.day': '2031-03-01',
    },
    direction: { id: 'greenhouse', kindId: 'glass' },
    targets: { 'greenhouse.area': 30, 'greenhouse.water': 35, 'greenhouse.fertiliser': 20 },
    budget: [{ category: 'facility', item: '玻璃温室', amountFen: 90_000_000 }],
    invoices: [
      {
        number: '31332000000012345678',
        issuedOn: '2031-02-01',
        kind: 'ordinary-digital',
        netFen: 9_000_000,
        taxFen: 1_000_000,
        totalFen: 10_000_000,
        category: 'facility',
        use: '温室骨架',
        buyer: { name: '示例家庭农场', taxId: '91330901MA00000017' },
        seller: { name: '示例温室公司' },
        copies: ['receipts/一.pdf'],
      },
    ],
    plan: {
      'story.what': { type: 'doc', content: [paragraph('建设三十亩智能温室，配置水肥一体化设备。')] },
    },
  };
}
