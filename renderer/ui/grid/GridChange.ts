/** A change a person made in a grid: rows to store (changed or new), rows to take out, and the order afterwards. */
export type GridChange<Row> = {
  readonly kind: 'cell' | 'paste' | 'fill' | 'add' | 'remove' | 'order';
  readonly save: readonly Row[];
  readonly remove: readonly string[];
  readonly order?: readonly string[];
  /** Changes of one key are one step of undo: a cell while it is typed. */
  readonly mergeKey?: string;
  /** Where: row and column. */
  readonly at?: { readonly row: string; readonly column: string };
};
