import type { GridChange } from './GridChange.ts';
import type { GridColumn } from './gridColumn.ts';
import type { GridMarks } from './gridMarks.ts';
import type { PlacedPaste } from './placePaste.ts';

/** What the grid works with now; the engine reads it anew whenever it needs it. */
export type GridContent<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly marks: GridMarks;
  readonly readOnly: boolean;
  /** A row to add; null where rows cannot be added here. */
  readonly newRow: (() => Row) | null;
  /** Whether the order of the rows is the user's. */
  readonly reorder: boolean;
};

/** What happened in the grid. */
export type GridEvents<Row> = {
  readonly onChange: (change: GridChange<Row>) => void;
  readonly onPasted: (placed: PlacedPaste<Row>) => void;
  readonly onRefused: (where: string, message: string) => void;
  /** Selected rows in the order shown, and those that pass the filters (null: all do). */
  readonly onView: (view: {
    readonly selected: readonly Row[];
    readonly shown: readonly Row[] | null;
  }) => void;
  readonly onFocusCell: (rowId: string | null, columnId: string | null) => void;
};
