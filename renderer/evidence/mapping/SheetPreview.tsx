import { Select } from 'antd';
import type { ColumnMeaning, TableReading } from '../../../shared/entities/tableReading.ts';
import { columnLetters } from './changeMapping.ts';
import { columnMeanings } from './columnMeanings.ts';
import styles from './TableMapping.module.css';

type SheetPreviewProps = {
  readonly table: TableReading;
  /** As a person knows it: the sheet's name, or the file's. */
  readonly name: string;
  readonly readOnly: boolean;
  readonly onMeaning: (column: number, meaning: ColumnMeaning | null) => void;
};

/** The first rows of a sheet as they read, with what each column means above it. */
export function SheetPreview({ table, name, readOnly, onMeaning }: SheetPreviewProps) {
  const { heads, preview, mapping } = table;
  const width = Math.max(heads.length, mapping.columns.length, ...preview.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const choices = columnMeanings(mapping.kind).map(({ value, label }) => ({ value, label }));
  const rows = preview.map((cells, index) => ({ cells, number: mapping.headRow + 2 + index }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={`“${name}”的前几行`}>
      <table className={styles.sheet}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              含义
            </th>
            {columns.map((column) => {
              const meaning = mapping.columns[column] ?? null;
              const head = heads[column] ?? '';
              return (
                <th key={column} scope="col" data-used={meaning !== null}>
                  <Select<ColumnMeaning | null>
                    size="small"
                    className={styles.meaning ?? ''}
                    aria-label={`${columnLetters(column)} 列“${head}”的含义`}
                    placeholder="不用这一列"
                    value={meaning}
                    disabled={readOnly}
                    allowClear
                    showSearch={{ optionFilterProp: 'label' }}
                    popupMatchSelectWidth={false}
                    getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
                    options={choices}
                    onChange={(next) => onMeaning(column, next ?? null)}
                  />
                </th>
              );
            })}
          </tr>
          <tr>
            <th scope="row" className={styles.corner}>
              表头
            </th>
            {columns.map((column) => (
              <td key={column} className={styles.headText} data-used={mapping.columns[column] != null}>
                {heads[column] === '' || heads[column] === undefined ? columnLetters(column) : heads[column]}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, number }) => (
            <tr key={number}>
              <th scope="row" className={styles.corner}>
                {number}
              </th>
              {columns.map((column) => (
                <td key={column} data-used={mapping.columns[column] != null} title={cells[column] ?? ''}>
                  {cells[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
