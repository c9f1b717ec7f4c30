import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import { Edit } from '../../../shared/edits/edit.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { LedgerProject, type LedgerRow } from '../../../shared/entities/ledger.ts';
import { LedgerSummaryRow } from '../../../shared/entities/tableReading.ts';
import { takeInLedger } from '../../../shared/evidence/takeInLedger.ts';
import { emptyApplication } from '../../calls/sampleApplications.ts';
import { call } from './draftOf.ts';

const row = (summary: string, fen: number, facts: Partial<LedgerRow> = {}) => ({
  id: `read-${summary}`,
  date: '2019-03-05',
  summary,
  voucherFen: fen,
  details: { personnel: fen },
  ...facts,
});
const project = (facts: Omit<Partial<LedgerProject>, 'rows'> & { readonly rows: readonly unknown[] }) =>
  LedgerProject.parse({ id: 'read', style: '2015', code: 'RD01', name: '甲项目', year: 2019, ...facts });
const sum = (code: string, name: string, totalFen: number) =>
  LedgerSummaryRow.parse({ code, name, totalFen });

let ids = 0;
function take(
  application: Application,
  ledger: readonly LedgerProject[],
  summary: readonly LedgerSummaryRow[] = [],
) {
  const taken = takeInLedger(
    application,
    { ledger: [...ledger], summary: [...summary] },
    () => `new-${++ids}`,
  );
  for (const edit of taken.edits) Edit.parse(edit);
  const after = taken.edits.reduce((before, edit) => applyEdit(before, edit).application, application);
  return { ...taken, after };
}
const empty = emptyApplication(call);

describe('a project the draft does not have', () => {
  test('is added with ids of its own', () => {
    const { after, added, replaced } = take(empty, [project({ rows: [row('工资', 100), row('社保', 20)] })]);
    expect([added, replaced]).toEqual([1, 0]);
    expect(after.ledger).toMatchObject([{ code: 'RD01', rows: [{ summary: '工资' }, { summary: '社保' }] }]);
    const made = [after.ledger[0]?.id, ...(after.ledger[0]?.rows.map(({ id }) => id) ?? [])];
    expect(new Set(made).size).toBe(3);
    expect(made.join()).not.toContain('read');
  });

  test('of another code, style or year is another one', () => {
    const { after } = take(empty, [project({ rows: [row('工资', 100)] })]);
    for (const other of [{ code: 'RD02' }, { style: '2021' as const }, { year: 2018 }])
      expect(take(after, [project({ ...other, rows: [row('工资', 100)] })])).toMatchObject({
        added: 1,
        replaced: 0,
      });
  });

  test('of another name is another one, though every company has an RD01', () => {
    const { after } = take(empty, [project({ name: '网关研发（一期）', rows: [row('工资', 100)] })]);
    const other = project({ name: '网关研发（三期）', rows: [row('材料', 30)] });
    expect(take(after, [other])).toMatchObject({ added: 1, replaced: 0 });
  });

  test('is the same where somebody wrote its name out, or renamed it beside the vouchers it has', () => {
    const { after } = take(empty, [project({ name: '网关研发', rows: [row('工资', 100)] })]);
    const longer = project({ name: '智能网关研发项目', rows: [row('材料', 30)] });
    expect(take(after, [longer])).toMatchObject({ added: 0, replaced: 1 });
    const renamed = project({ name: '边缘计算', rows: [row('工资', 100), row('材料', 30)] });
    expect(take(after, [renamed])).toMatchObject({ added: 0, replaced: 1 });
  });
});

describe('a project the draft has', () => {
  const before = take(empty, [project({ rows: [row('工资', 100), row('社保', 20)] })]).after;
  const claimed: Application = {
    ...before,
    ledger: before.ledger.map((one) => ({ ...one, claimedFen: 60 })),
  };
  const idsOf = ({ ledger }: Application) => ledger.flatMap(({ rows }) => rows.map(({ id }) => id));

  test('is brought up to date, keeps what is claimed of it and the ids of its rows', () => {
    const { after, added, replaced } = take(claimed, [
      project({ rows: [row('奖金', 7), row('工资', 100), row('社保', 21)] }),
    ]);
    expect([added, replaced]).toEqual([0, 1]);
    expect(after.ledger).toMatchObject([{ id: claimed.ledger[0]?.id, claimedFen: 60 }]);
    const [bonus, wages, insurance] = idsOf(after);
    expect(wages).toBe(idsOf(claimed)[0]);
    expect(idsOf(claimed)).not.toContain(bonus);
    expect(insurance).toBe(idsOf(claimed)[1]);
    expect(after.ledger[0]?.rows[2]).toMatchObject({ summary: '社保', voucherFen: 21 });
  });

  test('is found by its name where one of the two tells no code, and by its code where one has no name, however spelled', () => {
    expect(take(claimed, [project({ code: '', name: ' 甲项目', rows: [row('工资', 1)] })])).toMatchObject({
      replaced: 1,
    });
    expect(take(claimed, [project({ code: 'ＲＤ０１', name: '', rows: [row('工资', 1)] })])).toMatchObject({
      replaced: 1,
    });
  });

  test('read once more from the same file changes nothing', () => {
    const same = [project({ rows: [row('工资', 100), row('社保', 20)] })];
    expect(take(claimed, same)).toMatchObject({ edits: [], added: 0, replaced: 1 });
  });

  test('gives back what it was when the edit is taken back', () => {
    const { edits } = takeInLedger(
      claimed,
      { ledger: [project({ rows: [row('奖金', 7)] })], summary: [] },
      () => `new-${++ids}`,
    );
    const [edit] = edits;
    if (edit === undefined) throw new Error('there is an edit');
    const { application, inverse } = applyEdit(claimed, edit);
    expect(applyEdit(application, inverse).application.ledger).toEqual(claimed.ledger);
  });

  test('on two sheets is two ledgers, each of which finds its own again', () => {
    const own = project({ rows: [row('工资', 100)] });
    const commissioned = project({ rows: [row('检测', 50, { details: { 'commissioned-domestic': 50 } })] });
    const first = take(empty, [own, commissioned]);
    expect(first).toMatchObject({ added: 2, replaced: 0 });
    const again = take(first.after, [commissioned, own]);
    expect(again).toMatchObject({ edits: [], added: 0, replaced: 2 });
  });

  test('without a name is found again only by its rows', () => {
    const nameless = (fen: number) => project({ code: '', name: '', rows: [row('工资', fen)] });
    const one = take(empty, [nameless(1)]).after;
    expect(take(one, [nameless(1)])).toMatchObject({ edits: [], replaced: 1 });
    expect(take(one, [nameless(2)])).toMatchObject({ added: 1, replaced: 0 });
  });
});

describe('the 汇总表', () => {
  const summaries = ({ ledger }: Application) => ledger.map(({ summaryFen }) => summaryFen);

  test('goes to its project by code or name, in the same file or in a later one', () => {
    const two = [
      project({ rows: [row('工资', 100)] }),
      project({ code: '', name: '乙项目', rows: [row('工资', 7)] }),
    ];
    expect(summaries(take(empty, two, [sum('RD02', '乙项目', 8), sum('RD01', '', 100)]).after)).toEqual([
      100, 8,
    ]);
    const before = take(empty, two).after;
    const later = take(before, [], [sum('RD01', '甲项目', 99)]);
    expect(later).toMatchObject({ added: 0, replaced: 0 });
    expect(summaries(later.after)).toEqual([99, null]);
  });

  test('of a project that is not there is left alone', () => {
    expect(take(empty, [], [sum('RD09', '别的项目', 1)]).edits).toEqual([]);
  });

  test('that tells one sum for two ledgers of a project leaves what is off with the first', () => {
    const two = [
      project({ rows: [row('工资', 100)] }),
      project({ expenseType: '资本化', rows: [row('材料', 50)] }),
    ];
    expect(summaries(take(empty, two, [sum('RD01', '', 150)]).after)).toEqual([100, 50]);
    expect(summaries(take(empty, two, [sum('RD01', '', 149)]).after)).toEqual([99, 50]);
  });

  test('that tells each of them is laid to the one of its sum', () => {
    const two = [
      project({ rows: [row('工资', 100)] }),
      project({ expenseType: '资本化', rows: [row('材料', 50)] }),
    ];
    expect(summaries(take(empty, two, [sum('RD01', '', 50), sum('RD01', '', 101)]).after)).toEqual([101, 50]);
  });

  test('that names no year means the year whose sum is nearest', () => {
    const two = [project({ year: 2018, rows: [row('工资', 100)] }), project({ rows: [row('材料', 50)] })];
    const before = take(empty, two).after;
    expect(summaries(take(before, [], [sum('RD01', '', 51)]).after)).toEqual([null, 51]);
  });

  test('stays when its ledger is read once more without it', () => {
    const one = [project({ rows: [row('工资', 100)] })];
    const before = take(empty, one, [sum('RD01', '', 100)]).after;
    expect(summaries(take(before, [project({ rows: [row('工资', 101)] })]).after)).toEqual([100]);
  });
});
