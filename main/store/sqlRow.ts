/** A row as SQLite gives it; a schema judges it afterwards. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** What is bound to a column. */
export type SqlValue = string | number | null;

/** A column that holds JSON; throws a SyntaxError when the text is none. */
export function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') throw new SyntaxError('expected JSON text');
  return JSON.parse(value);
}

/** Narrows what the driver returned. */
export function asRow(value: unknown): SqlRow {
  if (typeof value !== 'object' || value === null) throw new TypeError('expected a row');
  return value as SqlRow;
}
