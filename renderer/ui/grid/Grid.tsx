import {
  type CSSProperties,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { EmptySheet } from './EmptySheet.tsx';
import { fillColumn } from './fillColumn.ts';
import styles from './Grid.module.css';
import type { GridChange } from './GridChange.ts';
import type { GridContent } from './GridContent.ts';
import { GridEngine } from './GridEngine.ts';
import { GridToolbar } from './GridToolbar.tsx';
import { createGridView } from './GridView.ts';
import { PasteReport } from './PasteReport.tsx';
import { parseTsv } from './parseTsv.ts';
import { type PlacedPaste, placePaste } from './placePaste.ts';
import { type GridSum, SumBar } from './SumBar.tsx';

/** A filter with one click, by what a row says. */
export type GridFilter<Row> = {
  readonly id: string;
  readonly label: string;
  readonly keep: (row: Row) => boolean;
};

type GridProps<Row> = GridContent<Row> & {
  readonly onChange: (change: GridChange<Row>) => void;
  readonly sum?: GridSum<Row>;
  /** Beside 全部, which is always there when any is. */
  readonly filters?: readonly GridFilter<Row>[];
  readonly searchable?: boolean;
  readonly addLabel?: string;
  /** Shown in place of a table without rows; should teach. */
  readonly empty: ReactNode;
  /** More for the right of the toolbar. */
  readonly actions?: ReactNode;
  /** Between toolbar and table: what just happened. */
  readonly notice?: ReactNode;
  readonly onUndoPaste?: (() => void) | null;
  readonly onFocusCell?: (row: string | null, column: string | null) => void;
  /** A row and column to lead to; told once it is shown. */
  readonly wish?: { readonly row: string; readonly column: string | null; readonly ticket: number } | null;
  readonly onWishGranted?: (ticket: number) => void;
};

const NO_FILTERS: readonly never[] = [];
const ROW = 32;

/** A table as people know it from their spreadsheet program, of a hundred lines or ten thousand. */
export function Grid<Row extends { readonly id: string }>(props: GridProps<Row>) {
  const { label, rows, columns, marks, readOnly, newRow, reorder, filters = NO_FILTERS } = props;
  const holder = useRef<HTMLDivElement>(null);
  const engine = useRef<GridEngine<Row> | null>(null);
  const [view] = useState(createGridView<Row>);
  const [filter, setFilter] = useState('all');
  const [placed, setPlaced] = useState<PlacedPaste<Row> | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  /** The row a table without rows begins with. */
  const begun = useRef<{ readonly row: string; readonly added: boolean } | null>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const shown = rows.length > 0;

  const change = useCallback((next: GridChange<Row>): void => {
    setRefused(null);
    if (next.kind !== 'cell') setPlaced(null);
    latest.current.onChange(next);
  }, []);

  useLayoutEffect(() => {
    if (!shown || holder.current === null) return;
    const made = new GridEngine<Row>(holder.current, contentOf(latest.current), {
      onChange: change,
      onPasted: setPlaced,
      onRefused: (where, message) => setRefused(`${where}：${message}。这一格保持原来的内容。`),
      onView: (next) => view.setState(next),
      onFocusCell: (row, column) => {
        view.setState({ focused: row === null || column === null ? null : { row, column } });
        latest.current.onFocusCell?.(row, column);
      },
    });
    engine.current = made;
    const first = begun.current;
    begun.current = null;
    // What had the focus, the empty sheet or a button, gives it to the first row.
    if (first !== null) setTimeout(() => made.begin(first.row, first.added), 0);
    return () => {
      engine.current = null;
      made.destroy();
      view.setState({ selected: [], shown: null, focused: null });
      setFilter('all');
    };
  }, [shown, change, view]);

  useLayoutEffect(() => {
    engine.current?.update({ label, rows, columns, marks, readOnly, newRow, reorder });
  }, [label, rows, columns, marks, readOnly, newRow, reorder]);

  const choose = useCallback((id: string): void => {
    setFilter(id);
    const one = (latest.current.filters ?? NO_FILTERS).find((each) => each.id === id);
    const kept =
      one === undefined ? null : new Set(latest.current.rows.filter(one.keep).map((row) => row.id));
    engine.current?.keep(kept);
  }, []);

  const show = useCallback(
    (row: string, column: string | null): void => {
      if (engine.current?.show(row, column) !== false) return;
      // Hidden by a filter: a place one is led to is shown all the same.
      choose('all');
      engine.current.api.setFilterModel(null);
      engine.current.search('');
      engine.current.show(row, column);
    },
    [choose],
  );

  const { wish = null } = props;
  useEffect(() => {
    if (wish === null || engine.current === null) return;
    show(wish.row, wish.column);
    latest.current.onWishGranted?.(wish.ticket);
  }, [wish, show]);

  const addFirst = (): void => {
    const row = newRow?.();
    if (row === undefined) return;
    begun.current = { row: row.id, added: true };
    change({ kind: 'add', save: [row], remove: [] });
  };
  const pasteFirst = (text: string): void => {
    if (readOnly || text === '') return;
    const made = placePaste({
      table: parseTsv(text),
      columns,
      rows: [],
      start: { row: 0, column: 0 },
      newRow,
    });
    const [top] = made.save;
    if (top !== undefined) {
      begun.current = { row: top.id, added: false };
      change({ kind: 'paste', save: made.save, remove: [] });
    }
    setPlaced(made);
  };
  const quick = useMemo(
    () => [
      { id: 'all', label: '全部', count: rows.length },
      ...filters.map(({ id, label: words, keep }) => ({ id, label: words, count: countOf(rows, keep) })),
    ],
    [rows, filters],
  );
  const height = { '--rows': `${rows.length * ROW + 34 + 18}px` } as CSSProperties;
  return (
    <div className={styles.grid}>
      <GridToolbar
        view={view}
        columns={columns}
        filters={filters.length === 0 || !shown ? NO_FILTERS : quick}
        filter={filter}
        onFilter={choose}
        onSearch={props.searchable === true && shown ? (words) => engine.current?.search(words) : null}
        add={
          newRow === null
            ? null
            : {
                label: props.addLabel ?? '新增一行',
                run: () => (shown ? engine.current?.addRow() : addFirst()),
              }
        }
        readOnly={readOnly}
        onFill={(column, text, which) => {
          const filled = fillColumn(which, column, text);
          if (!filled.ok) return filled.message;
          if (filled.save.length > 0) change({ kind: 'fill', save: filled.save, remove: [] });
          // The form that had the focus goes.
          const [first] = which;
          if (first !== undefined) setTimeout(() => engine.current?.show(first.id, column.id), 0);
          return null;
        }}
        onCopy={() => engine.current?.copySelected()}
        onRemove={() => {
          const gone = view.getState().selected.map(({ id }) => id);
          const first = engine.current?.api.getRowNode(gone[0] ?? '')?.rowIndex ?? 0;
          change({ kind: 'remove', save: [], remove: gone });
          // The button that had the focus goes with the selection.
          setTimeout(() => engine.current?.focusAt(first), 0);
        }}
        onDeselect={() => engine.current?.api.deselectAll()}
      >
        {props.actions}
      </GridToolbar>
      {props.notice}
      {refused !== null && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
      {placed !== null && (
        <PasteReport
          placed={placed}
          onShow={show}
          onUndo={
            props.onUndoPaste == null || placed.save.length === 0
              ? null
              : () => {
                  setPlaced(null);
                  props.onUndoPaste?.();
                }
          }
          onClose={() => setPlaced(null)}
        />
      )}
      {shown ? (
        <div ref={holder} className={styles.sheet} style={height} />
      ) : (
        <EmptySheet label={label} onPaste={pasteFirst}>
          {props.empty}
        </EmptySheet>
      )}
      {shown && (
        <SumBar
          rows={rows}
          sum={props.sum ?? null}
          view={view}
          marked={marks.size > 0}
          markOf={(row, column) => engine.current?.markOf(row, column) ?? null}
        />
      )}
    </div>
  );
}

function contentOf<Row>(props: GridProps<Row>): GridContent<Row> {
  const { label, rows, columns, marks, readOnly, newRow, reorder } = props;
  return { label, rows, columns, marks, readOnly, newRow, reorder };
}

function countOf<Row>(rows: readonly Row[], keep: (row: Row) => boolean): number {
  let count = 0;
  for (const row of rows) if (keep(row)) count += 1;
  return count;
}
