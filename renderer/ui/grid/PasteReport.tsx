import { Button } from 'antd';
import styles from './Grid.module.css';
import type { PlacedPaste } from './placePaste.ts';

type PasteReportProps<Row> = {
  readonly placed: PlacedPaste<Row>;
  readonly onShow: (row: string, column: string | null) => void;
  readonly onUndo: (() => void) | null;
  readonly onClose: () => void;
};

/** What a paste did, and every value it could not take, by line and column. */
export function PasteReport<Row>({ placed, onShow, onUndo, onClose }: PasteReportProps<Row>) {
  const { added, changed, head, units, problems } = placed;
  const parts = [
    added > 0 ? `新增 ${added} 行` : '',
    changed > 0 ? `改动 ${changed} 行` : '',
    added + changed === 0 ? '没有改动' : '',
  ].filter((part) => part !== '');
  return (
    <section
      className={styles.report}
      aria-label="粘贴结果"
      data-level={problems.length > 0 ? 'warning' : 'done'}
    >
      <div className={styles.reportHead}>
        <p role="status">
          已粘贴：{parts.join('，')}。
          {head.length > 0 && `按表头对应了 ${head.length} 列（${head.join('、')}）。`}
          {units.length > 0 && `按表头的单位，${units.join('，')}，已换算。`}
          {problems.length > 0 && `有 ${problems.length} 处没有粘贴，其余照常：`}
        </p>
        <span className={styles.spacer} />
        {onUndo !== null && (
          <Button size="small" onClick={onUndo}>
            撤销粘贴
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          知道了
        </Button>
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map(({ line, column, message, rowId, columnId }) => (
            <li key={`${line} ${column} ${message}`}>
              第 {line} 行{column === '' ? '' : `“${column}”`}：{message}
              {rowId !== null && (
                <Button type="link" size="small" onClick={() => onShow(rowId, columnId)}>
                  去看
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
