import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCall } from '../../main/calls/loadCalls.ts';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { CheckReport, type Finding } from '../../shared/calls/finding.ts';
import { rulesOf } from '../../shared/calls/rulesOf.ts';
import { sectionOf } from '../../shared/calls/sectionOf.ts';
import { Application } from '../../shared/entities/application.ts';
import { applyChange } from './golden/applyChange.ts';
import { baseApplication, madeUpCode } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';

const call = firstCall();
const FIVE_G = '5G+工业互联网应用';
const base = baseApplication(call, FIVE_G);
const changed = (words: string) => applyChange(call, base, words);
const find = (application: Application, key: string): Finding => {
  const found = evaluate(call, application).findings.find((finding) => finding.key === key);
  if (found === undefined) throw new Error(`no finding ${key}`);
  return found;
};

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

describe('the report', () => {
  test('has the shape of the contract, and a finding for every key once', () => {
    const report = evaluate(call, changed('增加发票：同发票1；方案“项目当前进展” = 空'));
    expect(CheckReport.parse(report)).toEqual(report);
    const keys = report.findings.map((finding) => finding.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('calls a finding of a red-letter invoice after what it says, not after the rule of the blue ones', () => {
    const lost = changed('发票2的价税合计 = -1 元；发票2的不含税金额 = -1 元；发票2的冲红号码 = 99999999');
    const { title, message } = find(lost, 'H9#invoice-2');
    expect(message).toContain('它冲红的发票 99999999 不在明细表中');
    expect(title).toBe('红字发票与蓝字发票对应');
    expect(find(changed('发票2的计入金额 = 900 万元'), 'H9#invoice-2').title).toBe('计入金额不超过票面');
  });

  test('goes by the sections of the call, and inside them by its rules', () => {
    const order = rulesOf(call).map((rule) => rule.key);
    const places = evaluate(call, base).findings.map(({ key, at }) => {
      const section = sectionOf(call, at);
      return [call.sections.findIndex((entry) => entry.id === section), order.indexOf(key)] as const;
    });
    expect(places.some(([section]) => section < 0)).toBe(false);
    const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    expect(places).toEqual(sorted);
  });

  test('is the same twice, and nothing was written', () => {
    const application = deepFreeze(changed('增加发票：同发票1'));
    deepFreeze(call);
    expect(evaluate(call, application)).toEqual(evaluate(call, application));
  });

  test('quotes the clause of the notice with every finding', () => {
    for (const finding of evaluate(call, base).findings) {
      expect([finding.key, finding.clause.text.length > 0, finding.clause.ref.length > 0]).toEqual([
        finding.key,
        true,
        true,
      ]);
    }
  });

  test('leaves no placeholder unfilled and never says undefined, null or NaN', () => {
    for (const words of [
      '无',
      '方向 = 空',
      '删除全部发票',
      '删除全部成员',
      '项目总投资金额 = 空',
      '发票1的开票日期 = 空',
    ]) {
      for (const { key, message } of evaluate(call, changed(words)).findings) {
        expect([key, /[{}]|undefined|null|NaN|\[object/.test(message), message]).toEqual([
          key,
          false,
          message,
        ]);
      }
    }
  });
});

describe('figures', () => {
  test('below the threshold: both figures and what is lacking', () => {
    const finding = find(changed('项目总投资金额 = 287.6 万元'), 'C2/5g.total');
    expect(finding.compared).toEqual({ left: '287.60 万元', right: '300.00 万元', difference: '12.40 万元' });
    expect(finding.message).toContain('项目总投资 287.60 万元，低于门槛 300.00 万元，还差 12.40 万元');
    expect(finding.at).toBe('project.totalFen');
  });

  test('above the threshold: the margin', () => {
    const finding = find(changed('项目总投资金额 = 312.4 万元'), 'C2/5g.total');
    expect(finding.outcome).toBe('met');
    expect(finding.message).toContain('项目总投资 312.40 万元，高于 300.00 万元门槛 12.40 万元');
  });

  test('shares that round to the same figure are told apart', () => {
    const words = '项目总投资金额 = 1000 万元；项目已投资金额 = 650.0001 万元；项目已完成进度 = 45%';
    const finding = find(changed(words), 'H4');
    expect(finding.outcome).toBe('unmet');
    expect(finding.compared?.left).not.toBe(finding.compared?.right);
  });

  test('sums of many amounts are exact to the 分', () => {
    const invoices = Array.from({ length: 3_000 }, (_, n) => ({
      ...base.invoices[0],
      id: `invoice-${n + 1}`,
      number: String(30_000_000 + n),
      totalFen: 333_333_333 + n,
    }));
    const sum = invoices.reduce((total, invoice) => total + BigInt(invoice.totalFen), 0n) + 53_220_000n;
    const application = Application.parse({
      ...base,
      invoices,
      answers: { ...base.answers, 'project.investedFen': Number(sum) },
    });
    expect(find(application, 'H1').outcome).toBe('met');
    const off = Application.parse({
      ...application,
      answers: { ...application.answers, 'project.investedFen': Number(sum) + 1 },
    });
    expect(find(off, 'H1').compared?.difference).toBe('0.000001 万元');
  });
});

describe('rows', () => {
  test('one finding a row that is not met, at its very cell', () => {
    const report = evaluate(call, changed('发票1的开票日期 = 2017-05-01；发票3的开票日期 = 2017-06-01'));
    const found = report.findings.filter((finding) => finding.id === 'H6' && finding.key.startsWith('H6#'));
    expect(found.map(({ key, at }) => [key, at])).toEqual([
      ['H6#invoice-1', 'invoices[invoice-1].issuedOn'],
      ['H6#invoice-3', 'invoices[invoice-3].issuedOn'],
    ]);
  });

  test('a single one when all are met, with their number', () => {
    const found = evaluate(call, base).findings.filter((finding) => finding.id === 'H8');
    expect(found.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['H8', 'met'],
      ['H8/ledger', 'met'],
    ]);
    expect(found[0]?.message).toContain('共 3 项，全部符合');
  });

  test('buyer, copy, member and ledger row are pointed at in their own tables', () => {
    const at = (words: string, key: string) => find(changed(words), key).at;
    expect(at('发票2的购买方名称 = “重庆甲公司”；发票2的购买方税号 = 空', 'H7#invoice-2')).toBe(
      'invoices[invoice-2].buyer.name',
    );
    expect(at('成员2的电话 = 12345', 'H12/member#unit-2')).toBe('consortium[unit-2].phone');
    expect(at('辅助账1第2行的日期 = 2017-01-01', 'F5.3/period#ledger-1/row-2')).toBe(
      'ledger[ledger-1].rows[row-2].date',
    );
    expect(at('附件“营业执照”的页数 = 空', 'H11#license-1')).toBe('attachments[license-1]');
    expect(at('方案“项目当前进展” = “总投资1300万元”', 'H5#plan.2.6')).toBe('plan.2.6');
  });

  test('of three copies of an invoice the first stands and the others name it', () => {
    const report = evaluate(call, changed('增加发票：同发票2；增加发票：同发票2'));
    const found = report.findings.filter((finding) => finding.id === 'H8' && finding.outcome === 'unmet');
    expect(found.map((finding) => finding.key)).toEqual(['H8#invoice-4', 'H8#invoice-5']);
    for (const finding of found) expect(finding.message).toContain('第 2 行发票（10000002）');
  });
});

describe('what is not told yet', () => {
  const empty = Application.parse({ call: base.call });

  test('an empty application has nothing unmet: files that lack are not there yet', () => {
    const { findings } = evaluate(call, empty);
    expect(findings.filter((finding) => finding.outcome === 'unmet')).toEqual([]);
    const open = findings.filter((finding) => finding.outcome === 'unknown').map((finding) => finding.key);
    expect(open).toEqual(expect.arrayContaining(['G2/license', 'G3/statements', 'H11/present']));
  });

  test('without a direction only the direction is asked for', () => {
    const findings = evaluate(call, empty).findings.filter(({ id }) => /^(C|D)\d/.test(id) || id === 'E5');
    expect(findings.filter(({ id }) => id !== 'E5')).toEqual([]);
    expect(findings.map((finding) => finding.key)).toContain('E5/direction');
  });

  test('without a sub-kind only the sub-kind is asked for', () => {
    const platform = applyChange(call, baseApplication(call, '工业互联网平台'), '类别 = 空');
    const open = evaluate(call, platform).findings.filter((finding) => finding.outcome !== 'met');
    expect(open.map((finding) => finding.key)).toEqual(['C3/platform.kind']);
  });

  test('a direction the call does not have is asked for again', () => {
    const report = evaluate(call, Application.parse({ call: base.call, direction: { id: 'gone' } }));
    expect(report.findings.find((finding) => finding.key === 'E5/direction')?.outcome).toBe('unknown');
  });

  test('an answer of the wrong kind is never compared, and is said to be wrong', () => {
    const answers = {
      ...base.answers,
      'project.totalFen': '很多',
      'project.startMonth': 2018,
      'applicant.legalPerson': '是',
    };
    const report = evaluate(call, Application.parse({ ...base, answers }));
    const of = (key: string) => report.findings.find((finding) => finding.key === key);
    expect(of('E6/project.totalFen')).toMatchObject({
      outcome: 'unmet',
      message: '“项目总投资金额”：应是精确到分的金额。',
    });
    expect(of('C2/5g.total')?.outcome).toBe('unknown');
    expect(of('B3')?.outcome).toBe('unknown');
    expect(of('B2/applicant.legalPerson')).toMatchObject({
      outcome: 'unmet',
      message: '“具有独立法人资格”：应回答是或否。',
    });
  });
});

describe('setting aside', () => {
  const late = changed('填表时间 = 2020-02-11');
  const aside = (findingKey: string, reason: string) =>
    Application.parse({ ...late, setAside: [{ findingKey, reason }] });

  test('a warning with a reason no longer counts and keeps the reason', () => {
    expect(evaluate(call, late).counts.warning).toBe(1);
    const report = evaluate(call, aside('H10', '已经区县同意顺延一天'));
    expect(report.counts.warning).toBe(0);
    const finding = report.findings.find((entry) => entry.key === 'H10');
    expect(finding).toMatchObject({ outcome: 'unmet', setAside: '已经区县同意顺延一天' });
  });

  test('a blank reason is none', () => {
    expect(evaluate(call, aside('H10', '  ')).counts.warning).toBe(1);
  });

  test('an error cannot be set aside', () => {
    const application = Application.parse({
      ...changed('项目总投资金额 = 100 万元'),
      setAside: [{ findingKey: 'C2/5g.total', reason: '算了' }],
    });
    expect(find(application, 'C2/5g.total').setAside).toBeNull();
  });

  test('it holds for one row, not for its neighbours', () => {
    const application = Application.parse({
      ...changed('发票1的号码 = 1；发票2的号码 = 2'),
      setAside: [{ findingKey: 'F5.2/number#invoice-1', reason: '国外发票' }],
    });
    expect(find(application, 'F5.2/number#invoice-1').setAside).toBe('国外发票');
    expect(find(application, 'F5.2/number#invoice-2').setAside).toBeNull();
  });

  test('what is met again is not marked', () => {
    expect(
      find(Application.parse({ ...base, setAside: [{ findingKey: 'H10', reason: '旧理由' }] }), 'H10')
        .setAside,
    ).toBeNull();
  });
});

test("a user's own braces and dollar signs stay what they are", () => {
  const name = '{left}$&{field:project.name}$1';
  const application = Application.parse({
    ...base,
    invoices: [{ ...base.invoices[0], buyer: { name, taxId: madeUpCode(77) } }],
  });
  expect(find(application, 'H7#invoice-1').message).toContain(`购买方是“${name}”`);
});

test('line tax that is off by its rate is a warning, even where a call makes the rule an error', () => {
  const strict = {
    ...call,
    rules: call.rules.map((rule) =>
      rule.key === 'H9/arithmetic' ? { ...rule, severity: 'error' as const } : rule,
    ),
  };
  const invoice = {
    ...base.invoices[0],
    netFen: 10_000,
    taxFen: 1_310,
    totalFen: 11_310,
    lines: [{ item: '设备', netFen: 10_000, taxRate: '13%', taxFen: 1_310 }],
  };
  const soft = evaluate(strict, Application.parse({ ...base, invoices: [invoice] }));
  expect(soft.findings.find((finding) => finding.key === 'H9/arithmetic#invoice-1')?.severity).toBe(
    'warning',
  );
  const hard = evaluate(strict, Application.parse({ ...base, invoices: [{ ...invoice, totalFen: 99_999 }] }));
  expect(hard.findings.find((finding) => finding.key === 'H9/arithmetic#invoice-1')?.severity).toBe('error');
});

describe('another call, made of other words', () => {
  const loaded = loadCall(path.join(import.meta.dirname, '..', 'fixtures', 'calls', 'zj-agri-2031.json'));
  if (!loaded.ok) throw new Error('the second call does not load');
  const second = loaded.call;

  test('asks for its own direction and fields, with unique keys', () => {
    const keys = rulesOf(second).map((rule) => rule.key);
    expect(new Set(keys).size).toBe(keys.length);
    const report = evaluate(
      second,
      Application.parse({ call: { id: second.id, revision: second.revision } }),
    );
    const asked = report.findings
      .filter((finding) => finding.outcome === 'unknown')
      .map((finding) => finding.at);
    expect(asked).toContain('direction');
    for (const field of second.fields) if (field.required) expect(asked).toContain(field.id);
  });

  test('prints its money in 元 when its fields are in 元', () => {
    const direction = second.directions.find(
      (entry) => entry.minimumTotalFen !== null && entry.kinds.length === 0,
    );
    const field = second.fields.find((entry) => entry.id === second.roles.totalInvestment);
    if (direction === undefined || field?.type !== 'money')
      throw new Error('the second call has no threshold');
    const minimum = direction.minimumTotalFen ?? 0;
    const report = evaluate(
      second,
      Application.parse({
        call: { id: second.id, revision: second.revision },
        answers: { [field.id]: minimum - 1 },
        direction: { id: direction.id },
      }),
    );
    const finding = report.findings.find(
      (entry) => entry.id === direction.requirement && entry.at === field.id,
    );
    expect(finding).toMatchObject({ outcome: 'unmet', severity: direction.minimumSeverity });
    expect(finding?.compared?.difference).toBe(field.unit === 'yuan' ? '0.01 元' : '0.000001 万元');
  });
});
