/** The rows that changed; null when rows came, went or moved. */
export function changedRows<Row extends { readonly id: string }>(
  before: readonly Row[],
  rows: readonly Row[],
): readonly Row[] | null {
  if (before.length !== rows.length) return null;
  const changed: Row[] = [];
  for (const [at, row] of rows.entries()) {
    const old = before[at];
    if (old === row) continue;
    if (old?.id !== row.id) return null;
    changed.push(row);
  }
  return changed;
}
