import type { ColDef } from 'ag-grid-community';
import { CellFace, type FaceParams } from './CellFace.ts';
import { derivedColumn } from './derivedColumn.ts';
import type { GridContent } from './GridContent.ts';
import type { GridColumn } from './gridColumn.ts';
import type { CellMark } from './gridMarks.ts';

/** Id of the column of row numbers. */
export const POSITION = '#';

type Source<Row> = {
  readonly content: GridContent<Row>;
  readonly positionOf: (id: string) => number;
  readonly markOf: (row: string, column: string) => CellMark | null;
};

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The grid's columns as AG Grid takes them: row numbers first, then the content's. */
export function columnDefinitions<Row extends { readonly id: string }>(source: Source<Row>): ColDef<Row>[] {
  const { content, markOf } = source;
  const position = derivedColumn<Row>({
    id: POSITION,
    title: '行',
    width: content.reorder && !content.readOnly ? 78 : 58,
    pinned: true,
    align: 'right',
    text: ({ id }) => String(source.positionOf(id)),
    value: ({ id }) => source.positionOf(id),
  });
  const first: ColDef<Row> = {
    ...definition(position, markOf),
    filter: false,
    resizable: false,
    rowDrag: content.reorder && !content.readOnly,
  };
  return [first, ...content.columns.map((column) => definition(column, markOf))];
}

function definition<Row extends { readonly id: string }>(
  column: GridColumn<Row>,
  markOf: (row: string, column: string) => CellMark | null,
): ColDef<Row> {
  const right = column.align === 'right';
  const face: FaceParams<Row> = { shows: column, markOf };
  return {
    colId: column.id,
    headerName: column.title,
    ...(column.hint === '' ? {} : { headerTooltip: column.hint }),
    ...(column.grow ? { flex: 1, minWidth: column.width } : { width: column.width }),
    ...(column.pinned ? { pinned: 'left' as const } : {}),
    valueGetter: ({ data }) => (data === undefined ? null : column.value(data)),
    comparator: compare,
    filter: column.kind === 'money' ? 'agNumberColumnFilter' : 'agTextColumnFilter',
    getQuickFilterText: ({ data }) => (data === null || data === undefined ? '' : column.text(data)),
    cellRenderer: CellFace,
    cellRendererParams: face,
    headerClass: right ? 'ag-right-aligned-header' : '',
    cellClass: right ? 'ag-right-aligned-cell' : column.align === 'center' ? 'cell-center' : '',
    tooltipValueGetter: ({ data, column: shown }) => {
      if (data === undefined || data === null) return null;
      const said = markOf(data.id, column.id)?.messages.join('\n');
      const room = shown !== undefined && 'getActualWidth' in shown ? shown.getActualWidth() - PADDING : 0;
      return said ?? (widthOf(column.text(data)) > room ? column.text(data) : null);
    },
  };
}

/** Numbers by size, words as Chinese dictionaries order them, digits in them by value; empty cells last. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [a ?? '', b ?? ''];
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
  return collator.compare(String(left), String(right));
}

const PADDING = 22;

/** About how wide a text is in the grid's type, in pixels: a Chinese character 14, others 8. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 14 : 8;
  return width;
}
