import type { LedgerProject, LedgerRow } from '../../shared/entities/ledger.ts';
import { recordChange } from './changes.ts';
import type { Draft } from './draft.ts';
import { inTurn } from './inTurn.ts';
import { readLedger, removeLedgerProjects, saveLedgerRow } from './ledger.ts';
import { ledgerProjects } from './ledgerProjects.ts';
import { fillLedgerRows, findLedgerRow, putLedgerRow } from './ledgerRows.ts';
import { type RowsChange, repeatedId } from './rowsChange.ts';
import { type Saved, UNCHANGED } from './saved.ts';
import { asRow } from './sqlRow.ts';
import { statement } from './statement.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';
import { write } from './write.ts';

const NOTHING: StoreOutcome<Saved> = { ok: true, value: UNCHANGED };

/** Changes whole sub-ledgers with their rows: see `applyRows` of shared/edits. Inside the caller's transaction. */
export function changeLedger(draft: Draft, change: RowsChange<LedgerProject>): StoreOutcome<Saved> {
  const repeated = repeatedId(
    change.save.map(({ id }) => id),
    change.remove,
    change.order,
  );
  if (repeated !== null) return refused('id-repeated', repeated, 'ledger');
  return inTurn([
    () => removeLedgerProjects(draft, ledgerProjects.present(draft, change.remove)),
    () => saveProjects(draft, change.save),
    () => (change.order === undefined ? NOTHING : ledgerProjects.reorder(draft, change.order)),
  ]);
}

/** Changes voucher lines of one sub-ledger; none when the sub-ledger is gone. Inside the caller's transaction. */
export function changeLedgerRows(
  draft: Draft,
  project: string,
  { save, remove, order }: RowsChange<LedgerRow>,
): StoreOutcome<Saved> {
  const repeated = repeatedId(
    save.map(({ id }) => id),
    remove,
    order,
  );
  if (repeated !== null) return refused('id-repeated', repeated, `ledger[${project}]`);
  if (ledgerProjects.present(draft, [project]).length === 0) return NOTHING;
  const [only] = save;
  if (only !== undefined && save.length === 1 && remove.length === 0 && order === undefined)
    return saveLedgerRow(draft, project, only);
  return write(draft, () => {
    // Thousands are pasted at once: nothing in here may look at all rows once a row.
    const old = new Map(
      [...remove, ...save.map(({ id }) => id)].map((id) => [id, findLedgerRow(draft, project, id)]),
    );
    const before = rowIds(draft, project);
    for (const id of remove)
      statement(draft, 'DELETE FROM ledger_rows WHERE project_id = ? AND id = ?').run(project, id);
    const behind = nextPosition(draft, project);
    save.forEach((row, index) => {
      putLedgerRow(draft, project, row, behind + index);
    });
    if (order !== undefined) putInOrder(draft, project, order);
    const after = rowIds(draft, project);
    const same =
      before.length === after.length &&
      before.every((id, index) => id === after[index]) &&
      save.every((row) => old.get(row.id) === JSON.stringify(row));
    if (same) return UNCHANGED;
    const was = JSON.stringify({
      replaced: [...old.values()].flatMap((json) => (json === null ? [] : [JSON.parse(json)])),
      order: before,
    });
    const is = JSON.stringify({ saved: save.map(({ id }) => id), order: after });
    return { changed: true, savedAt: recordChange(draft, `ledger[${project}].rows`, was, is, 'rows') };
  });
}

function saveProjects(draft: Draft, projects: readonly LedgerProject[]): StoreOutcome<Saved> {
  return write(draft, () => {
    if (projects.length === 0) return UNCHANGED;
    const wanted = new Set(projects.map(({ id }) => id));
    const stored = readLedger(draft).filter((project) => wanted.has(String(asRow(project).id)));
    let position = nextProjectPosition(draft);
    for (const project of projects) {
      ledgerProjects.put(draft, project, position);
      position += 1;
      fillLedgerRows(draft, project.id, project.rows);
    }
    const was = JSON.stringify({ replaced: stored });
    const is = JSON.stringify({ saved: projects.map(({ id, rows }) => ({ id, rows: rows.length })) });
    return { changed: true, savedAt: recordChange(draft, 'ledger', was, is, 'rows') };
  });
}

function nextProjectPosition(draft: Draft): number {
  const sql = 'SELECT COALESCE(MAX(position), -1) + 1 AS next FROM ledger_projects';
  return Number(asRow(statement(draft, sql).get()).next);
}

function nextPosition(draft: Draft, project: string): number {
  const sql = 'SELECT COALESCE(MAX(position), -1) + 1 AS next FROM ledger_rows WHERE project_id = ?';
  return Number(asRow(statement(draft, sql).get(project)).next);
}

function rowIds(draft: Draft, project: string): readonly string[] {
  return statement(draft, 'SELECT id FROM ledger_rows WHERE project_id = ? ORDER BY position, rowid')
    .all(project)
    .map((row) => String(asRow(row).id));
}

/** The rows named come first, in that order; the others keep theirs behind them. */
function putInOrder(draft: Draft, project: string, order: readonly string[]): void {
  const ids = rowIds(draft, project);
  const known = new Set(ids);
  const named = new Set(order);
  const after = [...order.filter((id) => known.has(id)), ...ids.filter((id) => !named.has(id))];
  after.forEach((id, index) => {
    statement(draft, 'UPDATE ledger_rows SET position = ? WHERE project_id = ? AND id = ?').run(
      index,
      project,
      id,
    );
  });
}
