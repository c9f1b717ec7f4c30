import type { GridApi } from 'ag-grid-community';
import type { GridContent, GridEvents } from './GridContent.ts';
import type { GridColumn } from './gridColumn.ts';
import type { CellMark } from './gridMarks.ts';

/** What the host of the cell input needs of the grid it serves. */
export type HostedGrid<Row extends { readonly id: string }> = {
  readonly api: GridApi<Row>;
  readonly events: GridEvents<Row>;
  readonly content: GridContent<Row>;
  /** Row that Tab is leading through. */
  tabbedIn: string | null;
  readonly positionOf: (id: string) => number;
  readonly markOf: (row: string, column: string) => CellMark | null;
  readonly displayedColumns: () => readonly GridColumn<Row>[];
  readonly displayedRows: () => readonly Row[];
  readonly isPlain: () => boolean;
  readonly goesOn: (row: string) => boolean;
  /** Shows what came while a cell was open. */
  readonly catchUp: () => void;
  readonly addRow: (column?: string | null) => void;
  readonly show: (row: string, column: string | null) => boolean;
  readonly putOn: (data: DataTransfer) => boolean;
};
