import type { Draft } from '../draft.ts';
import { asRow } from '../sqlRow.ts';
import { statement } from '../statement.ts';
import type { Carved, TableTrace } from './carveRows.ts';
import type { RawValue } from './decodeRecord.ts';
import type { Loss } from './loss.ts';
import { type LastVersion, putBackLost } from './putBackLost.ts';
import type { Salvageable } from './salvageable.ts';
import { KEY_SEPARATOR } from './salvageableLedgerRows.ts';
import { salvageables } from './salvageables.ts';

const NAMED_AT_MOST = 20;

function joined(keys: readonly string[]): string {
  const shown = keys.slice(0, NAMED_AT_MOST).join('、');
  return keys.length > NAMED_AT_MOST ? `${shown} 等` : shown;
}

function ownIndexOf(table: Salvageable): string {
  return `sqlite_autoindex_${table.table}_1`;
}

/** What a person knows a row by. */
function nameOf(table: Salvageable, key: string, rowid: number, trace: TableTrace): string {
  if (table.table === 'ledger_rows') return key.replace(KEY_SEPARATOR, ' 的 ');
  const [number] = trace.keys.get('invoices_by_number')?.get(rowid) ?? [];
  return typeof number === 'string' && number !== '' ? `号码 ${number}` : key;
}

/** Rows the key's own index still names though the rows themselves are gone. */
function missingRows(table: Salvageable, trace: TableTrace): ReadonlyMap<number, string> {
  const keys = trace.keys.get(ownIndexOf(table)) ?? new Map<number, readonly RawValue[]>();
  const missing = new Map<number, string>();
  for (const [rowid, key] of keys) {
    if (!trace.read.has(rowid)) missing.set(rowid, key.map(String).join(KEY_SEPARATOR));
  }
  return missing;
}

/** Rows whose own key and the index's word for it differ: one of the two is garbled, nobody knows which. */
function garbledKeys(draft: Draft, table: Salvageable, trace: TableTrace): readonly string[] {
  const keys = trace.keys.get(ownIndexOf(table)) ?? new Map<number, readonly RawValue[]>();
  const sql = `SELECT ${table.keyColumns.join(', ')} FROM ${table.table} WHERE rowid = ?`;
  const garbled: string[] = [];
  for (const [rowid, key] of keys) {
    const row = statement(draft, sql).get(rowid);
    const stored = row === undefined ? null : Object.values(asRow(row)).map(String);
    if (stored === null || stored.every((part, index) => part === String(key[index]))) continue;
    garbled.push(`${stored.join(' 的 ')} 或 ${key.map(String).join(' 的 ')}`);
  }
  return garbled;
}

function removeUnreadable(draft: Draft, table: Salvageable, missing: Map<number, string>): readonly string[] {
  const raw: string[] = [];
  for (const row of table.unreadable(draft)) {
    draft.db.prepare(`DELETE FROM ${table.table} WHERE rowid = ?`).run(row.rowid);
    missing.set(row.rowid, row.key);
    raw.push(row.raw);
  }
  return raw;
}

function mend(draft: Draft, table: Salvageable, trace: TableTrace, last: LastVersion): Loss | null {
  const missing = new Map(missingRows(table, trace));
  const raw = removeUnreadable(draft, table, missing);
  const gone: string[] = [];
  const byHistory: string[] = [];
  const byVersion: string[] = [];
  for (const [rowid, key] of [...missing].toSorted(([left], [right]) => left - right)) {
    const name = nameOf(table, key, rowid, trace);
    const found = putBackLost(draft, table, key, rowid, last);
    (found === 'history' ? byHistory : found === 'version' ? byVersion : gone).push(name);
  }
  // Cells nobody names: their key's index entry is destroyed as well.
  const unnamed = Math.max(0, trace.broken - missing.size);
  // Without a whole index of the keys nobody can tell that all rows are there: say so.
  const keys = trace.keys.get(ownIndexOf(table));
  const blind = trace.keysDamaged || [...trace.read].some((rowid) => keys?.has(rowid) !== true);
  const garbled = garbledKeys(draft, table, trace);
  if (missing.size === 0 && unnamed === 0 && !blind && garbled.length === 0) return null;
  const parts = [
    gone.length > 0 ? `丢失 ${gone.length} 条（${joined(gone)}）` : '',
    unnamed > 0 ? `另有 ${unnamed} 条无法辨认` : '',
    blind ? `读出 ${trace.read.size} 条，索引已损坏，无法核对是否齐全，请自行核对` : '',
    garbled.length > 0 ? `${garbled.length} 条的编号可能有误（${joined(garbled)}）` : '',
    byHistory.length > 0 ? `${byHistory.length} 条已用修改记录补回（${joined(byHistory)}）` : '',
    byVersion.length > 0 && last !== null
      ? `${byVersion.length} 条用 ${last.version.at.slice(0, 10)} 的历史版本补回，可能不是最新（${joined(byVersion)}）`
      : '',
  ].filter((part) => part !== '');
  return { table: table.table, message: `${table.label}：${parts.join('；')}`, keys: gone, raw };
}

/** Takes out rows that make no sense, puts back what the history or a version still knows, and tells both. */
export function mendTables(draft: Draft, carved: Carved, last: LastVersion): readonly Loss[] {
  const losses: Loss[] = [];
  for (const table of salvageables) {
    const trace = carved.traces.get(table.table);
    const loss = trace === undefined ? null : mend(draft, table, trace, last);
    if (loss !== null) losses.push(loss);
  }
  return losses;
}
