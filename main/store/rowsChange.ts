/** A change to rows of a list, as shared/edits has it. */
export type RowsChange<Row> = {
  readonly save: readonly Row[];
  readonly remove: readonly string[];
  readonly order?: readonly string[] | undefined;
};

/** An id that a change names twice where it may stand once (saved twice, saved and removed, twice in the order). */
export function repeatedId(
  save: readonly string[],
  remove: readonly string[],
  order: readonly string[] = [],
): string | null {
  return firstRepeated([...save, ...new Set(remove)]) ?? firstRepeated(order);
}

function firstRepeated(ids: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}
