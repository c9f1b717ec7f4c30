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
  // One pass and little waste: a letter typed into one of ten thousand rows comes through here.
  const next: Row[] = [];
  const before: Row[] = [];
  const replaced = new Set<string>();
  let removes = false;
  for (const row of rows) {
    const isGone = gone.has(row.id);
    const other = saved.get(row.id);
    if (isGone || other !== undefined) before.push(row);
    if (other !== undefined) replaced.add(row.id);
    if (isGone) removes = true;
    else next.push(other ?? row);
  }
  const added = save.filter(({ id }) => !replaced.has(id));
  for (const row of added) next.push(row);
  const movesBack = order !== undefined || removes;
  const inverse: RowsChange<Row> = {
    save: before,
    remove: added.map(({ id }) => id),
    ...(movesBack ? { order: rows.map(({ id }) => id) } : {}),
  };
  return { rows: order === undefined ? next : inOrder(next, order), inverse };
}

/** Rows the order names come first, in its order; the others keep theirs behind them. */
function inOrder<Row extends { readonly id: string }>(rows: readonly Row[], order: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const named = order.flatMap((id) => byId.get(id) ?? []);
  const first = new Set(order);
  return [...named, ...rows.filter(({ id }) => !first.has(id))];
}
