import type { CellHost, InputCell } from './CellHost.ts';

import type { GridColumn } from './gridColumn.ts';
import type { HostedGrid } from './HostedGrid.ts';
import { parseTsv } from './parseTsv.ts';
import { placePaste } from './placePaste.ts';

/** What the cell input asks of its grid. */
export function makeCellHost<Row extends { readonly id: string }>(grid: HostedGrid<Row>): CellHost<Row> {
  const focused = () => grid.api.getFocusedCell();
  const write: CellHost<Row>['write'] = (rowId, column, text, session) => {
    // The newest row: the one on the screen may wait until no cell is open.
    const row = grid.content.rows.find(({ id }) => id === rowId);
    if (row === undefined || column.read === null || grid.content.readOnly) return null;
    const read = column.read(row, text);
    if (!read.ok) return read.message;
    if (column.editText(read.row) === column.editText(row)) return null;
    const at = { row: rowId, column: column.id };
    const mergeKey = `${grid.content.label} ${rowId} ${column.id} ${session}`;
    grid.events.onChange({ kind: 'cell', save: [read.row], remove: [], at, mergeKey });
    return null;
  };
  return {
    cellOf: (element) => cellOf(grid, element),
    readOnly: () => grid.content.readOnly,
    write,
    rested: () => queueMicrotask(() => grid.catchUp()),
    move: (way, edited) => move(grid, way, edited),
    leap: (row, column) => {
      const at = focused();
      const columns = grid.displayedColumns();
      if (at === null) return;
      const target = column === null ? at.column.getColId() : columns.at(column === 'first' ? 0 : -1)?.id;
      const index = row === null ? at.rowIndex : row === 'first' ? 0 : grid.api.getDisplayedRowCount() - 1;
      if (target !== undefined) goTo(grid, index, target);
    },
    refused: ({ row, column }, message) =>
      grid.events.onRefused(`第 ${grid.positionOf(row.id)} 行“${column.title}”`, message),
    toggleRow: (rowId) => {
      const node = grid.api.getRowNode(rowId);
      node?.setSelected(node.isSelected() !== true);
    },
    extendSelection: (way) => {
      const at = focused()?.rowIndex;
      if (at === undefined) return;
      grid.api.getDisplayedRowAtIndex(at)?.setSelected(true);
      move(grid, way, false);
      grid.api.getDisplayedRowAtIndex(focused()?.rowIndex ?? at)?.setSelected(true);
    },
    selectAll: () => grid.api.selectAll('filtered'),
    fillFromAbove: (rowId, column) => {
      const at = grid.api.getRowNode(rowId)?.rowIndex ?? 0;
      const above = grid.api.getDisplayedRowAtIndex(at - 1)?.data;
      if (above !== undefined) write(rowId, column, column.editText(above), Date.now());
    },
    moveRow: (rowId, way) => moveRow(grid, rowId, way),
    paste: (cell, text) => paste(grid, cell.row.id, cell.column, text),
    copy: (data) => grid.putOn(data),
  };
}

function cellOf<Row extends { readonly id: string }>(
  grid: HostedGrid<Row>,
  element: HTMLElement,
): InputCell<Row> | null {
  const columnId = element.getAttribute('col-id');
  const rowId = element.closest('[row-id]')?.getAttribute('row-id') ?? '';
  const row = grid.api.getRowNode(rowId)?.data;
  const column = grid.content.columns.find(({ id }) => id === columnId);
  if (row === undefined || column === undefined) return null;
  const mark = grid.markOf(rowId, column.id);
  const said = mark === null ? '' : `，${mark.messages.join('；')}`;
  return { row, column, name: `第 ${grid.positionOf(rowId)} 行，${column.title}${said}` };
}

function move<Row extends { readonly id: string }>(
  grid: HostedGrid<Row>,
  way: Parameters<CellHost<Row>['move']>[0],
  edited: boolean,
): void {
  const at = grid.api.getFocusedCell();
  if (at === null) return;
  const columnId = at.column.getColId();
  const row = grid.api.getDisplayedRowAtIndex(at.rowIndex)?.data?.id ?? '';
  const grows = edited && grid.goesOn(row);
  if (way === 'next' || way === 'previous') {
    const moved = way === 'next' ? grid.api.tabToNextCell() : grid.api.tabToPreviousCell();
    grid.tabbedIn = way === 'next' ? row : null;
    if (!moved && way === 'next' && grows) grid.addRow();
    return;
  }
  if (way === 'left' || way === 'right') {
    const ids = grid.api.getAllDisplayedColumns().map((column) => column.getColId());
    const next = ids[ids.indexOf(columnId) + (way === 'right' ? 1 : -1)];
    if (next === undefined) return;
    goTo(grid, at.rowIndex, next);
    return;
  }
  const next = at.rowIndex + (way === 'down' ? 1 : -1);
  if (next < 0) return;
  if (next >= grid.api.getDisplayedRowCount()) {
    if (grows) grid.addRow(grid.tabbedIn === row ? null : columnId);
    return;
  }
  goTo(grid, next, columnId);
}

function goTo<Row extends { readonly id: string }>(grid: HostedGrid<Row>, row: number, column: string): void {
  grid.api.ensureIndexVisible(row);
  grid.api.ensureColumnVisible(column);
  grid.api.setFocusedCell(row, column);
}

function moveRow<Row extends { readonly id: string }>(
  grid: HostedGrid<Row>,
  rowId: string,
  way: 'down' | 'up',
): void {
  const { reorder, readOnly, rows } = grid.content;
  if (!reorder || readOnly || !grid.isPlain()) return;
  const order = rows.map(({ id }) => id);
  const from = order.indexOf(rowId);
  const to = from + (way === 'down' ? 1 : -1);
  const other = order[to];
  if (other === undefined) return;
  order[to] = rowId;
  order[from] = other;
  grid.events.onChange({ kind: 'order', save: [], remove: [], order });
  const column = grid.api.getFocusedCell()?.column.getColId();
  // The rows come back in their new order within this turn of the event loop.
  setTimeout(() => grid.show(rowId, column ?? null), 0);
}

function paste<Row extends { readonly id: string }>(
  grid: HostedGrid<Row>,
  rowId: string,
  column: GridColumn<Row>,
  text: string,
): void {
  const { readOnly, newRow } = grid.content;
  if (readOnly) return;
  const columns = grid.displayedColumns();
  const rows = grid.displayedRows();
  const start = {
    row: Math.max(
      rows.findIndex(({ id }) => id === rowId),
      0,
    ),
    column: Math.max(columns.indexOf(column), 0),
  };
  const placed = placePaste({ table: parseTsv(text), columns, rows, start, newRow });
  if (placed.save.length > 0) grid.events.onChange({ kind: 'paste', save: placed.save, remove: [] });
  grid.events.onPasted(placed);
}
