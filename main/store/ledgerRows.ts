import { LedgerRow } from '../../shared/entities/ledger.ts';
import type { Draft } from './draft.ts';
import { asRow, fromJson, type SqlRow } from './sqlRow.ts';
import { statement } from './statement.ts';

const ADD =
  'INSERT INTO ledger_rows (project_id, id, position, date, voucher_kind, voucher_number, summary, ' +
  'voucher_fen, collected_fen, credit_fen, balance_fen, balance_side, details) ' +
  'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const PUT =
  `${ADD} ON CONFLICT (project_id, id) DO UPDATE SET ` +
  [
    'date',
    'voucher_kind',
    'voucher_number',
    'summary',
    'voucher_fen',
    'collected_fen',
    'credit_fen',
    'balance_fen',
    'balance_side',
    'details',
  ]
    .map((column) => `${column} = excluded.${column}`)
    .join(', ');

/** One voucher line as plain data; the schema judges it. */
export function ledgerRowOf(row: SqlRow): unknown {
  return {
    id: row.id,
    date: row.date,
    voucherKind: row.voucher_kind,
    voucherNumber: row.voucher_number,
    summary: row.summary,
    voucherFen: row.voucher_fen,
    collectedFen: row.collected_fen,
    creditFen: row.credit_fen,
    balanceFen: row.balance_fen,
    balanceSide: row.balance_side,
    details: fromJson(row.details),
  };
}

/** All rows of all projects in order, by project id. */
export function readLedgerRows(draft: Draft): ReadonlyMap<string, readonly unknown[]> {
  const byProject = new Map<string, unknown[]>();
  for (const found of statement(draft, 'SELECT * FROM ledger_rows ORDER BY position, rowid').all()) {
    const row = asRow(found);
    const rows = byProject.get(String(row.project_id)) ?? [];
    rows.push(ledgerRowOf(row));
    byProject.set(String(row.project_id), rows);
  }
  return byProject;
}

/** One row as stored, JSON text; null when it is not there. */
export function findLedgerRow(draft: Draft, project: string, id: string): string | null {
  const sql = 'SELECT * FROM ledger_rows WHERE project_id = ? AND id = ?';
  const found = statement(draft, sql).get(project, id);
  return found === undefined ? null : JSON.stringify(LedgerRow.parse(ledgerRowOf(asRow(found))));
}

type Cells = readonly (string | number | null)[];

function cellsOf(project: string, row: LedgerRow, position: number): Cells {
  return [
    project,
    row.id,
    position,
    row.date,
    row.voucherKind,
    row.voucherNumber,
    row.summary,
    row.voucherFen,
    row.collectedFen,
    row.creditFen,
    row.balanceFen,
    row.balanceSide,
    JSON.stringify(row.details),
  ];
}

/** Writes one row inside the caller's transaction; an existing row keeps its position. */
export function putLedgerRow(draft: Draft, project: string, row: LedgerRow, position: number): void {
  statement(draft, PUT).run(...cellsOf(project, row, position));
}

/** Replaces the rows of a project inside the caller's transaction; two rows with one id are refused. */
export function fillLedgerRows(draft: Draft, project: string, rows: readonly LedgerRow[]): void {
  statement(draft, 'DELETE FROM ledger_rows WHERE project_id = ?').run(project);
  rows.forEach((row, index) => {
    statement(draft, ADD).run(...cellsOf(project, row, index));
  });
}
