/** A change to a list of rows: see Edit. */
export type RowsChange<Row> = {
  readonly save: readonly Row[];
  readonly remove: readonly string[];
  readonly order?: readonly string[] | undefined;
};

/** The rows after the change, and the change that takes it back. */
export type AppliedRows<Row> = { readonly rows: Row[]; readonly inverse: RowsChange<Row> };

/**
 * Applies a change to rows: saved ones replace their like or come at the end, removed ones go, then the order.
 * Linear in the rows. Removing what is not there changes nothing.
 */
export function applyRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { save, remove, order }: RowsChange<Row>,
): AppliedRows<Row> {
  const saved = new Map(save.map((row) => [row.id, row]));
  const gone = new Set(remove);
  const present = new Set(rows.map(({ id }) => id));
  const kept = rows.filter(({ id }) => !gone.has(id)).map((row) => saved.get(row.id) ?? row);
  const added = save.filter(({ id }) => !present.has(id));
  const next = order === undefined ? [...kept, ...added] : inOrder([...kept, ...added], order);
  const movesBack = order !== undefined || rows.some(({ id }) => gone.has(id));
  const inverse: RowsChange<Row> = {
    save: rows.filter(({ id }) => gone.has(id) || saved.has(id)),
    remove: added.map(({ id }) => id),
    ...(movesBack ? { order: rows.map(({ id }) => id) } : {}),
  };
  return { rows: next, inverse };
}

/** Rows the order names come first, in its order; the others keep theirs behind them. */
function inOrder<Row extends { readonly id: string }>(rows: readonly Row[], order: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const named = order.flatMap((id) => byId.get(id) ?? []);
  const first = new Set(order);
  return [...named, ...rows.filter(({ id }) => !first.has(id))];
}
