import type { RawValue } from './decodeRecord.ts';
import type { Tree } from './draftSchema.ts';
import type { Pages } from './openPages.ts';
import { pageOwners } from './pageOwners.ts';
import { PageType, readCells, typeOf } from './readCells.ts';

/** What reading a damaged file's pages found about one table, besides the rows themselves. */
export type TableTrace = {
  readonly read: Set<number>;
  /** Cells that are there and cannot be decoded. */
  broken: number;
  /** Pages that belong to the table's rows and are no longer readable. */
  lostPages: number;
  /** Whether part of the index of the table's own key is unreadable too: then missing rows may be unnamed. */
  keysDamaged: boolean;
  /** Keys of rows by rowid, by index name: what the indexes still know of rows that are gone. */
  readonly keys: Map<string, Map<number, readonly RawValue[]>>;
};

export type Carved = {
  readonly traces: ReadonlyMap<string, TableTrace>;
  /** Destroyed pages of which not even the table is known. */
  readonly namelessPages: number;
};

type OnRow = (table: Tree, rowid: number, values: readonly RawValue[]) => void;

function takeRows(pages: Pages, page: number, table: Tree, trace: TableTrace, onRow: OnRow): void {
  for (const { rowid, values } of readCells(pages, page)) {
    if (rowid === null || values === null || !Number.isSafeInteger(rowid)) trace.broken += 1;
    else if (!trace.read.has(rowid)) {
      trace.read.add(rowid);
      onRow(table, rowid, values);
    }
  }
}

function isOwnKey(index: Tree): boolean {
  return index.name === `sqlite_autoindex_${index.table}_1`;
}

function takeKeys(pages: Pages, page: number, index: Tree, trace: TableTrace): void {
  const keys = trace.keys.get(index.name) ?? new Map<number, readonly RawValue[]>();
  trace.keys.set(index.name, keys);
  for (const { values } of readCells(pages, page)) {
    const rowid = values?.at(-1);
    if (values !== null && typeof rowid === 'number') keys.set(rowid, values.slice(0, -1));
    else if (isOwnKey(index)) trace.keysDamaged = true;
  }
}

/**
 * Reads every row that lies in any readable page of a damaged file, one at a time, and hands it on;
 * pages are found by the pointer map, so rows below a destroyed inner page are read as well.
 */
export function carveRows(pages: Pages, schema: readonly Tree[], onRow: OnRow): Carved {
  const trees = new Map(schema.map((tree) => [tree.root, tree]));
  // Page 1 is the root of the list of tables itself: its pages are known, and not rows of anybody.
  const { owners, lost, nameless } = pageOwners(pages, new Set([1, ...trees.keys()]));
  const traces = new Map<string, TableTrace>();
  for (const tree of schema) {
    if (tree.kind === 'table') {
      traces.set(tree.name, {
        read: new Set(),
        broken: 0,
        lostPages: 0,
        keysDamaged: false,
        keys: new Map(),
      });
    }
  }
  const lose = (root: number): void => {
    const tree = trees.get(root);
    const trace = tree === undefined ? undefined : traces.get(tree.table);
    if (tree === undefined || trace === undefined) return;
    if (tree.kind === 'table') trace.lostPages += 1;
    else if (isOwnKey(tree)) trace.keysDamaged = true;
  };
  for (const [page, root] of owners) {
    const tree = trees.get(root);
    const trace = tree === undefined ? undefined : traces.get(tree.table);
    if (tree === undefined || trace === undefined) continue;
    const type = typeOf(page, pages.read(page));
    const isTablePage = type === PageType.tableLeaf || type === PageType.tableInterior;
    // A page of the other kind is a page of something else that was written over this one.
    if (isTablePage !== (tree.kind === 'table')) lose(root);
    else if (tree.kind === 'index') takeKeys(pages, page, tree, trace);
    else if (type === PageType.tableLeaf) takeRows(pages, page, tree, trace, onRow);
  }
  for (const root of lost.values()) lose(root);
  return { traces, namelessPages: nameless };
}
