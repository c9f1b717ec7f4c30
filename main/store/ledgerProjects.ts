import { LedgerProject } from '../../shared/entities/ledger.ts';
import { readLedgerRows } from './ledgerRows.ts';
import { listTable } from './listTable.ts';
import { fromJson } from './sqlRow.ts';

/** The head of each R&D project's sub-ledger; its rows lie in a table of their own (ledgerRows.ts). */
export const ledgerProjects = listTable<LedgerProject>({
  table: 'ledger_projects',
  path: 'ledger',
  schema: LedgerProject,
  idOf: (project) => project.id,
  columns: [
    'style',
    'code',
    'name',
    'status',
    'expense_type',
    'year',
    'opening_fen',
    'printed_totals',
    'summary_fen',
    'claimed_fen',
  ],
  toRow: (project) => [
    project.style,
    project.code,
    project.name,
    project.status,
    project.expenseType,
    project.year,
    project.openingFen,
    project.printedTotals === null ? null : JSON.stringify(project.printedTotals),
    project.summaryFen,
    project.claimedFen,
  ],
  fromRow: (row) => ({
    id: row.id,
    style: row.style,
    code: row.code,
    name: row.name,
    status: row.status,
    expenseType: row.expense_type,
    year: row.year,
    openingFen: row.opening_fen,
    rows: [],
    printedTotals: row.printed_totals === null ? null : fromJson(row.printed_totals),
    summaryFen: row.summary_fen,
    claimedFen: row.claimed_fen,
  }),
  whole: (draft, project) =>
    LedgerProject.parse({ ...project, rows: readLedgerRows(draft).get(project.id) ?? [] }),
});
