import type { Application } from '../../../shared/entities/application.ts';
import type { Draft } from '../draft.ts';
import type { KeyDefinition } from '../keyTable.ts';
import type { ListDefinition } from '../listTable.ts';
import { asRow } from '../sqlRow.ts';

/** One row of a salvaged table that its schema refuses. */
type UnreadableRow = { readonly rowid: number; readonly key: string; readonly raw: string };

/** What the salvage needs of a table of the application: to find rows that make no sense, and to put rows back. */
export type Salvageable = {
  readonly table: string;
  readonly keyColumns: readonly string[];
  /** What its rows are called in the message, Chinese. */
  readonly label: string;
  /** Path of a row in the history. */
  readonly pathOf: (key: string) => string;
  readonly unreadable: (draft: Draft) => readonly UnreadableRow[];
  /** Puts one item back at its old rowid; false when it is none. */
  readonly putBack: (draft: Draft, value: unknown, rowid: number) => boolean;
  /** The item a version's application holds under this key. */
  readonly findIn: (application: Application, key: string) => unknown;
};

function sound(read: () => { readonly success: boolean }): boolean {
  try {
    return read().success;
  } catch {
    return false;
  }
}

function rowsOf(
  draft: Draft,
  table: string,
  keyColumn: string,
  isSound: (row: Readonly<Record<string, unknown>>) => boolean,
): readonly UnreadableRow[] {
  return draft.db
    .prepare(`SELECT rowid AS "rowid of row", * FROM ${table}`)
    .all()
    .map(asRow)
    .filter((row) => !isSound(row))
    .map((row) => ({
      rowid: Number(row['rowid of row']),
      key: String(row[keyColumn]),
      raw: JSON.stringify(row),
    }));
}

/** The salvage's view of a list. */
export function salvageableList<T>(
  label: string,
  definition: ListDefinition<T>,
  itemsOf: (application: Application) => readonly T[],
): Salvageable {
  const { table, path, schema, idOf, columns, toRow, fromRow } = definition;
  return {
    table,
    keyColumns: ['id'],
    label,
    pathOf: (key) => `${path}[${key}]`,
    unreadable: (draft) => rowsOf(draft, table, 'id', (row) => sound(() => schema.safeParse(fromRow(row)))),
    putBack: (draft, value, rowid) => {
      const parsed = schema.safeParse(value);
      if (!parsed.success) return false;
      const names = ['rowid', 'id', 'position', ...columns];
      const marks = names.map(() => '?').join(', ');
      draft.db
        .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`)
        .run(rowid, idOf(parsed.data), rowid - 1, ...toRow(parsed.data));
      return true;
    },
    findIn: (application, key) => itemsOf(application).find((item) => idOf(item) === key),
  };
}

/** The salvage's view of a record. */
export function salvageableRecord<T>(
  label: string,
  definition: KeyDefinition<T>,
  valuesOf: (application: Application) => Readonly<Record<string, unknown>>,
): Salvageable {
  const { table, path, schema, keyColumn, valueColumn } = definition;
  return {
    table,
    keyColumns: [keyColumn],
    label,
    pathOf: (key) => `${path}[${key}]`,
    unreadable: (draft) =>
      rowsOf(draft, table, keyColumn, (row) =>
        sound(() => schema.safeParse(JSON.parse(String(row[valueColumn])))),
      ),
    putBack: (draft, value, rowid) => {
      if (typeof value !== 'object' || value === null || !('key' in value) || !('value' in value))
        return false;
      const parsed = schema.safeParse(value.value);
      if (!parsed.success) return false;
      draft.db
        .prepare(`INSERT INTO ${table} (rowid, ${keyColumn}, ${valueColumn}) VALUES (?, ?, ?)`)
        .run(rowid, String(value.key), JSON.stringify(parsed.data));
      return true;
    },
    findIn: (application, key) => {
      const value = valuesOf(application)[key];
      return value === undefined ? undefined : { key, value };
    },
  };
}
