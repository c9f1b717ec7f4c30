import { createStore, type StoreApi } from 'zustand/vanilla';

/** What a grid shows now, apart from its rows: kept outside of React's tree so that moving about renders little. */
export type GridView<Row> = {
  readonly selected: readonly Row[];
  /** Null while no filter is set. */
  readonly shown: readonly Row[] | null;
  readonly focused: { readonly row: string; readonly column: string } | null;
};

export function createGridView<Row>(): StoreApi<GridView<Row>> {
  return createStore<GridView<Row>>(() => ({ selected: [], shown: null, focused: null }));
}
