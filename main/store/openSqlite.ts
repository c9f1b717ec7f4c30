import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export type Sqlite = Database.Database;

function isPackaged(): boolean {
  const resources = 'resourcesPath' in process ? process.resourcesPath : undefined;
  return typeof resources === 'string' && existsSync(join(resources, 'app.asar'));
}

/** The development fallback's own build of the driver (docs: runtime); a packaged app never looks at it. */
function nativeBinding(): string | undefined {
  const named = process.env.CHENGCE_SQLITE_BINDING;
  return named === undefined || named === '' || isPackaged() ? undefined : named;
}

/**
 * Opens one SQLite connection. `path` is absolute. Throws the driver's error.
 * Schemas of foreign files are not trusted, and cells are checked as they are read.
 */
export function openSqlite(
  path: string,
  options: { readonly readOnly?: boolean; readonly mustExist?: boolean; readonly busyMs?: number } = {},
): Sqlite {
  const binding = nativeBinding();
  const db = new Database(path, {
    readonly: options.readOnly ?? false,
    fileMustExist: options.mustExist ?? true,
    timeout: options.busyMs ?? 2000,
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  });
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  return db;
}
