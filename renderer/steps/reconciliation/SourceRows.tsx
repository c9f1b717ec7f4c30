import { formatMoney } from '../../../shared/entities/money.ts';
import type { SourceRow } from '../../../shared/reconciliation/sourceRows.ts';
import { jumpTo } from '../../app/navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { WindowedList } from '../../ui/WindowedList.tsx';
import styles from './Reconciliation.module.css';

type SourceRowsProps = { readonly rows: readonly SourceRow[]; readonly label: string };

/** The rows behind a figure, each with its amount and the way to it. */
export function SourceRows({ rows, label }: SourceRowsProps) {
  return (
    <WindowedList items={rows} keyOf={({ at }) => at} estimate={30} className={styles.rows} label={label}>
      {({ at, name, amount }) => (
        <li className={styles.row}>
          <span className={styles.rowName}>{name}</span>
          <span className={styles.rowAmount}>
            {amount.fen === null ? (
              <span className={styles.unknown}>待填</span>
            ) : (
              `${formatMoney(amount.fen, 'wanyuan')} 万元`
            )}
          </span>
          <Button
            look="quiet"
            className={styles.go ?? ''}
            aria-label={`去看${name}`}
            onClick={() => jumpTo(at)}
          >
            去看
          </Button>
        </li>
      )}
    </WindowedList>
  );
}
