import { LedgerProject, LedgerRow } from '../../shared/entities/ledger.ts';
import { recordChange } from './changes.ts';
import { checkValue } from './checkValue.ts';
import type { Draft } from './draft.ts';
import { ledgerProjects } from './ledgerProjects.ts';
import { fillLedgerRows, findLedgerRow, putLedgerRow, readLedgerRows } from './ledgerRows.ts';
import { type Saved, UNCHANGED } from './saved.ts';
import { asRow } from './sqlRow.ts';
import { statement } from './statement.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';
import { write } from './write.ts';

/** Every sub-ledger with its rows, not yet judged. */
export function readLedger(draft: Draft): readonly unknown[] {
  const rows = readLedgerRows(draft);
  return ledgerProjects.read(draft).map((project) => {
    const head = asRow(project);
    return { ...head, rows: rows.get(String(head.id)) ?? [] };
  });
}

/** Replaces all sub-ledgers inside the caller's transaction, without a history entry. */
export function fillLedger(draft: Draft, projects: readonly LedgerProject[]): void {
  ledgerProjects.fill(draft, projects);
  for (const project of projects) fillLedgerRows(draft, project.id, project.rows);
}

/** Replaces all sub-ledgers (an import) as one transaction with one history entry. */
export function saveLedger(draft: Draft, given: readonly LedgerProject[]): StoreOutcome<Saved> {
  const projects: LedgerProject[] = [];
  for (const one of given) {
    const checked = checkValue(LedgerProject, one, `ledger[${one.id}]`);
    if (!checked.ok) return checked;
    projects.push(checked.value);
  }
  return write(draft, () => {
    const before = readLedger(draft);
    fillLedger(draft, projects);
    const after = projects.map((project) => ({ id: project.id, rows: project.rows.length }));
    const savedAt = recordChange(draft, 'ledger', JSON.stringify(before), JSON.stringify(after), 'rows');
    return { changed: true, savedAt };
  });
}

/** Saves the head of one sub-ledger (its name, style, claim …); its rows stay as they are. */
export const saveLedgerProject = ledgerProjects.save;

/** Removes sub-ledgers with their rows. */
export const removeLedgerProjects = ledgerProjects.remove;

/** Changes or adds one voucher line of a project. */
export function saveLedgerRow(draft: Draft, project: string, given: LedgerRow): StoreOutcome<Saved> {
  const path = `ledger[${project}].rows[${given.id}]`;
  const checked = checkValue(LedgerRow, given, path);
  if (!checked.ok) return checked;
  const row = checked.value;
  const outcome = write<Saved | 'missing'>(draft, () => {
    if (statement(draft, 'SELECT 1 FROM ledger_projects WHERE id = ?').get(project) === undefined) {
      return 'missing';
    }
    const before = findLedgerRow(draft, project, row.id);
    const after = JSON.stringify(row);
    if (before === after) return UNCHANGED;
    const sql = 'SELECT COALESCE(MAX(position), -1) + 1 AS next FROM ledger_rows WHERE project_id = ?';
    putLedgerRow(draft, project, row, Number(asRow(statement(draft, sql).get(project)).next));
    return { changed: true, savedAt: recordChange(draft, path, before, after, 'value') };
  });
  if (!outcome.ok) return outcome;
  return outcome.value === 'missing'
    ? refused('row-missing', '', `ledger[${project}]`)
    : { ok: true, value: outcome.value };
}

/** Removes one voucher line; removing what is not there changes nothing. */
export function removeLedgerRow(draft: Draft, project: string, id: string): StoreOutcome<Saved> {
  return write(draft, () => {
    const before = findLedgerRow(draft, project, id);
    if (before === null) return UNCHANGED;
    statement(draft, 'DELETE FROM ledger_rows WHERE project_id = ? AND id = ?').run(project, id);
    const savedAt = recordChange(draft, `ledger[${project}].rows[${id}]`, before, null, 'rows');
    return { changed: true, savedAt };
  });
}
