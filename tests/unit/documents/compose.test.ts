import { describe, expect, it } from 'vitest';
import type { BundleDocument, DocumentSection } from '../../../shared/documents/bundleDocument.ts';
import { compose } from '../../../shared/documents/compose.ts';
import { applicationWith, attachment, call, invoice, linesOf, tables } from './documentFixture.ts';

const draft = { draft: true } as const;
const final = { draft: false } as const;

function sectionOf(document: BundleDocument, id: string): DocumentSection {
  const found = document.sections.find((section) => section.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

const answered = {
  answers: {
    'applicant.name': '示例智造有限公司',
    'applicant.district': 'yubei',
    'project.name': '5G+示例车间',
    'project.startMonth': '2019-01',
    'project.endMonth': '2020-06',
    'project.totalFen': 1_245_000_000,
    'project.progressPercent': 62.5,
    'lastYear.profitFen': -1_230_000,
    'lastYear.exportUsdCents': 50_000_000,
    'indicator.efficiencyPercent': 21,
    'commitment.signedOn': '2020-01-20',
    'form.filledOn': '2020-01-21',
    'cover.contactName': '张示例',
    'cover.contactMobile': '13800000000',
  },
  direction: { id: '5g', scenarioIds: ['5g-agv', '5g-workshop'] },
};

describe('a bundle composed of an application', () => {
  it('has the parts of the call in their order, cover and contents without numbers', () => {
    const document = compose(call, applicationWith(answered), final);
    expect(document.sections.map(({ id, numbered, startOnRight }) => [id, numbered, startOnRight])).toEqual([
      ['cover', false, true],
      ['contents', false, true],
      ['form', true, true],
      ['plan', true, true],
      ['attachments', true, true],
    ]);
  });

  it('prints on the cover what is answered and leaves ruled room for the pen', () => {
    const cover = linesOf(sectionOf(compose(call, applicationWith(answered), final), 'cover').blocks);
    expect(cover).toEqual([
      '附件2',
      '2020年第一批工业互联网试点示范',
      '项目申报书',
      expect.stringMatching(/^项目名称：\[1\]5G\+示例车间\[\d+\]$/),
      expect.stringMatching(/^试点示范方向：\[1\]5G\+工业互联网应用（.*数字化车间、.*AGV智能运输）\[1\]$/),
      expect.stringMatching(/^申报单位：\[1\]示例智造有限公司\[\d+\]（盖章）$/),
      '区县经信部门：[16]（盖章）',
      expect.stringMatching(/^项目联系人及手机：\[1\]张示例　13800000000\[\d+\]$/),
      '重庆市经济和信息化委员会制',
      '2020年1月',
    ]);
  });

  it('prints each form value in its unit and finds it again under its printed label', () => {
    const { printedValues } = compose(call, applicationWith(answered), final);
    const values = printedValues.map(({ what, text }) => `${what}=${text}`);
    expect(values).toEqual(
      expect.arrayContaining([
        '项目总投资金额(万元)=1,245.00',
        '项目已完成进度(%)=62.5',
        '实现利润=-1.23',
        '出口(万美元)=50.00',
        '提高生产运营效率=21',
        '项目建设起止年月=2019年1月',
        '项目建设起止年月=2020年6月',
        '申报单位签章=2020年1月20日',
        '填表时间=2020年1月21日',
      ]),
    );
    const words = linesOf(
      compose(call, applicationWith(answered), final).sections.flatMap((s) => s.blocks),
    ).join('\n');
    for (const { text } of printedValues) expect(words).toContain(text);
  });

  it('composes with nothing answered: empty cells, a date for the pen, hints in a draft only', () => {
    const empty = compose(call, applicationWith(), draft);
    expect(linesOf(sectionOf(empty, 'cover').blocks)).toContain('项目联系人及手机：[16]');
    const form = linesOf(sectionOf(empty, 'form').blocks);
    expect(form).toContain('项目总投资金额(万元) |  | 项目已投资金额(万元) |  | 项目已完成进度(%) | ');
    expect(form.join('\n')).toContain('> [3]年[2]月[2]日');
    expect(linesOf(sectionOf(empty, 'plan').blocks)).toContain('（待填）');
    const finished = compose(call, applicationWith(), final);
    expect(linesOf(finished.sections.flatMap(({ blocks }) => blocks))).not.toContain('（待填）');
    expect(finished.dividers).toEqual([]);
  });

  it('repeats the row of own indicators for every pair', () => {
    const own = (id: string) => ({ id, name: `指标${id}`, value: `${id} 台` });
    const form = linesOf(
      sectionOf(compose(call, applicationWith({ ownIndicators: ['1', '2', '3'].map(own) }), final), 'form')
        .blocks,
    );
    expect(form).toContain('指标1 | 1 台 | 指标2 | 2 台');
    expect(form).toContain('指标3 | 3 台 |  | ');
  });

  it('lists parts, chapters, items, attachment kinds and files in the contents, each with its anchor', () => {
    const application = applicationWith({
      ...answered,
      attachments: [
        attachment('b', 'license', { name: '营业执照.jpg' }),
        attachment('a', 'agreement', { title: '联合体协议（示例）' }),
        attachment('c', 'plan-images'),
        attachment('d', 'invoice-copies'),
      ],
      invoices: [invoice(1, { copies: ['d'] })],
    });
    const document = compose(call, application, final);
    const [, ...entries] = linesOf(sectionOf(document, 'contents').blocks);
    expect(entries.slice(0, 4)).toEqual([
      '1 一、试点示范项目申报表 -> form',
      '1 二、项目建设方案 -> plan',
      '2 （一）申报单位基本情况 -> plan.1',
      expect.stringMatching(/^3 1\.申报单位名称、行业、性质.* -> plan\.1\.1$/),
    ]);
    expect(entries.slice(-5)).toEqual([
      '1 三、其他附件 -> attachments',
      '2 附件1　联合体协议 -> attachments.agreement',
      '3 联合体协议（示例） -> attachment.a',
      '2 附件2　营业执照 -> attachments.license',
      '2 附件3　发票复印件 -> attachments.invoice-copies',
    ]);
    // Bookmarks name every file, also the copies that the invoice table names.
    expect(document.outline.at(-1)).toEqual({ level: 3, title: 'd', anchor: 'attachment.d' });
    expect(document.dividers.map(({ kind }) => kind)).toEqual(['agreement', 'license', 'invoice-copies']);
  });

  it('gives every heading and table an anchor of its own', () => {
    const application = applicationWith({
      ...answered,
      consortium: [{ id: 'u1', lead: true, name: '示例智造' }],
      ledger: [{ id: 'l1', name: '示例研发' }],
      invoices: Array.from({ length: 60 }, (_, index) => invoice(index + 1)),
      plan: {
        'plan.2.4': {
          type: 'doc',
          content: [
            {
              type: 'heading',
              attrs: { level: 1, textAlign: null },
              content: [{ type: 'text', text: '目标' }],
            },
          ],
        },
      },
    });
    const { sections } = compose(call, application, final);
    const anchors = sections.flatMap(({ id, blocks }) => [
      id,
      ...blocks.flatMap((block) =>
        block.type === 'heading'
          ? [block.anchor]
          : block.type === 'table' && block.anchor !== null
            ? [block.anchor]
            : [],
      ),
    ]);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors).toEqual(
      expect.arrayContaining(['plan.2.4.h1', 'budget', 'invoices', 'ledger', 'targets']),
    );
  });

  it('binds a file of a kind the call does not know rather than drop it', () => {
    const document = compose(call, applicationWith({ attachments: [attachment('x', 'mystery')] }), final);
    expect(document.dividers.map(({ kind, title }) => [kind, title])).toEqual([
      ['mystery', '附件1　未归类附件（mystery）'],
    ]);
  });

  it('tells which seal goes where, only for what is printed', () => {
    const plain = compose(call, applicationWith({ attachments: [attachment('b', 'license')] }), final);
    expect(plain.seals).toContainEqual({
      seal: '公章',
      where: '附件1　营业执照：b',
      kind: 'license',
      anchor: 'attachment.b',
      lastAnchor: null,
    });
    expect(plain.seals.some(({ anchor }) => anchor === 'ledger')).toBe(false);
    expect(plain.seals.some(({ anchor }) => anchor === null)).toBe(true);
    const withLedger = compose(call, applicationWith({ ledger: [{ id: 'l1' }] }), final);
    expect(withLedger.seals.find(({ anchor }) => anchor === 'ledger')?.lastAnchor).toBe('ledger.end');
  });

  it('asks for no seal on the page that stands for a file nobody could open', () => {
    const attachments = [
      attachment('b', 'license', { pages: null, encrypted: true }),
      attachment('c', 'license'),
    ];
    const { seals } = compose(call, applicationWith({ attachments }), final);
    expect(seals.filter(({ kind }) => kind === 'license').map(({ anchor }) => anchor)).toEqual([
      'attachment.c',
    ]);
  });

  it('anchors the last row of a sealed table on its last page', () => {
    const invoices = Array.from({ length: 40 }, (_, index) => invoice(index + 1));
    const { seals, sections } = compose(call, applicationWith({ invoices }), final);
    const mark = seals.find(({ anchor }) => anchor === 'invoices');
    const sheets = tables(sections.flatMap(({ blocks }) => blocks)).filter(({ anchor }) =>
      anchor?.startsWith('invoices'),
    );
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.at(-1)?.rows.at(-1)?.anchor).toBe(mark?.lastAnchor);
  });

  it('prints project, unit and year on the spine unless the user words it', () => {
    expect(compose(call, applicationWith(answered), final).spineText).toBe(
      '5G+示例车间　示例智造有限公司　2020年',
    );
    expect(compose(call, applicationWith({ settings: { spineText: '书脊' } }), final).spineText).toBe('书脊');
  });

  it('takes out of hostile words what no page can bear, and nothing else', () => {
    const hostile = '甲\u0000\ud800乙\r\n#image("x") $y$ @ref </w:t>]]>\u2028丙𠮷';
    const document = compose(
      call,
      applicationWith({
        answers: { 'project.name': hostile, 'applicant.name': hostile },
        invoices: [invoice(1, { use: hostile, seller: { name: hostile } })],
        attachments: [attachment('a', 'license', { title: hostile })],
        ownIndicators: [{ id: 'i', name: hostile, value: hostile }],
      }),
      draft,
    );
    const json = JSON.stringify(document);
    expect(/\\u0000|\\ud800/.test(json)).toBe(false);
    expect(json.includes('#image(\\"x\\") $y$ @ref </w:t>]]>')).toBe(true);
    expect(json.includes('丙𠮷')).toBe(true);
    expect(document.title).not.toContain('\n');
  });
});
