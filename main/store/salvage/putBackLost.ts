import type { Application } from '../../../shared/entities/application.ts';
import type { Draft } from '../draft.ts';
import { asRow } from '../sqlRow.ts';
import { listVersions, readVersion, type Version } from '../versions.ts';
import type { Salvageable } from './salvageable.ts';
import { KEY_SEPARATOR } from './salvageableLedgerRows.ts';

/** Where a row that was lost could still be found. */
export type FoundAgain = 'history' | 'version' | null;

/** The newest version that can still be read. */
export type LastVersion = { readonly version: Version; readonly application: Application } | null;

/** Finds the newest readable version of a salvaged draft. */
export function lastVersion(draft: Draft): LastVersion {
  for (const version of listVersions(draft)) {
    const read = readVersion(draft, version.id);
    if (read.ok) return { version, application: read.value };
  }
  return null;
}

/** The shape `putBack` takes, made of what the history holds for this row. */
function fromHistory(table: Salvageable, key: string, json: string): unknown {
  const value: unknown = JSON.parse(json);
  switch (table.table) {
    case 'answers':
    case 'targets':
    case 'statements':
    case 'plan_sections':
    case 'settings':
      return { key, value };
    case 'ledger_rows':
      return { project: key.split(KEY_SEPARATOR)[0], row: value };
    default:
      return value;
  }
}

function attempt(put: () => boolean): boolean {
  try {
    return put();
  } catch {
    // A constraint (an attachment whose bytes are unknown, a row that came back already): it stays lost.
    return false;
  }
}

/**
 * Puts a lost row back from the last entry the history holds about it, else from the newest version.
 * The history's value is the row's last one; a version's may be older.
 */
export function putBackLost(
  draft: Draft,
  table: Salvageable,
  key: string,
  rowid: number,
  last: LastVersion,
): FoundAgain {
  const sql = 'SELECT new_value FROM changes WHERE path = ? ORDER BY id DESC LIMIT 1';
  const entry = draft.db.prepare(sql).get(table.pathOf(key));
  const json = entry === undefined ? null : asRow(entry).new_value;
  if (typeof json === 'string') {
    if (attempt(() => table.putBack(draft, fromHistory(table, key, json), rowid))) return 'history';
  }
  const older = last === null ? undefined : table.findIn(last.application, key);
  if (older !== undefined && attempt(() => table.putBack(draft, older, rowid))) return 'version';
  return null;
}
