import type { Application } from '../../../shared/entities/application.ts';
import { LedgerRow } from '../../../shared/entities/ledger.ts';
import type { Draft } from '../draft.ts';
import { ledgerRowOf, putLedgerRow } from '../ledgerRows.ts';
import { asRow, type SqlRow } from '../sqlRow.ts';
import type { Salvageable } from './salvageable.ts';

/** A voucher line's key has two parts, joined by this; no id a person or program gives holds it. */
export const KEY_SEPARATOR = '\u001f';

function isSound(row: SqlRow): boolean {
  try {
    return LedgerRow.safeParse(ledgerRowOf(row)).success;
  } catch {
    return false;
  }
}

function partsOf(key: string): readonly [string, string] {
  const [project = '', id = ''] = key.split(KEY_SEPARATOR);
  return [project, id];
}

function putBack(draft: Draft, value: unknown, rowid: number): boolean {
  if (typeof value !== 'object' || value === null || !('project' in value) || !('row' in value)) return false;
  const parsed = LedgerRow.safeParse(value.row);
  if (!parsed.success) return false;
  putLedgerRow(draft, String(value.project), parsed.data, rowid - 1);
  return true;
}

function findIn(application: Application, key: string): unknown {
  const [project, id] = partsOf(key);
  const row = application.ledger
    .find((candidate) => candidate.id === project)
    ?.rows.find((candidate) => candidate.id === id);
  return row === undefined ? undefined : { project, row };
}

/** The salvage's view of the voucher lines, whose key is project and row. */
export const salvageableLedgerRows: Salvageable = {
  table: 'ledger_rows',
  keyColumns: ['project_id', 'id'],
  label: '研发辅助账凭证行',
  pathOf: (key) => {
    const [project, id] = partsOf(key);
    return `ledger[${project}].rows[${id}]`;
  },
  unreadable: (draft) =>
    draft.db
      .prepare('SELECT rowid AS "rowid of row", * FROM ledger_rows')
      .all()
      .map(asRow)
      .filter((row) => !isSound(row))
      .map((row) => ({
        rowid: Number(row['rowid of row']),
        key: `${String(row.project_id)}${KEY_SEPARATOR}${String(row.id)}`,
        raw: JSON.stringify(row),
      })),
  putBack,
  findIn,
};
