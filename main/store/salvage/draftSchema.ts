import { createTables, prepareBlankFile } from '../createTables.ts';
import type { Migration } from '../migrations/migration.ts';
import { openSqlite, type Sqlite } from '../openSqlite.ts';
import { asRow } from '../sqlRow.ts';
import type { Pages } from './openPages.ts';
import { childrenOf, PageType, readCells, typeOf } from './readCells.ts';

/** A table or index of a draft and the page its b-tree begins at. */
export type Tree = {
  readonly kind: 'table' | 'index';
  readonly name: string;
  readonly table: string;
  readonly root: number;
  readonly columns: readonly string[];
  /** The column that is the rowid itself, and so lies as NULL in the record; null when there is none. */
  readonly rowidColumn: string | null;
};

function columnsOf(db: Sqlite, kind: Tree['kind'], name: string): readonly string[] {
  const pragma = kind === 'table' ? 'table_info' : 'index_info';
  return db
    .prepare(`SELECT name FROM pragma_${pragma}(?)`)
    .all(name)
    .map((row) => String(asRow(row).name));
}

function rowidColumnOf(db: Sqlite, name: string): string | null {
  const sql = "SELECT name FROM pragma_table_info(?) WHERE pk = 1 AND type = 'INTEGER'";
  const found = db.prepare(sql).all(name);
  const keys = db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0').all(name);
  const [only] = found;
  return only !== undefined && keys.length === 1 ? String(asRow(only).name) : null;
}

/** What a draft of this format looks like when it is made: auto_vacuum keeps every root where it was. */
function blankTrees(migrations: readonly Migration[]): readonly Tree[] {
  const db = openSqlite(':memory:', { mustExist: false });
  try {
    prepareBlankFile(db);
    createTables(db, migrations);
    const sql = "SELECT type, name, tbl_name, rootpage FROM sqlite_schema WHERE type IN ('table', 'index')";
    return db
      .prepare(sql)
      .all()
      .map(asRow)
      .map((row) => {
        const kind = row.type === 'table' ? ('table' as const) : ('index' as const);
        const name = String(row.name);
        return {
          kind,
          name,
          table: String(row.tbl_name),
          root: Number(row.rootpage),
          columns: columnsOf(db, kind, name),
          rowidColumn: kind === 'table' ? rowidColumnOf(db, name) : null,
        };
      });
  } finally {
    db.close();
  }
}

/** The roots the damaged file itself tells, as far as its own list of tables can be read. */
function rootsInFile(pages: Pages): ReadonlyMap<string, number> {
  const roots = new Map<string, number>();
  const waiting = [1];
  const seen = new Set<number>();
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (page < 1 || page > pages.count || seen.has(page)) continue;
    seen.add(page);
    const bytes = pages.read(page);
    waiting.push(...childrenOf(page, bytes));
    if (typeOf(page, bytes) !== PageType.tableLeaf) continue;
    for (const { values } of readCells(pages, page)) {
      const [, name, , root] = values ?? [];
      if (typeof name === 'string' && typeof root === 'number' && root > 1) roots.set(name, root);
    }
  }
  return roots;
}

/** The tables and indexes of a damaged draft, roots included, even when its own list of them is destroyed. */
export function draftSchema(pages: Pages, migrations: readonly Migration[]): readonly Tree[] {
  const told = rootsInFile(pages);
  return blankTrees(migrations).map((tree) => ({ ...tree, root: told.get(tree.name) ?? tree.root }));
}
