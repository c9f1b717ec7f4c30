import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckReport, Finding } from '../../../shared/calls/finding.ts';
import { Call } from '../../../shared/calls/schema/call.ts';
import { handInSheet } from '../../../shared/documents/handInSheet.ts';
import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import { sheetsOf, spineMm } from '../../../shared/documents/spine.ts';
import { baseApplication } from '../../calls/golden/baseApplication.ts';

const call = Call.parse(JSON.parse(readFileSync('assets/calls/cq-iiot-2020-1.json', 'utf8')));

const application = baseApplication(call, '5G+工业互联网应用');
const [base] = application.invoices;

function facts(changes: Partial<PackageManifest> = {}): PackageManifest {
  return {
    format: 1,
    final: true,
    reasons: [],
    notes: [],
    call: { id: call.id, revision: 1 },
    title: '示例项目',
    applicant: '示例公司',
    files: [],
    pages: 101,
    toc: [],
    sections: [{ id: 'attachments.copies', title: '附件2　发票复印件', firstPage: 20, physicalPage: 24 }],
    attachments: [],
    originals: [],
    seals: [],
    print: { sheets: 51, blankPages: 3, colourPages: 7, spineMm: 6.3, spineText: '示例', duplex: true },
    expected: { values: [], headings: [], outline: [] },
    proof: [{ what: 'PDF 页数', ok: true, detail: '101 页' }],
    ...changes,
  };
}

function report(findings: readonly Finding[] = []): CheckReport {
  const counts = { error: 0, warning: 0, hint: 0, unknown: 0 };
  return { call: { id: call.id, revision: 1 }, counts, findings: [...findings] };
}

function finding(changes: Partial<Finding>): Finding {
  const clause = { ref: '一', text: '…' };
  const rest = {
    key: 'B4',
    id: 'B4',
    title: '工期',
    at: 'x',
    compared: null,
    setAside: null,
    related: [],
    impliedBy: null,
    clause,
  };
  return { ...rest, outcome: 'unmet', severity: 'warning', message: '建设工期 25 个月', ...changes };
}

/** Every word of the sheet in order. */
function words(changes: Partial<PackageManifest> = {}, findings: readonly Finding[] = []): string {
  return JSON.stringify(handInSheet(call, application, facts(changes), report(findings)).sections);
}

describe('the hand-in sheet', () => {
  it('tells where to, by when, how many copies, and the address of the notice', () => {
    const text = words();
    for (const word of ['2020年2月10日', '一式 1 份', call.submission.address, call.submission.email])
      expect(text).toContain(word);
  });

  it('says that a final package may be stamped, and why a draft must not be handed in', () => {
    expect(words()).toContain('可以打印、盖章、装订');
    const draft = words({ final: false, reasons: ['有 2 项错误尚未改正'] });
    expect(draft).toContain('请勿报送');
    expect(draft).toContain('有 2 项错误尚未改正');
  });

  it('lists every seal with its page, and many copies of one kind as one line', () => {
    const copies = Array.from({ length: 120 }, (_, index) => ({
      seal: '公章',
      page: 21 + index,
      lastPage: 21 + index,
      where: `附件2　发票复印件：${index + 1}`,
      kind: 'copies',
    }));
    const text = words({
      seals: [{ seal: '区县经信部门章', page: null, lastPage: null, where: '封面', kind: null }, ...copies],
    });
    expect(text).toContain('区县经信部门章');
    expect(text).toContain('附件2　发票复印件：共 120 份，每份加盖');
    expect(text).toContain('第 21–140 页，每页');
    expect(text).not.toContain('发票复印件：60');
  });

  it('names every page that bears a seal where it is more than one', () => {
    const seal = { seal: '财务专用章', kind: null };
    const text = words({
      seals: [
        { ...seal, where: '明细表', page: 18, lastPage: 32 },
        { ...seal, where: '封面', page: 3, lastPage: 3 },
      ],
    });
    expect(text).toContain('第 18–32 页，每页');
    expect(text).toContain('第 3 页"');
  });

  it('tells what the proof saw, held or not', () => {
    expect(words()).toContain('√ 相符');
    expect(words({ proof: [{ what: '目录页码', ok: false, detail: '差一页' }] })).toContain('× 不符');
  });

  it('keeps what is still open apart from what was set aside with a reason', () => {
    const text = words({}, [
      finding({ key: 'B4', setAside: '设备到货推迟' }),
      finding({ key: 'E9', id: 'E9', outcome: 'unknown', message: '请填写量化指标' }),
    ]);
    expect(text).toContain('六、尚未处理的检查结果');
    expect(text).toContain('七、已说明理由的警告');
    expect(text).toContain('设备到货推迟');
    expect(words({}, [finding({ setAside: '设备到货推迟' })])).toContain('六、已说明理由的警告');
  });

  it('tells a rule that many rows break once, with the rows, and never the number of a rule', () => {
    if (base === undefined) throw new Error('the base application has invoices');
    const rows = Array.from({ length: 38 }, (_, n) => ({ ...base, id: `row-${n}` }));
    const findings = rows.map(({ id }, n) =>
      finding({
        key: `H6#${id}`,
        id: 'H6',
        title: '开票日期在项目工期内',
        at: `invoices[${id}].issuedOn`,
        message: `第 ${n + 1} 行发票的开票日期不在工期内。`,
      }),
    );
    const sheet = handInSheet(call, { ...application, invoices: rows }, facts(), report(findings));
    const text = JSON.stringify(sheet.sections);
    expect(text).toContain(
      '开票日期在项目工期内：38 张发票不符合（第 1、2、3、4、5、6、7、8、9、10、11、12 等 38 行）。例如：第 1 行发票的开票日期不在工期内。',
    );
    expect(text).not.toContain('第 2 行发票');
    expect(text).not.toContain('H6');
    const few = JSON.stringify(
      handInSheet(call, application, facts(), report(findings.slice(0, 3))).sections,
    );
    expect(few).toContain('第 2 行发票的开票日期不在工期内。');
  });

  it('tells errors before all that is only to be filled in', () => {
    const text = words({}, [
      finding({ key: 'E9', outcome: 'unknown', severity: 'error', message: '请填写量化指标' }),
      finding({ key: 'H8', severity: 'error', message: '同一张发票登记了两次' }),
    ]);
    expect(text.indexOf('同一张发票登记了两次')).toBeLessThan(text.indexOf('请填写量化指标'));
  });

  it('tells what keeps the volume from being final before all that does not', () => {
    const text = words({}, [
      finding({ key: 'A1', outcome: 'unknown', severity: 'warning', message: '未填的小事' }),
      finding({ key: 'A2', severity: 'hint', message: '一条提示' }),
      finding({ key: 'A3', severity: 'warning', message: '一条警告' }),
      finding({ key: 'A4', outcome: 'unknown', severity: 'error', message: '缺少统一社会信用代码' }),
      finding({ key: 'A5', severity: 'error', message: '同一张发票登记了两次' }),
    ]);
    const order = ['同一张发票登记了两次', '缺少统一社会信用代码', '一条警告', '一条提示', '未填的小事'];
    for (const message of order) expect(text).toContain(message);
    expect(order.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))).toEqual(order);
  });

  it('tells of one rule what keeps the volume from being final apart from the rest', () => {
    const unknown = (n: number, severity: Finding['severity']) =>
      finding({ key: `D1#${n}`, id: 'D1', outcome: 'unknown', severity, message: `第 ${n} 处 ${severity}` });
    const text = words({}, [
      ...[1, 2, 3, 4].map((n) => unknown(n, 'hint')),
      ...[5, 6, 7, 8].map((n) => unknown(n, 'error')),
    ]);
    expect(text.indexOf('第 5 处 error')).toBeGreaterThan(-1);
    expect(text.indexOf('第 5 处 error')).toBeLessThan(text.indexOf('第 1 处 hint'));
  });

  it('tells rows that were set aside with one reason together, and those with another apart', () => {
    const aside = (n: number, setAside: string) =>
      finding({ key: `H6#${n}`, title: '工期', at: `budget[${n}]`, message: `第 ${n} 行`, setAside });
    const text = words({}, [...[1, 2, 3, 4].map((n) => aside(n, '合同约定')), aside(5, '预付款')]);
    expect(text).toContain('工期：4 行预算不符合。例如：第 1 行');
    expect(text).toContain('预付款');
  });

  it('gives a spine text only where a spine can bear it', () => {
    expect(words()).toContain('自上而下印“示例”');
    expect(words({ print: { ...facts().print, spineMm: 2.1 } })).toContain('可不印书脊字');
  });
});

describe('paper', () => {
  it('an odd last page takes a sheet of its own', () => {
    expect([sheetsOf(101, true), sheetsOf(100, true), sheetsOf(101, false)]).toEqual([51, 50, 101]);
  });

  it('100 sheets of 80 g are 10.8 mm thick, and the glue', () => {
    expect(spineMm(100, 80)).toBeCloseTo(11.6, 5);
  });

  it('names the electronic originals that are not bound, and says where they are', () => {
    const original = (file: string) => ({ file, kind: 'copies', sha256: '0'.repeat(64) });
    const text = words({ originals: [original('发票1.xml'), original('辅助账.xlsx')] });
    expect(text).toContain('另有 2 份电子原件');
    expect(text).toContain('发票1.xml、辅助账.xlsx。');
    const many = words({ originals: Array.from({ length: 300 }, (_, n) => original(`${n}.xml`)) });
    expect(many).toContain('另有 300 份电子原件');
    expect(many).toContain('29.xml 等。');
    expect(many).not.toContain('30.xml');
    expect(words()).not.toContain('电子原件');
  });
});
