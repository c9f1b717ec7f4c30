import type { z } from 'zod';
import { recordChange } from './changes.ts';
import { checkValue } from './checkValue.ts';
import type { Draft } from './draft.ts';
import { type Saved, UNCHANGED } from './saved.ts';
import { asRow, fromJson } from './sqlRow.ts';
import { statement } from './statement.ts';
import type { StoreOutcome } from './storeProblem.ts';
import { write } from './write.ts';

/** How a record of the application lies in its table: one row per key, the value as JSON. */
export type KeyDefinition<T> = {
  readonly table: string;
  readonly keyColumn: string;
  readonly valueColumn: string;
  readonly path: string;
  readonly schema: z.ZodType<T>;
};

/** One record of the application. Each save is one transaction with one history entry. */
export type KeyTable<T> = {
  readonly definition: KeyDefinition<T>;
  /** Every value by its key, not yet judged. */
  readonly read: (draft: Draft) => Readonly<Record<string, unknown>>;
  readonly save: (draft: Draft, key: string, value: T) => StoreOutcome<Saved>;
  /** Saves many at once: all of them, or none. Keys that are not named stay as they are. */
  readonly saveMany: (draft: Draft, values: Readonly<Record<string, T>>) => StoreOutcome<Saved>;
  /** Takes a key out altogether (for a field: "never touched"; a cleared answer is saved as null). */
  readonly remove: (draft: Draft, key: string) => StoreOutcome<Saved>;
  /** Replaces the whole record inside the caller's transaction, without a history entry. */
  readonly fill: (draft: Draft, values: Readonly<Record<string, T>>) => void;
};

/** Builds the functions of one record from its definition. */
export function keyTable<T>(definition: KeyDefinition<T>): KeyTable<T> {
  const { table, keyColumn, valueColumn, path, schema } = definition;
  const put =
    `INSERT INTO ${table} (${keyColumn}, ${valueColumn}) VALUES (?, ?) ` +
    `ON CONFLICT (${keyColumn}) DO UPDATE SET ${valueColumn} = excluded.${valueColumn}`;
  const one = `SELECT ${valueColumn} AS value FROM ${table} WHERE ${keyColumn} = ?`;
  const every = `SELECT ${keyColumn} AS key, ${valueColumn} AS value FROM ${table} ORDER BY rowid`;
  const drop = `DELETE FROM ${table} WHERE ${keyColumn} = ?`;

  const find = (draft: Draft, key: string): string | null => {
    const row = statement(draft, one).get(key);
    return row === undefined ? null : String(asRow(row).value);
  };

  const save = (draft: Draft, key: string, given: T): StoreOutcome<Saved> => {
    const checked = checkValue(schema, given, `${path}[${key}]`);
    if (!checked.ok) return checked;
    const after = JSON.stringify(checked.value);
    return write(draft, () => {
      const before = find(draft, key);
      if (before === after) return UNCHANGED;
      statement(draft, put).run(key, after);
      return { changed: true, savedAt: recordChange(draft, `${path}[${key}]`, before, after, 'value') };
    });
  };

  const saveMany = (draft: Draft, values: Readonly<Record<string, T>>): StoreOutcome<Saved> => {
    const entries: (readonly [string, string])[] = [];
    for (const [key, value] of Object.entries(values)) {
      const checked = checkValue(schema, value, `${path}[${key}]`);
      if (!checked.ok) return checked;
      entries.push([key, JSON.stringify(checked.value)]);
    }
    return write(draft, () => {
      const differing = entries.filter(([key, after]) => find(draft, key) !== after);
      if (differing.length === 0) return UNCHANGED;
      const before = JSON.stringify(
        Object.fromEntries(differing.map(([key]) => [key, JSON.parse(find(draft, key) ?? 'null')])),
      );
      for (const [key, after] of differing) statement(draft, put).run(key, after);
      const after = JSON.stringify(
        Object.fromEntries(differing.map(([key, json]) => [key, JSON.parse(json)])),
      );
      return { changed: true, savedAt: recordChange(draft, path, before, after, 'rows') };
    });
  };

  const remove = (draft: Draft, key: string): StoreOutcome<Saved> =>
    write(draft, () => {
      const before = find(draft, key);
      if (before === null) return UNCHANGED;
      statement(draft, drop).run(key);
      return { changed: true, savedAt: recordChange(draft, `${path}[${key}]`, before, null, 'rows') };
    });

  return {
    definition,
    read: (draft) =>
      Object.fromEntries(
        statement(draft, every)
          .all()
          .map(asRow)
          .map((row) => [String(row.key), fromJson(row.value)]),
      ),
    save,
    saveMany,
    remove,
    fill: (draft, values) => {
      statement(draft, `DELETE FROM ${table}`).run();
      for (const [key, value] of Object.entries(values))
        statement(draft, put).run(key, JSON.stringify(value));
    },
  };
}
