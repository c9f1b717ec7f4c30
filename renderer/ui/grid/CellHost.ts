import type { GridColumn } from './gridColumn.ts';

/** A cell the input can be laid over. */
export type InputCell<Row> = { readonly row: Row; readonly column: GridColumn<Row>; readonly name: string };

/** What the input asks of the grid it belongs to. */
export type CellHost<Row> = {
  readonly cellOf: (cell: HTMLElement) => InputCell<Row> | null;
  readonly readOnly: () => boolean;
  /** Puts a text into the cell; says why when it cannot be read. Texts of one `session` are one step of undo. */
  readonly write: (rowId: string, column: GridColumn<Row>, text: string, session: number) => string | null;
  /** No cell is open any more: rows that waited for that may move. */
  readonly rested: () => void;
  /** `edited`: a value was just entered, so the end of the table may grow. */
  readonly move: (way: 'down' | 'up' | 'left' | 'right' | 'next' | 'previous', edited: boolean) => void;
  /** To the edge of the table: `row` up or down, `column` left or right; null stays. */
  readonly leap: (row: 'first' | 'last' | null, column: 'first' | 'last' | null) => void;
  /** Says that what was left in the cell could not be taken. */
  readonly refused: (cell: InputCell<Row>, message: string) => void;
  readonly toggleRow: (rowId: string) => void;
  readonly extendSelection: (way: 'down' | 'up') => void;
  readonly selectAll: () => void;
  readonly fillFromAbove: (rowId: string, column: GridColumn<Row>) => void;
  readonly moveRow: (rowId: string, way: 'down' | 'up') => void;
  readonly paste: (cell: InputCell<Row>, text: string) => void;
  /** True when rows were put on the clipboard; false leaves the cell's own text to the browser. */
  readonly copy: (data: DataTransfer) => boolean;
};
