import type { FileProblem } from '../../../shared/entities/attachment.ts';
import {
  LedgerCost,
  type LedgerProject,
  type LedgerRow,
  type LedgerStyle,
} from '../../../shared/entities/ledger.ts';
import { plainHead } from '../sheet/plainHead.ts';
import { rowReader, type TableRow } from '../sheet/readRows.ts';
import type { Table } from '../sheet/recogniseTable.ts';
import { rowRole } from '../sheet/rowRole.ts';
import { createLedgerDates } from './ledgerDates.ts';
import { type LedgerFacts, readLedgerFacts } from './ledgerFacts.ts';
import { createLedgerTotals, type Totals } from './ledgerTotals.ts';
import { readVoucher } from './readVoucher.ts';

/** The projects of one sheet: one, or several where the rows of a self-made ledger name theirs. */
export type LedgerSheet = {
  readonly projects: readonly LedgerProject[];
  readonly problems: readonly FileProblem[];
  /** Rows of data, from 0. */
  readonly rows: readonly number[];
};

/** Reads a sheet of the 2015 or 2021 layout, or of a self-made ledger with the same data items, as it is printed. */
export function readLedgerSheet(table: Table): LedgerSheet {
  const { sheet, mapping } = table;
  const facts = readLedgerFacts(sheet, table.block.first);
  const reader = rowReader(table);
  const style = styleOf(table);
  const year = yearInHeads(table) ?? facts.year;
  const dates = createLedgerDates(year);
  const byProject = new Map<string, { code: string; name: string; rows: LedgerRow[] }>();
  const rows: number[] = [];
  let openingFen: number | null = null;
  const totals = createLedgerTotals();
  let project = { code: facts.code, name: facts.name };
  for (let row = mapping.headRow + 1; row < sheet.rows.length; row += 1) {
    const role = rowRole(table, row);
    if (role === 'empty' || role === 'note' || role === 'subtotal') continue;
    const line = reader.rowAt(row);
    if (role === 'total') totals.addTotal(totalsOf(line, facts));
    else if (role === 'opening') openingFen = openingOf(line) ?? openingFen;
    else {
      const read = readLine(line, facts, dates, `row-${row + 1}`);
      if (read === null) continue;
      // A project named once means the rows below it as well.
      const named = { code: line.text('code'), name: line.text('name') };
      if (named.code !== '' || named.name !== '') project = named;
      const key = JSON.stringify(project);
      const group = byProject.get(key) ?? { ...project, rows: [] };
      group.rows.push(read);
      totals.addRow(read);
      byProject.set(key, group);
      rows.push(row);
    }
  }
  if (byProject.size === 0) byProject.set('', { ...project, rows: [] });
  const alone = byProject.size === 1;
  const projects = [...byProject.values()].map(
    (group): LedgerProject => ({
      id: '',
      style,
      code: group.code,
      name: group.name === '' && group.code === '' ? nameOfSheet(sheet.name) : group.name,
      status: facts.status,
      expenseType: facts.expenseType,
      year: yearOfRows(group.rows) ?? year,
      openingFen: alone ? openingFen : null,
      rows: group.rows,
      printedTotals: alone ? totals.printed() : null,
      summaryFen: null,
      claimedFen: null,
    }),
  );
  return { projects, problems: reader.problems(), rows };
}

/** The layout of a sheet by the columns only one of them has. */
function styleOf({ heads, mapping }: Table): LedgerStyle {
  const plain = heads.map(plainHead).join(' ');
  if (/税法规定的归集金额|会计凭证记载金额/.test(plain)) return '2021';
  const { columns } = mapping;
  return columns.includes('creditFen') || columns.includes('balanceFen') || columns.includes('balanceSide')
    ? '2015'
    : 'other';
}

function readLine(
  line: TableRow,
  facts: LedgerFacts,
  dates: ReturnType<typeof createLedgerDates>,
  id: string,
): LedgerRow | null {
  const amounts = {
    voucherFen: line.money('voucherFen'),
    collectedFen: line.money('collectedFen'),
    creditFen: line.money('creditFen'),
    balanceFen: line.money('balanceFen'),
    details: detailsOf(line, facts),
  };
  const { details, ...single } = amounts;
  const tellsAmount = Object.values(single).some((fen) => fen !== null) || Object.keys(details).length > 0;
  const date = dates.dateOf(line);
  const summary = line.text('summary');
  const voucher = readVoucher(line);
  // Text below the table that is no voucher line: nothing of it counts.
  if (!tellsAmount && (date === null || (summary === '' && voucher.voucherNumber === ''))) return null;
  return { id, date, ...voucher, summary, ...amounts, balanceSide: sideOf(line.text('balanceSide')) };
}

/** Cost groups that carry an amount; all of a 委托研发 sheet is commissioned, whatever its columns are called. */
function detailsOf(line: TableRow, { commissioned }: LedgerFacts): LedgerRow['details'] {
  const details: LedgerRow['details'] = {};
  for (const cost of LedgerCost.options) {
    const fen = line.money(`cost.${cost}`);
    if (fen === null) continue;
    const own = cost.startsWith('commissioned') || commissioned === null;
    const group = own ? cost : (`commissioned-${commissioned}` as const);
    details[group] = (details[group] ?? 0) + fen;
  }
  return details;
}

function totalsOf(line: TableRow, facts: LedgerFacts): Totals {
  return {
    voucherFen: line.money('voucherFen'),
    collectedFen: line.money('collectedFen'),
    details: detailsOf(line, facts),
  };
}

/** 期初余额 with its side: 贷 counts down. */
function openingOf(line: TableRow): number | null {
  const fen = line.money('balanceFen');
  const side = sideOf(line.text('balanceSide'));
  if (fen === null) return side === '平' ? 0 : null;
  return side === '贷' ? -fen : fen;
}

function sideOf(text: string): LedgerRow['balanceSide'] {
  const side = text.trim().slice(0, 1);
  return side === '借' || side === '贷' || side === '平' ? side : null;
}

function yearInHeads({ heads }: Table): number | null {
  const match = /(20\d{2})\s*年/.exec(heads.join(' '));
  return match === null ? null : Number(match[1]);
}

/** The year all dates of the rows are in. */
function yearOfRows(rows: readonly LedgerRow[]): number | null {
  const years = new Set(rows.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 4)])));
  const [year] = years;
  return years.size === 1 && year !== undefined && /^20/.test(year) ? Number(year) : null;
}

/** Sheets are often called after their project; names a spreadsheet gives by itself and months say nothing. */
function nameOfSheet(name: string): string {
  return /^(sheet|工作表|表)?\s*\d*$|月|年|明细|辅助账|文本|汇总/i.test(name) ? '' : name;
}
