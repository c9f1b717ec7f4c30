import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import { createGrid, type GridApi, type RowDragEndEvent } from 'ag-grid-community';
import { cspNonce } from '../../app/cspNonce.ts';
import { onCommit } from '../../draft/pendingWords.ts';
import { CellInput } from './CellInput.ts';
import { changedRows } from './changedRows.ts';
import { columnDefinitions, POSITION } from './columnDefinitions.ts';
import { copyRows } from './copyRows.ts';
import type { GridContent, GridEvents } from './GridContent.ts';
import type { GridColumn } from './gridColumn.ts';
import type { CellMark } from './gridMarks.ts';
import { gridModules } from './gridModules.ts';
import { gridTheme } from './gridTheme.ts';
import { leaveGrid } from './leaveGrid.ts';
import { makeCellHost } from './makeCellHost.ts';
import { markOfCell } from './markOfCell.ts';

/**
 * AG Grid Community with a sheet's manners: keys, typing, paste and copy as a spreadsheet has them. It shows the
 * rows it is given and never changes one: every change goes out as a GridChange and comes back as new rows.
 */
export class GridEngine<Row extends { readonly id: string }> {
  readonly api: GridApi<Row>;
  readonly events: GridEvents<Row>;
  readonly #element: HTMLElement;
  readonly #input: CellInput<Row>;
  #content: GridContent<Row>;
  /** Rows the grid shows; behind the content's while a cell is open in a sorted or filtered table. */
  #shown: readonly Row[];
  #positions: ReadonlyMap<string, number>;
  /** Rows a quick filter keeps, as they were when it was chosen, and the rows there were then. */
  #kept: { readonly ids: ReadonlySet<string>; readonly known: ReadonlySet<string> } | null = null;
  /** Row added last: Enter and Tab at its end go on adding, as one types line after line. */
  #fresh: string | null = null;
  /** Row that Tab is leading through; Enter goes back to the first column from there. */
  tabbedIn: string | null = null;
  readonly #endCommit: () => void;
  #wanted: { readonly row: string; readonly column: string | null } | null = null;

  constructor(element: HTMLElement, content: GridContent<Row>, events: GridEvents<Row>) {
    this.#element = element;
    this.#content = content;
    this.#shown = content.rows;
    this.#positions = positionsOf(content.rows);
    this.events = events;
    this.#input = new CellInput(makeCellHost(this));
    this.api = createGrid<Row>(
      element,
      {
        rowData: [...content.rows],
        columnDefs: columnDefinitions(this),
        defaultColDef: { sortable: true, resizable: true, suppressMovable: false },
        getRowId: ({ data }) => data.id,
        theme: gridTheme,
        styleNonce: cspNonce,
        localeText: AG_GRID_LOCALE_CN,
        loadThemeGoogleFonts: false,
        rowSelection: {
          mode: 'multiRow',
          checkboxes: true,
          headerCheckbox: true,
          selectAll: 'filtered',
          enableClickSelection: false,
        },
        selectionColumnDef: { pinned: 'left', width: 40, suppressHeaderMenuButton: true },
        animateRows: false,
        suppressCellFocus: false,
        tooltipShowDelay: 400,
        suppressDragLeaveHidesColumns: true,
        isExternalFilterPresent: () => this.#kept !== null,
        doesExternalFilterPass: ({ data }) =>
          this.#kept === null ||
          data === undefined ||
          this.#kept.ids.has(data.id) ||
          !this.#kept.known.has(data.id),
        onSelectionChanged: () => this.#tellView(),
        onModelUpdated: () => this.#tellView(),
        onCellFocused: ({ rowIndex, column }) => {
          const row = rowIndex === null ? undefined : this.api.getDisplayedRowAtIndex(rowIndex);
          const id = column === null || typeof column === 'string' ? column : column.getColId();
          events.onFocusCell(row?.data?.id ?? null, id);
        },
        onRowDragEnd: (event) => this.#dropped(event),
      },
      { modules: gridModules },
    );
    element.addEventListener('focusin', this.#onFocusIn);
    element.addEventListener('dblclick', this.#onDoubleClick);
    element.addEventListener('copy', this.#onCopy);
    element.addEventListener('keydown', this.#onEscape);
    this.#nameIt();
    this.#endCommit = onCommit(() => this.#input.commitPending());
  }

  get content(): GridContent<Row> {
    return this.#content;
  }

  /** Shows other content; rows that did not change are not touched. */
  update(content: GridContent<Row>): void {
    const before = this.#content;
    this.#content = content;
    if (before.columns !== content.columns || before.readOnly !== content.readOnly)
      this.api.setGridOption('columnDefs', columnDefinitions(this));
    const focusedAt = document.activeElement === this.#input.element ? this.api.getFocusedCell() : null;
    this.#showRows();
    if (before.marks !== content.marks) this.api.refreshCells({ force: true, suppressFlash: true });
    this.#input.refresh();
    if (focusedAt !== null && !this.#input.element.isConnected)
      this.focusAt(focusedAt.rowIndex, focusedAt.column.getColId());
    if (this.#wanted !== null) this.show(this.#wanted.row, this.#wanted.column);
  }

  catchUp(): void {
    if (!this.api.isDestroyed() && this.#shown !== this.#content.rows) this.update(this.#content);
  }

  /** A row must not move away or vanish under the person who types in it: then it waits for the end of that. */
  #showRows(): void {
    const [before, rows] = [this.#shown, this.#content.rows];
    if (before === rows || (this.#input.editing && !this.isPlain())) return;
    this.#shown = rows;
    this.#show(before, rows);
    if (before.length !== rows.length || this.#content.reorder)
      this.api.refreshCells({ columns: [POSITION], force: true });
  }

  /** A few changed rows among thousands are handed over alone. */
  #show(before: readonly Row[], rows: readonly Row[]): void {
    const changed = changedRows(before, rows);
    if (changed !== null && changed.length <= FEW) {
      this.api.applyTransaction({ update: [...changed] });
      return;
    }
    this.#positions = positionsOf(rows);
    this.api.setGridOption('rowData', [...rows]);
  }

  /** Place of a row in the list, from 1: what findings and the printed table call its number. */
  positionOf(id: string): number {
    return (this.#positions.get(id) ?? -1) + 1;
  }

  markOf = (row: string, column: string): CellMark | null =>
    markOfCell(this.#content.marks, this.#content.columns, row, column);

  /** Displayed columns of the content, without the grid's own. */
  displayedColumns(): readonly GridColumn<Row>[] {
    const byId = new Map(this.#content.columns.map((column) => [column.id, column]));
    return this.api.getAllDisplayedColumns().flatMap((column) => byId.get(column.getColId()) ?? []);
  }

  /** Rows as they are displayed: filtered and sorted. */
  displayedRows(): readonly Row[] {
    const rows: Row[] = [];
    this.api.forEachNodeAfterFilterAndSort(({ data }) => {
      if (data !== undefined) rows.push(data);
    });
    return rows;
  }

  selectedRows(): readonly Row[] {
    const ids = new Set(this.api.getSelectedNodes().flatMap(({ data }) => data?.id ?? []));
    return ids.size === 0 ? [] : this.displayedRows().filter(({ id }) => ids.has(id));
  }

  /** Whether rows stand in their own order, all of them. */
  isPlain(): boolean {
    return (
      !this.api.isAnyFilterPresent() &&
      this.#kept === null &&
      this.api.getColumnState().every(({ sort }) => sort === null || sort === undefined)
    );
  }

  /** Whether leaving this row at its end adds another: the row was added just now and is the last. */
  goesOn(row: string): boolean {
    return row === this.#fresh && this.#content.rows.at(-1)?.id === row && this.isPlain();
  }

  search(words: string): void {
    this.api.setGridOption('quickFilterText', words);
  }

  /** Shows only these rows, and those that are added from now on; null shows all. */
  keep(ids: ReadonlySet<string> | null): void {
    this.#kept = ids === null ? null : { ids, known: new Set(this.#content.rows.map(({ id }) => id)) };
    this.api.onFilterChanged();
  }

  /** Adds a row at the end and leads to it. */
  addRow(column: string | null = null): void {
    const row = this.#content.newRow?.();
    if (row === undefined || this.#content.readOnly) return;
    this.#wanted = { row: row.id, column: column ?? this.#firstToFill() };
    this.#fresh = row.id;
    this.events.onChange({ kind: 'add', save: [row], remove: [] });
  }

  /** Leads to the first row of a table that had none; `added` by hand, one goes on adding from there. */
  begin(row: string, added: boolean): void {
    if (this.api.isDestroyed()) return;
    if (added) this.#fresh = row;
    this.show(row, this.#firstToFill());
  }

  #firstToFill(): string | null {
    return this.displayedColumns().find(({ read }) => read !== null)?.id ?? null;
  }

  /** Gives the focus to a displayed row, or to the last one when there are not so many. */
  focusAt(row: number, column: string = POSITION): void {
    const last = this.api.getDisplayedRowCount() - 1;
    if (last < 0) return;
    this.api.ensureIndexVisible(Math.min(row, last));
    this.api.setFocusedCell(Math.min(row, last), column);
  }

  /** Scrolls to a cell, gives it the focus and lights it up. False when the row is hidden or not there. */
  show(row: string, column: string | null): boolean {
    this.#wanted = null;
    const node = this.api.getRowNode(row);
    const { rowIndex } = node ?? {};
    if (node === undefined || rowIndex === null || rowIndex === undefined) return false;
    const known = this.displayedColumns().some(({ id }) => id === column);
    const target = known && column !== null ? column : POSITION;
    this.api.ensureIndexVisible(rowIndex, 'middle');
    this.api.ensureColumnVisible(target);
    this.api.setFocusedCell(rowIndex, target);
    const cell = this.#element.querySelector(
      `[row-id="${CSS.escape(row)}"] [col-id="${CSS.escape(target)}"]`,
    );
    cell?.setAttribute('data-found', '');
    setTimeout(() => cell?.removeAttribute('data-found'), 2500);
    return true;
  }

  /** Puts the selected rows on a clipboard; false when none is selected. */
  putOn(data: DataTransfer): boolean {
    const rows = this.selectedRows();
    if (rows.length === 0) return false;
    const { text, html } = copyRows(rows, this.displayedColumns());
    data.setData('text/plain', text);
    data.setData('text/html', html);
    return true;
  }

  /** Puts the selected rows on the clipboard, as Ctrl+C does. */
  copySelected(): void {
    const put = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      if (event.clipboardData !== null) this.putOn(event.clipboardData);
    };
    // The page may not use navigator.clipboard; a copy a person asked for it may.
    document.addEventListener('copy', put, { capture: true, once: true });
    document.execCommand('copy');
    document.removeEventListener('copy', put, { capture: true });
  }

  destroy(): void {
    this.#endCommit();
    this.#element.removeEventListener('focusin', this.#onFocusIn);
    this.#element.removeEventListener('dblclick', this.#onDoubleClick);
    this.#element.removeEventListener('copy', this.#onCopy);
    this.#element.removeEventListener('keydown', this.#onEscape);
    this.#input.destroy();
    this.api.destroy();
  }

  readonly #onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.classList.contains('ag-cell')) this.#input.attach(target);
  };

  /** Copying with the focus on a checkbox or a row number takes the selected rows too. */
  readonly #onCopy = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || event.clipboardData === null || !this.putOn(event.clipboardData)) return;
    event.preventDefault();
  };

  /** Escape at rest leaves the table: behind it, with Shift before it. What is open takes the key itself. */
  readonly #onEscape = (event: KeyboardEvent): void => {
    const { key, target, defaultPrevented, shiftKey } = event;
    if (key !== 'Escape' || defaultPrevented || event.isComposing) return;
    if (target instanceof Element && target.closest('.ag-popup') !== null) return;
    if (leaveGrid(this.#element, shiftKey ? 'before' : 'behind')) event.preventDefault();
  };

  readonly #onDoubleClick = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.closest('.ag-cell') === this.#input.element.parentElement)
      this.#input.edit();
  };

  #tellView(): void {
    if (this.api?.isDestroyed() !== false) return;
    const filtered = this.api.isAnyFilterPresent() || this.#kept !== null;
    this.events.onView({ selected: this.selectedRows(), shown: filtered ? this.displayedRows() : null });
  }

  #dropped({ node, overIndex }: RowDragEndEvent<Row>): void {
    if (node.data === undefined || !this.isPlain()) return;
    const ids = this.#content.rows.map(({ id }) => id).filter((id) => id !== node.data?.id);
    ids.splice(overIndex < 0 ? ids.length : overIndex, 0, node.data.id);
    this.events.onChange({ kind: 'order', save: [], remove: [], order: ids });
  }

  #nameIt(): void {
    this.#element
      .querySelector('[role=grid], [role=treegrid]')
      ?.setAttribute('aria-label', this.#content.label);
  }
}

const FEW = 200;

function positionsOf(rows: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, at) => [id, at]));
}
