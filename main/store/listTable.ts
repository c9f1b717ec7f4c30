import type { z } from 'zod';
import { recordChange } from './changes.ts';
import { checkValue } from './checkValue.ts';
import type { Draft } from './draft.ts';
import { type Saved, UNCHANGED } from './saved.ts';
import { asRow, type SqlRow, type SqlValue } from './sqlRow.ts';
import { statement } from './statement.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';
import { write } from './write.ts';

/** How one list of the application lies in its table (which has `id` and `position` besides the columns). */
export type ListDefinition<T> = {
  readonly table: string;
  /** The list's name in the application and in the history. */
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly idOf: (item: T) => string;
  readonly columns: readonly string[];
  readonly toRow: (item: T) => readonly SqlValue[];
  /** The row as plain data; the schema judges it. May throw SyntaxError for broken JSON. */
  readonly fromRow: (row: SqlRow) => unknown;
  /** The item with what hangs below it and goes with it: what the history keeps of a removed one. */
  readonly whole?: (draft: Draft, item: T) => T;
};

/** One list of the application. `save…`, `remove` and `reorder` are one transaction with one history entry. */
export type ListTable<T> = {
  readonly definition: ListDefinition<T>;
  /** Every item in order, not yet judged: what loadApplication parses in one go. */
  readonly read: (draft: Draft) => readonly unknown[];
  /** Every item in order. */
  readonly all: (draft: Draft) => readonly T[];
  /** Changes one item, or adds it at the end. */
  readonly save: (draft: Draft, item: T) => StoreOutcome<Saved>;
  /** Changes and adds many at once: all of them, or none. */
  readonly saveMany: (draft: Draft, items: readonly T[]) => StoreOutcome<Saved>;
  /** Removes items; refused when one of them is not there. */
  readonly remove: (draft: Draft, ids: readonly string[]) => StoreOutcome<Saved>;
  /** Puts the items named first, in this order; the others keep theirs behind them. */
  readonly reorder: (draft: Draft, ids: readonly string[]) => StoreOutcome<Saved>;
  /** Those of the ids that are in the list, each once. */
  readonly present: (draft: Draft, ids: readonly string[]) => readonly string[];
  /** Writes one item inside the caller's transaction, without a history entry; one that is there keeps its position. */
  readonly put: (draft: Draft, item: T, position: number) => void;
  /** Replaces the whole list inside the caller's transaction, without a history entry. */
  readonly fill: (draft: Draft, items: readonly T[]) => void;
};

/** Builds the functions of one list from its definition. */
export function listTable<T>(definition: ListDefinition<T>): ListTable<T> {
  const { table, path, schema, idOf, columns, toRow, fromRow } = definition;
  const names = ['id', 'position', ...columns].join(', ');
  const marks = ['?', '?', ...columns.map(() => '?')].join(', ');
  const sets = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  const add = `INSERT INTO ${table} (${names}) VALUES (${marks})`;
  const put = `${add} ON CONFLICT (id) DO UPDATE SET ${sets}`;
  const one = `SELECT * FROM ${table} WHERE id = ?`;
  const ordered = `SELECT * FROM ${table} ORDER BY position, rowid`;

  const stored = (draft: Draft, id: string): T | null => {
    const row = statement(draft, one).get(id);
    return row === undefined ? null : schema.parse(fromRow(asRow(row)));
  };
  const find = (draft: Draft, id: string): string | null => {
    const item = stored(draft, id);
    return item === null ? null : JSON.stringify(item);
  };
  const nextPosition = (draft: Draft): number => {
    const row = asRow(statement(draft, `SELECT COALESCE(MAX(position), -1) + 1 AS next FROM ${table}`).get());
    return Number(row.next);
  };
  const putAt = (draft: Draft, item: T, position: number): void => {
    statement(draft, put).run(idOf(item), position, ...toRow(item));
  };

  const save = (draft: Draft, given: T): StoreOutcome<Saved> => {
    const checked = checkValue(schema, given, `${path}[${idOf(given)}]`);
    if (!checked.ok) return checked;
    const item = checked.value;
    return write(draft, () => {
      const before = find(draft, idOf(item));
      const after = JSON.stringify(item);
      if (before === after) return UNCHANGED;
      putAt(draft, item, before === null ? nextPosition(draft) : 0);
      return {
        changed: true,
        savedAt: recordChange(draft, `${path}[${idOf(item)}]`, before, after, 'value'),
      };
    });
  };

  const saveMany = (draft: Draft, given: readonly T[]): StoreOutcome<Saved> => {
    const items: T[] = [];
    for (const one of given) {
      const checked = checkValue(schema, one, `${path}[${idOf(one)}]`);
      if (!checked.ok) return checked;
      items.push(checked.value);
    }
    if (new Set(items.map(idOf)).size < items.length) return refused('id-repeated', '', path);
    return write(draft, () => {
      const pairs = items.map((item) => ({ item, old: stored(draft, idOf(item)) }));
      const differing = pairs.filter(({ item, old }) => JSON.stringify(item) !== JSON.stringify(old));
      if (differing.length === 0) return UNCHANGED;
      const start = nextPosition(draft);
      differing.forEach(({ item }, index) => {
        putAt(draft, item, start + index);
      });
      const replaced = differing.flatMap(({ old }) => (old === null ? [] : [old]));
      const before = JSON.stringify({ replaced });
      const after = JSON.stringify({ saved: differing.map(({ item }) => idOf(item)) });
      return { changed: true, savedAt: recordChange(draft, path, before, after, 'rows') };
    });
  };

  const remove = (draft: Draft, ids: readonly string[]): StoreOutcome<Saved> => {
    const missing = draft.state.closed
      ? undefined
      : ids.find((id) => statement(draft, one).get(id) === undefined);
    if (missing !== undefined) return refused('row-missing', '', `${path}[${missing}]`);
    return write(draft, () => {
      const before = ids.map((id) => {
        const item = stored(draft, id);
        return item === null ? null : (definition.whole?.(draft, item) ?? item);
      });
      if (ids.length === 0) return UNCHANGED;
      for (const id of ids) statement(draft, `DELETE FROM ${table} WHERE id = ?`).run(id);
      const [single] = ids;
      const where = ids.length === 1 ? `${path}[${single}]` : path;
      const old = JSON.stringify(ids.length === 1 ? before[0] : { removed: before });
      return { changed: true, savedAt: recordChange(draft, where, old, null, 'rows') };
    });
  };

  const reorder = (draft: Draft, ids: readonly string[]): StoreOutcome<Saved> =>
    write(draft, () => {
      const before = statement(draft, `SELECT id FROM ${table} ORDER BY position, rowid`)
        .all()
        .map((row) => String(asRow(row).id));
      const wanted = new Set(ids);
      const known = new Set(before);
      const after = [...ids.filter((id) => known.has(id)), ...before.filter((id) => !wanted.has(id))];
      if (after.every((id, index) => id === before[index])) return UNCHANGED;
      after.forEach((id, index) => {
        statement(draft, `UPDATE ${table} SET position = ? WHERE id = ?`).run(index, id);
      });
      const order = (list: readonly string[]): string => JSON.stringify({ order: list });
      const savedAt = recordChange(draft, `${path}.order`, order(before), order(after), 'rows');
      return { changed: true, savedAt };
    });

  const read = (draft: Draft): readonly unknown[] =>
    statement(draft, ordered)
      .all()
      .map((row) => fromRow(asRow(row)));

  return {
    definition,
    read,
    all: (draft) => read(draft).map((item) => schema.parse(item)),
    save,
    saveMany,
    remove,
    reorder,
    present: (draft, ids) => [...new Set(ids)].filter((id) => statement(draft, one).get(id) !== undefined),
    put: putAt,
    fill: (draft, items) => {
      statement(draft, `DELETE FROM ${table}`).run();
      // Plain INSERT: two items with one id are refused here, where an upsert would lose the first.
      items.forEach((item, index) => {
        statement(draft, add).run(idOf(item), index, ...toRow(item));
      });
    },
  };
}
