import { rmSync } from 'node:fs';
import { createTables, prepareBlankFile } from '../createTables.ts';
import type { Draft } from '../draft.ts';
import { loadApplication } from '../loadApplication.ts';
import { makeDraft } from '../makeDraft.ts';
import type { Migration } from '../migrations/migration.ts';
import { newestFormat, runStep } from '../opening/migrate.ts';
import { openSqlite } from '../openSqlite.ts';
import { problemOfError } from '../problemOfError.ts';
import { statement } from '../statement.ts';
import { refused, type StoreOutcome, storeProblem } from '../storeProblem.ts';
import { syncFile } from '../syncFile.ts';
import { type Carved, carveRows } from './carveRows.ts';
import type { RawValue } from './decodeRecord.ts';
import { draftSchema, type Tree } from './draftSchema.ts';
import type { Loss } from './loss.ts';
import { mendBlobs } from './mendBlobs.ts';
import { mendMeta, mendSingles } from './mendSingles.ts';
import { mendTables } from './mendTables.ts';
import { openPages, type Pages } from './openPages.ts';
import { lastVersion } from './putBackLost.ts';

/** What came out of a damaged draft: a sound file, and what is missing in it. */
export type Salvaged = { readonly path: string; readonly losses: readonly Loss[] };

function formatIn(pages: Pages, newest: number): number {
  const told = pages.read(1).readUInt32BE(60);
  return told >= 1 && told <= newest ? told : newest;
}

/** Text never holds NUL here: it is where zeros were written over a long text. */
function isGarbled(value: RawValue): boolean {
  return typeof value === 'string' && value.includes('\0');
}

/** False when the table's own constraints refuse a row; a full disk and the like throw on. */
function fits(insert: () => unknown): boolean {
  try {
    insert();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH') return false;
    throw error;
  }
}

/** Copies every readable row as it is; rows the tables' own constraints refuse count as broken. */
function copyRows(draft: Draft, pages: Pages, schema: readonly Tree[]): Carved {
  const refusedRows = new Map<string, number[]>();
  const carved = carveRows(pages, schema, (table, rowid, values) => {
    const columns = table.columns.slice(0, values.length);
    const names = table.rowidColumn === null ? ['rowid', ...columns] : columns;
    const own = values.slice(0, columns.length).map((value, index) => {
      return columns[index] === table.rowidColumn ? rowid : value;
    });
    const cells = table.rowidColumn === null ? [rowid, ...own] : own;
    const sql = `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    if (cells.some(isGarbled) || !fits(() => statement(draft, sql).run(...cells))) {
      refusedRows.set(table.name, [...(refusedRows.get(table.name) ?? []), rowid]);
    }
  });
  for (const [table, rowids] of refusedRows) {
    const trace = carved.traces.get(table);
    for (const rowid of rowids) trace?.read.delete(rowid);
    if (trace !== undefined) trace.broken += rowids.length;
  }
  return carved;
}

/** Rows that point nowhere: voucher lines of a lost project come back under a head that says so. */
function mendReferences(draft: Draft): void {
  draft.db.exec(
    'INSERT INTO ledger_projects (id, position, style, code, name, status) ' +
      "SELECT DISTINCT project_id, 0, 'other', '', '（损坏后找回的凭证）', '' FROM ledger_rows " +
      'WHERE project_id NOT IN (SELECT id FROM ledger_projects)',
  );
}

function writeLosses(draft: Draft, losses: readonly Loss[]): void {
  const put = draft.db.prepare('INSERT INTO losses (at, table_name, message, raw) VALUES (?, ?, ?, ?)');
  const at = draft.now().toISOString();
  for (const loss of losses) {
    put.run(at, loss.table, loss.message, loss.raw.length === 0 ? null : loss.raw.join('\n'));
  }
}

function rebuild(draft: Draft, pages: Pages, migrations: readonly Migration[]): readonly Loss[] | null {
  const format = formatIn(pages, newestFormat(migrations));
  const before = migrations.filter((step) => step.to <= format);
  createTables(draft.db, before);
  const carved = copyRows(draft, pages, draftSchema(pages, before));
  for (const step of migrations.filter((later) => later.to > format)) runStep(draft.db, step);
  const last = lastVersion(draft);
  if (!mendMeta(draft, last)) return null;
  const tables = mendTables(draft, carved, last);
  mendReferences(draft);
  const losses = [...tables, ...mendBlobs(draft, carved), ...mendSingles(draft, carved, last)];
  if (carved.namelessPages > 0) {
    const message = `另有 ${carved.namelessPages} 页（每页 4 KB）无法辨认是什么内容`;
    losses.push({ table: '', message, keys: [], raw: [] });
  }
  writeLosses(draft, losses);
  // The proof: what was put together is an application.
  loadApplication(draft);
  return losses;
}

/**
 * Reads whatever can be read of a damaged draft, page by page and row by row, into a new file at
 * `target`; the damaged file is only read. Nothing is left at `target` when it fails. The damaged file
 * must not be open in this process (openHere.ts).
 */
export function salvageDraft(
  path: string,
  target: string,
  migrations: readonly Migration[],
  parts: { readonly who: string; readonly now: () => Date },
): StoreOutcome<Salvaged> {
  let pages: Pages | null = null;
  const db = openSqlite(target, { mustExist: false });
  let losses: readonly Loss[] | null = null;
  try {
    pages = openPages(path);
    prepareBlankFile(db);
    db.pragma('foreign_keys = OFF');
    db.pragma('synchronous = OFF');
    const draft = makeDraft(db, target, {
      ...parts,
      readOnly: false,
      isCopy: true,
      isNew: false,
      release: () => {},
    });
    db.exec('BEGIN IMMEDIATE');
    losses = rebuild(draft, pages, migrations);
    if (losses !== null) db.exec('COMMIT');
    db.close();
    if (losses !== null) syncFile(target);
  } catch (error) {
    if (db.open) db.close();
    rmSync(target, { force: true });
    rmSync(`${target}-journal`, { force: true });
    // Garbage can break any expectation: the answer is a refusal, and the error's words are kept.
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: problemOfError(error) ?? storeProblem('draft-unreadable', detail) };
  } finally {
    pages?.close();
  }
  if (losses !== null) return { ok: true, value: { path: target, losses } };
  rmSync(target, { force: true });
  return refused('draft-unreadable');
}
