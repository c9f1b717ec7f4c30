import type { Statement } from 'better-sqlite3';
import type { Draft } from './draft.ts';

/** The draft's compiled statement for this SQL, compiled at its first use. */
export function statement(draft: Draft, sql: string): Statement<unknown[], unknown> {
  const known = draft.statements.get(sql);
  if (known !== undefined) return known;
  const compiled = draft.db.prepare<unknown[], unknown>(sql);
  draft.statements.set(sql, compiled);
  return compiled;
}
