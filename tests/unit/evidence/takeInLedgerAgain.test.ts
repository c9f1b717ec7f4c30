import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import { Edit } from '../../../shared/edits/edit.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { FileReading } from '../../../shared/entities/fileReading.ts';
import { LedgerProject, type LedgerRow, ledgerTotalFen } from '../../../shared/entities/ledger.ts';
import { takeInEvidence } from '../../../shared/evidence/takeInEvidence.ts';
import { emptyApplication } from '../../calls/sampleApplications.ts';
import { call } from './draftOf.ts';

type Raw = Omit<Partial<LedgerProject>, 'rows'>;

const voucher = (month: number, fen: number, facts: Partial<LedgerRow> = {}) => ({
  id: `read-${month}`,
  date: `2019-0${month}-05`,
  voucherKind: '记',
  voucherNumber: '12',
  summary: `${month}月领料`,
  voucherFen: fen,
  details: { materials: fen },
  ...facts,
});
const sheet = (rows: readonly unknown[], facts: Raw = {}) =>
  LedgerProject.parse({
    id: 'read',
    style: '2021',
    code: 'RD01',
    name: '甲项目',
    year: 2019,
    ...facts,
    rows,
  });
const totals = (fen: number) => ({ voucherFen: fen, collectedFen: null, details: { materials: fen } });

const understood = {
  sheet: '辅助账',
  mapping: { signature: '', kind: 'ledger', headRow: 0, columns: [] },
  heads: [],
  preview: [],
  rows: 0,
  sure: true,
};

let ids = 0;
/** Takes in one drop of files, each of which told these sub-ledgers. */
function take(
  application: Application,
  files: readonly (readonly LedgerProject[])[],
  instead?: readonly LedgerProject[],
) {
  const readings = files.map((ledger, at) => ({
    attachment: `file-${at}`,
    reading: FileReading.parse({ ledger, tables: [understood] }),
  }));
  const taken = takeInEvidence(
    call,
    application,
    readings,
    () => `new-${++ids}`,
    instead && new Map([['file-0', instead]]),
  );
  for (const edit of taken.edits) Edit.parse(edit);
  return {
    ...taken,
    after: taken.edits.reduce((before, edit) => applyEdit(before, edit).application, application),
  };
}
const empty = emptyApplication(call);
const summaries = ({ ledger }: Application) => ledger.map(({ rows }) => rows.map((row) => row.summary));
const sums = ({ ledger }: Application) => ledger.map(ledgerTotalFen);

/** The draft after somebody changed its only sub-ledger. */
function changed(application: Application, change: (project: LedgerProject) => LedgerProject): Application {
  return { ...application, ledger: application.ledger.map(change) };
}

const early = sheet([voucher(1, 100), voucher(2, 200), voucher(3, 300)], { printedTotals: totals(600) });
const late = sheet([voucher(4, 400), voucher(5, 500)], { printedTotals: totals(900) });

describe('two files of one project and year', () => {
  test('in one drop are one sub-ledger with the vouchers of both, by date, whichever comes first', () => {
    for (const files of [
      [[early], [late]],
      [[late], [early]],
    ]) {
      const { after, ledgersAdded, ledgersReplaced, vouchers } = take(empty, files);
      expect(summaries(after)).toEqual([['1月领料', '2月领料', '3月领料', '4月领料', '5月领料']]);
      expect(after.ledger[0]?.printedTotals).toEqual(totals(1500));
      expect([ledgersAdded, ledgersReplaced]).toEqual([1, 0]);
      expect(vouchers).toEqual({ added: 0, changed: 0, removed: 0, kept: 0 });
    }
  });

  test('one after the other too, and either of them once more changes nothing', () => {
    const { after, vouchers } = take(take(empty, [[early]]).after, [[late]]);
    expect(sums(after)).toEqual([1500]);
    expect(vouchers).toEqual({ added: 2, changed: 0, removed: 0, kept: 3 });
    for (const again of [[[early]], [[late]], [[early], [late]]])
      expect(take(after, again)).toMatchObject({ edits: [], vouchers: { added: 0, changed: 0 } });
  });

  test('that have a voucher in common have it once', () => {
    const { after } = take(empty, [[early], [sheet([voucher(3, 300), voucher(4, 400)])]]);
    expect(sums(after)).toEqual([1000]);
  });

  test('with lines of one voucher, or of one day without one, keep the lines of both', () => {
    const wages = (fen: number) => voucher(1, fen, { voucherKind: '', voucherNumber: '', summary: '工资' });
    expect(sums(take(empty, [[sheet([wages(100)])], [sheet([wages(50)])]]).after)).toEqual([150]);
    const before = take(empty, [[sheet([voucher(1, 100)])]]).after;
    expect(sums(take(before, [[sheet([voucher(1, 50, { summary: '检测费' })])]]).after)).toEqual([150]);
  });

  test('one capitalised and one expensed, or one commissioned, stay apart', () => {
    const commissioned = voucher(5, 7, { details: { 'commissioned-domestic': 7 } });
    for (const other of [sheet([voucher(4, 7)], { expenseType: '资本化' }), sheet([commissioned])])
      expect(sums(take(empty, [[{ ...early, expenseType: '费用化' }], [other]]).after)).toEqual([600, 7]);
  });
});

describe('a file read once more', () => {
  const before = take(empty, [[early]]).after;

  test('leaves what a person typed: words of the head and of vouchers, and vouchers of their own', () => {
    const typed = changed(before, (project) => ({
      ...project,
      status: '已完成',
      rows: [
        ...project.rows.map((row, at) => (at === 0 ? { ...row, summary: '试制领料' } : row)),
        { ...project.rows[0], ...voucher(2, 9, { id: 'mine', voucherNumber: '99', summary: '补录' }) },
      ] as LedgerRow[],
    }));
    const { edits, after, vouchers } = take(typed, [[{ ...early, status: '未完成' }]]);
    expect(edits).toEqual([]);
    expect(summaries(after)).toEqual([['试制领料', '2月领料', '3月领料', '补录']]);
    expect(vouchers).toEqual({ added: 0, changed: 0, removed: 0, kept: 1 });
  });

  test('corrects the figures of a voucher, adds the new ones in their place, and says how many', () => {
    const { after, vouchers } = take(before, [
      [sheet([voucher(1, 101), voucher(2, 20, { voucherNumber: '1' }), voucher(2, 200), voucher(3, 300)])],
    ]);
    expect(after.ledger[0]?.rows.map(({ voucherFen }) => voucherFen)).toEqual([101, 20, 200, 300]);
    expect(vouchers).toEqual({ added: 1, changed: 1, removed: 0, kept: 0 });
    expect(after.ledger[0]?.rows[0]?.id).toBe(before.ledger[0]?.rows[0]?.id);
  });

  test('keeps a voucher that it tells no more; then its own 合计 does not agree, which the checks tell', () => {
    const { after, vouchers } = take(before, [
      [sheet([voucher(1, 100), voucher(3, 300, { voucherNumber: '13' })], { printedTotals: totals(400) })],
    ]);
    expect(sums(after)).toEqual([900]);
    expect(vouchers).toEqual({ added: 1, changed: 0, removed: 0, kept: 2 });
    expect(after.ledger[0]?.printedTotals).toEqual(totals(400));
  });

  test('with a year, or of a known layout, is the ledger that had none', () => {
    const vague = take(empty, [[{ ...early, year: null, style: 'other' as const }]]).after;
    const { after } = take(vague, [[early]]);
    expect(after.ledger).toMatchObject([{ year: 2019, style: '2021' }]);
    expect(sums(after)).toEqual([600]);
  });
});

describe('columns that were corrected', () => {
  /** As it reads while the date and the column of the amount are not known. */
  const wrong = {
    ...early,
    year: null,
    rows: early.rows.map((row) => ({ ...row, date: null, details: { other: 9 } })),
  };
  const before = changed(take(empty, [[wrong]]).after, (project) => ({ ...project, claimedFen: 50 }));

  test('put the new reading in the place of the wrong one, whatever year and layout it has now', () => {
    for (const right of [early, { ...early, style: '2015' as const }]) {
      const { after, vouchers } = take(before, [[right]], [wrong]);
      expect(after.ledger).toMatchObject([
        { id: before.ledger[0]?.id, year: 2019, style: right.style, claimedFen: 50 },
      ]);
      expect(sums(after)).toEqual([600]);
      expect(vouchers).toEqual({ added: 3, changed: 0, removed: 3, kept: 0 });
    }
  });

  test('of a sheet without a project as well', () => {
    const nameless = { code: '', name: '' };
    const draft = take(empty, [[{ ...wrong, ...nameless }]]).after;
    expect(sums(take(draft, [[{ ...early, ...nameless }]], [{ ...wrong, ...nameless }]).after)).toEqual([
      600,
    ]);
  });

  test('that make an invoice list of the sheet take the sub-ledger away, but no voucher of a person', () => {
    const gone = take(before, [[]], [wrong]);
    expect(gone.after.ledger).toEqual([]);
    expect(gone).toMatchObject({ ledgersRemoved: 1, vouchers: { removed: 3, kept: 0 } });
    const typed = changed(before, (project) => ({
      ...project,
      rows: [...project.rows, { ...early.rows[0], id: 'mine', summary: '补录' } as LedgerRow],
    }));
    const kept = take(typed, [[]], [wrong]);
    expect(summaries(kept.after)).toEqual([['补录']]);
    expect(kept).toMatchObject({ ledgersRemoved: 0, vouchers: { removed: 3, kept: 1 } });
  });

  test('that could not be read take nothing away', () => {
    const problem = { code: 'process-timeout', message: '读取超时', severity: 'error' as const };
    const reading = FileReading.parse({ problems: [problem] });
    const instead = new Map([['file-0', [wrong]]]);
    const failed = takeInEvidence(call, before, [{ attachment: 'file-0', reading }], () => 'new', instead);
    expect(failed).toMatchObject({ edits: [], ledgersRemoved: 0 });
  });

  test('leave the vouchers of another file of that project', () => {
    const both = take(take(empty, [[early]]).after, [[late]]).after;
    const { after } = take(both, [[sheet([voucher(1, 101), voucher(2, 201), voucher(3, 301)])]], [early]);
    expect(sums(after)).toEqual([101 + 201 + 301 + 900]);
    expect(sums(take(both, [[]], [early]).after)).toEqual([900]);
  });

  test('keep the words of a voucher a person changed, and take over what nobody touched', () => {
    const draft = changed(take(empty, [[{ ...early, status: '未完成' }]]).after, (project) => ({
      ...project,
      name: '甲项目（二期）',
      rows: project.rows.map((row, at) => (at === 0 ? { ...row, summary: '试制领料' } : row)),
    }));
    const right = {
      ...early,
      status: '已完成',
      rows: early.rows.map((row, at) => ({ ...row, summary: `新摘要${at}`, voucherKind: '付' })),
    };
    const { after } = take(draft, [[right]], [{ ...early, status: '未完成' }]);
    expect(after.ledger).toMatchObject([{ name: '甲项目（二期）', status: '已完成' }]);
    expect(sums(after)).toEqual([600 + 100]);
    expect(summaries(after)[0]).toContain('试制领料');
  });
});
