import { existsSync, rmSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { openSqlite, type Sqlite } from '../openSqlite.ts';
import { asRow } from '../sqlRow.ts';
import { type StoreOutcome, storeProblem } from '../storeProblem.ts';
import { syncFile } from '../syncFile.ts';

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `20200131-093005` in local time: sorts by itself and is allowed in every file system. */
function stamp(moment: Date): string {
  const day = [moment.getFullYear(), twoDigits(moment.getMonth() + 1), twoDigits(moment.getDate())].join('');
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(twoDigits).join('');
  return `${day}-${time}`;
}

/** A name beside the draft that is not taken: `草稿.备份-20200131-093005.chengce`. */
export function freePathBeside(path: string, word: string, moment: Date): string {
  const { dir, name, ext } = parse(path);
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? '' : `-${count}`;
    const candidate = join(dir, `${name}.${word}-${stamp(moment)}${tail}${ext}`);
    if (!existsSync(candidate)) return candidate;
  }
}

function countsOf(db: Sqlite): string {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  return tables
    .map((row) => String(asRow(row).name))
    .map((name) => `${name}=${String(asRow(db.prepare(`SELECT COUNT(*) AS n FROM "${name}"`).get()).n)}`)
    .join(' ');
}

/** Writes everything the connection sees to a new file, synced; throws the driver's error. */
export function copyInto(db: Sqlite, target: string): void {
  db.prepare('VACUUM INTO ?').run(target);
  syncFile(target);
}

/**
 * Makes a verified backup of an open draft beside it and returns its path. The copy is opened again,
 * checked, and its rows counted against the original before it is believed.
 */
export function backUp(db: Sqlite, path: string, moment: Date): StoreOutcome<string> {
  const target = freePathBeside(path, '备份', moment);
  try {
    copyInto(db, target);
    const copy = openSqlite(target, { readOnly: true });
    try {
      const check = copy.pragma('quick_check', { simple: true });
      if (check !== 'ok') throw new Error(`backup fails its check: ${String(check)}`);
      if (countsOf(copy) !== countsOf(db)) throw new Error('backup has other rows than the draft');
    } finally {
      copy.close();
    }
    return { ok: true, value: target };
  } catch (error) {
    rmSync(target, { force: true });
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: storeProblem('backup-failed', `${dirname(target)}: ${detail}`) };
  }
}
