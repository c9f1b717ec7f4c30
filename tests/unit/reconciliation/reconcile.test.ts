import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../shared/calls/evaluate.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import { progressTable } from '../../../shared/documents/progressTable.ts';
import { type Application, Application as ApplicationShape } from '../../../shared/entities/application.ts';
import { formatMoney } from '../../../shared/entities/money.ts';
import { planAgainstProgress } from '../../../shared/reconciliation/planAgainstProgress.ts';
import { reconcile } from '../../../shared/reconciliation/reconcile.ts';
import { spendingByMonth } from '../../../shared/reconciliation/spendingByMonth.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';
import { emptyApplication, sampleApplication, secondCall } from '../../calls/sampleApplications.ts';

const call = firstCall();
const boardOf = (application: Application, of: Call = call) =>
  reconcile(of, application, evaluate(of, application));
const value = (application: Application, id: string) =>
  boardOf(application).figures.find((figure) => figure.id === id)?.value;
const pair = (application: Application, id: string) => {
  const found = boardOf(application).pairs.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no pair ${id}`);
  return found;
};
const workshop = sampleApplication('5g-workshop');
const wrong = sampleApplication('cluster-wrong');

describe('the figures of the board', () => {
  // Added up by hand from assets/samples/5g-workshop/answers.json, in 分.
  it('of the first sample are those added up by hand', () => {
    expect(value(workshop, 'total')).toBe(2_860_000_000);
    expect(value(workshop, 'invested')).toBe(1_912_360_000);
    expect(value(workshop, 'budget')).toBe(2_860_000_000);
    expect(value(workshop, 'invoices')).toBe(1_447_281_204);
    expect(value(workshop, 'ledger')).toBe(238_640_000 + 226_438_796);
  });

  it('are 待填 and not 0 before anything is entered', () => {
    for (const of of [call, secondCall()]) {
      const board = boardOf(emptyApplication(of), of);
      expect(board.figures.length).toBeGreaterThan(2);
      expect(board.figures.map((figure) => figure.value)).toEqual(board.figures.map(() => null));
      expect(new Set(board.pairs.map(({ state }) => state))).toEqual(new Set(['unknown']));
      expect(board.categories).toEqual([]);
    }
  });

  it('leave out what the call does not ask for', () => {
    const ids = boardOf(emptyApplication(secondCall()), secondCall()).figures.map(({ id }) => id);
    expect(ids).toEqual(['total', 'invested', 'budget', 'invoices']);
  });

  it('tell how many rows lack their amount', () => {
    const lines = workshop.budget.map((line, index) => (index < 2 ? { ...line, amountFen: null } : line));
    const budget = boardOf({ ...workshop, budget: lines }).figures.find(({ id }) => id === 'budget');
    expect(budget?.missing).toBe(2);
    expect(budget?.value).toBeLessThan(2_860_000_000);
  });
});

describe('the figures of the statements', () => {
  const typed = (statements: Application['statements']) => boardOf({ ...workshop, statements });
  const pairsOfStatements = (board: ReturnType<typeof boardOf>) =>
    board.pairs.filter(({ id }) => id.startsWith('statement.'));

  it('are no part of the board until one of them is typed; then each stands beside its figure of the form', () => {
    expect(pairsOfStatements(typed({}))).toEqual([]);
    expect(typed({}).others.map(({ at }) => at)).toContain('lastYear.revenueFen');
    const board = typed({ 'lastYear.revenueFen': 48_632_500_000, 'lastYear.profitFen': 3_215_800_001 });
    expect(pairsOfStatements(board).map(({ id, state, difference }) => [id, state, difference])).toEqual([
      ['statement.lastYear.revenueFen', 'met', 0],
      ['statement.lastYear.profitFen', 'met', -1],
      ['statement.lastYear.taxFen', 'unknown', null],
      ['statement.lastYear.exportUsdCents', 'unknown', null],
      ['statement.lastYear.rdFen', 'unknown', null],
    ]);
    expect(pairsOfStatements(board).at(2)?.finding?.message).toContain('还有数字没有录入');
    expect(board.others.map(({ at }) => at)).not.toContain('lastYear.revenueFen');
  });

  it('differ by more than rounding: then the pair has the finding and leads to the statement', () => {
    const [revenue] = pairsOfStatements(typed({ 'lastYear.revenueFen': 48_000_000_000 }));
    expect(revenue).toMatchObject({
      title: '主营业务收入与2019年度财务报表',
      state: 'unmet',
      difference: 632_500_000,
      finding: { severity: 'warning', at: 'lastYear.revenueFen' },
      left: { source: '申报单位', at: 'lastYear.revenueFen' },
      right: { source: '2019年度财务报表', at: 'attachments.statements', kind: 'money' },
    });
    const exported = pairsOfStatements(typed({ 'lastYear.exportUsdCents': 0 })).at(3);
    expect(exported).toMatchObject({ state: 'unmet', right: { kind: 'usd', value: 0 } });
  });
});

describe('a pair of figures', () => {
  it('agrees in the first sample', () => {
    expect(pair(workshop, 'total-budget')).toMatchObject({ difference: 0, state: 'met', suspects: [] });
    expect(pair(workshop, 'invested-evidence')).toMatchObject({ difference: 0, state: 'met' });
    expect(pair(workshop, 'invested-total')).toMatchObject({ difference: -947_640_000, state: 'met' });
  });

  it('shows its residual in the sample full of mistakes', () => {
    expect(pair(wrong, 'total-budget')).toMatchObject({
      difference: 650_000_000 - 680_000_000,
      state: 'unmet',
    });
    expect(pair(wrong, 'invested-evidence')).toMatchObject({
      difference: 366_000_000 - 346_010_127,
      state: 'unmet',
    });
    expect(pair(wrong, 'invested-evidence').rows).toHaveLength(12);
  });

  it('names the row that is exactly the residual', () => {
    const [first] = workshop.invoices;
    if (first === undefined) throw new Error('the sample has no invoice');
    const forgotten = pair({ ...workshop, budget: workshop.budget.slice(1) }, 'total-budget');
    expect(forgotten.suspects).toEqual([]);
    const twice = pair(
      { ...workshop, invoices: [...workshop.invoices, { ...first, id: 'again' }] },
      'invested-evidence',
    );
    expect(twice.suspects.map(({ at }) => at)).toEqual([
      `invoices[${first.id}].claimedFen`,
      'invoices[again].claimedFen',
    ]);
  });

  it.each([workshop, wrong, sampleApplication('industrial-platform'), emptyApplication(call)])(
    'says by its figures what the finding says by its rule (%#)',
    (application) => {
      for (const { finding, state, difference, relation, left, right } of boardOf(application).pairs) {
        expect(finding?.outcome).toBe(state);
        const known = difference !== null && left.missing + right.missing === 0;
        expect(known).toBe(state !== 'unknown');
        if (known && relation !== 'near')
          expect(relation === 'equal' ? difference === 0 : difference <= 0).toBe(state === 'met');
      }
    },
  );

  it('counts nothing registered against nothing invested as agreeing', () => {
    const invested = String(call.roles.investedToDate);
    const none = { ...emptyApplication(call), answers: { [invested]: 0 } };
    expect(pair(none, 'invested-evidence')).toMatchObject({ state: 'met', difference: 0 });
    const some = { ...emptyApplication(call), answers: { [invested]: 100 } };
    expect(pair(some, 'invested-evidence')).toMatchObject({ state: 'unknown', difference: null });
  });
});

describe('investment by category', () => {
  it.each([workshop, wrong])('has the figures of the printed 投资完成情况表 (%#)', (application) => {
    const table = progressTable(call, application).find((block) => block.type === 'table');
    const printed = JSON.stringify(table);
    const { categories } = boardOf(application);
    // The samples' invoices end in 分, so that the page tells them in 元.
    const unit = 'yuan';
    for (const { label, budget, spent } of categories) {
      expect(printed).toContain(label);
      if (budget.fen !== null) expect(printed).toContain(formatMoney(budget.fen, unit));
      if (spent.fen !== null) expect(printed).toContain(formatMoney(spent.fen, unit));
    }
  });

  it('keeps rows of no category apart', () => {
    const [first, ...rest] = workshop.invoices;
    if (first === undefined) throw new Error('the sample has no invoice');
    const { categories } = boardOf({ ...workshop, invoices: [{ ...first, category: '' }, ...rest] });
    const none = categories.find(({ id }) => id === null);
    expect(none?.rows.map(({ at }) => at)).toEqual([`invoices[${first.id}].claimedFen`]);
  });
});

describe('spending by month', () => {
  it('adds up to the spending of the board', () => {
    const { months, undatedFen, undatedRows, withoutAmount } = spendingByMonth(workshop);
    expect([undatedFen, undatedRows, withoutAmount]).toEqual([0, 0, 0]);
    expect(months.at(-1)?.cumulativeFen).toBe(1_912_360_000);
    expect(months.reduce((sum, { invoicesFen }) => sum + invoicesFen, 0)).toBe(1_447_281_204);
  });

  it('shows months without spending between the first and the last', () => {
    const invoices = ApplicationShape.shape.invoices.parse([
      { id: 'a', issuedOn: '2018-11-03', totalFen: 100 },
      { id: 'b', issuedOn: '2019-02-28', totalFen: 50 },
      { id: 'c', issuedOn: null, totalFen: 7 },
      { id: 'd', issuedOn: '2019-01-01' },
    ]);
    expect(spendingByMonth({ ...emptyApplication(call), invoices })).toEqual({
      months: [
        { month: '2018-11', invoicesFen: 100, ledgerFen: 0, cumulativeFen: 100 },
        { month: '2018-12', invoicesFen: 0, ledgerFen: 0, cumulativeFen: 100 },
        { month: '2019-01', invoicesFen: 0, ledgerFen: 0, cumulativeFen: 100 },
        { month: '2019-02', invoicesFen: 50, ledgerFen: 0, cumulativeFen: 150 },
      ],
      undatedFen: 7,
      undatedRows: 1,
      withoutAmount: 1,
    });
  });
});

describe('plan against progress', () => {
  it('puts time, money, proof and the declared progress side by side', () => {
    const bars = planAgainstProgress(call, workshop, boardOf(workshop).categories);
    const percent = (id: string) => bars.find((bar) => bar.id === id)?.percent;
    expect(percent('invested')).toBe(66.9);
    expect(percent('proved')).toBe(66.9);
    expect(percent('declared')).toBe(68);
    expect(bars.filter(({ id }) => id.startsWith('category'))).toHaveLength(7);
  });

  it('says what lacks instead of 0', () => {
    for (const { percent, detail } of planAgainstProgress(call, emptyApplication(call), [])) {
      expect(percent).toBeNull();
      expect(detail).toContain('待填');
    }
  });
});

describe('ten thousand invoices', () => {
  it('are added up in a time that grows with their number, not its square', () => {
    const many = (count: number) => ({
      ...workshop,
      invoices: Array.from({ length: count }, (_, index) => ({
        ...(workshop.invoices[index % 120] ?? raise()),
        id: `invoice-${index}`,
      })),
    });
    const report = evaluate(call, workshop);
    const time = (application: Application) => {
      const runs = [1, 2, 3].map(() => {
        const start = performance.now();
        reconcile(call, application, report);
        spendingByMonth(application);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    time(many(2_000));
    expect(time(many(20_000))).toBeLessThan(Math.max(60, time(many(2_000)) * 40));
  });
});

function raise(): never {
  throw new Error('the sample has fewer invoices than it should');
}
