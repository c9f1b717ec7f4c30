import { DeleteOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { BulkFill } from './BulkFill.tsx';
import styles from './Grid.module.css';
import type { GridView } from './GridView.ts';
import type { GridColumn } from './gridColumn.ts';

/** A filter with one click: which rows it keeps, and how many that are now. */
export type QuickFilter = { readonly id: string; readonly label: string; readonly count: number };

type GridToolbarProps<Row> = {
  readonly view: StoreApi<GridView<Row>>;
  readonly columns: readonly GridColumn<Row>[];
  readonly filters: readonly QuickFilter[];
  readonly filter: string;
  readonly onFilter: (id: string) => void;
  /** Null leaves the search box out. */
  readonly onSearch: ((words: string) => void) | null;
  /** Null where rows cannot be added. */
  readonly add: { readonly label: string; readonly run: () => void } | null;
  readonly readOnly: boolean;
  readonly onFill: (column: GridColumn<Row>, text: string, rows: readonly Row[]) => string | null;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
  readonly onDeselect: () => void;
  readonly children: ReactNode;
};

/** Above the grid: filters, search and adding; with rows selected what can be done with them. */
export function GridToolbar<Row>(props: GridToolbarProps<Row>) {
  const selected = useStore(props.view, (view) => view.selected);
  const bulk = props.columns.filter((column) => column.bulk);
  return (
    <div className={styles.toolbar}>
      {props.filters.length > 0 && (
        <Segmented
          size="small"
          aria-label="筛选"
          value={props.filter}
          onChange={props.onFilter}
          options={props.filters.map(({ id, label, count }) => ({ value: id, label: `${label} ${count}` }))}
        />
      )}
      {props.onSearch !== null && <SearchBox onSearch={props.onSearch} />}
      {selected.length > 0 && (
        <div className={styles.selection} role="toolbar" aria-label="选中的行">
          <span>已选 {selected.length} 行</span>
          {!props.readOnly && bulk.length > 0 && (
            <BulkFill columns={bulk} rows={selected} onFill={props.onFill} />
          )}
          <Button size="small" onClick={props.onCopy}>
            复制
          </Button>
          {!props.readOnly && (
            <Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={props.onRemove}>
              删除
            </Button>
          )}
          <Button size="small" type="text" onClick={props.onDeselect}>
            取消选择
          </Button>
        </div>
      )}
      <span className={styles.spacer} />
      {props.children}
      {props.add !== null && !props.readOnly && (
        <Button size="small" type="primary" icon={<PlusOutlined aria-hidden />} onClick={props.add.run}>
          {props.add.label}
        </Button>
      )}
    </div>
  );
}

function SearchBox({ onSearch }: { readonly onSearch: (words: string) => void }) {
  return (
    <Input
      size="small"
      className={styles.search}
      aria-label="在表中查找"
      placeholder="查找"
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      onChange={({ target, nativeEvent }) => {
        // Pinyin under way is not what is looked for.
        if (!('isComposing' in nativeEvent) || nativeEvent.isComposing !== true) onSearch(target.value);
      }}
      onCompositionEnd={({ currentTarget }) => onSearch(currentTarget.value)}
    />
  );
}
