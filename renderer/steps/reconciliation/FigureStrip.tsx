import type { Figure } from '../../../shared/reconciliation/figures.ts';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication } from '../../draft/useDraft.ts';
import { FigureValue } from './FigureValue.tsx';
import styles from './Reconciliation.module.css';

/** The figures that must fit together, side by side in one unit; each leads to where it is entered. */
export function FigureStrip({
  figures,
  places,
}: {
  readonly figures: readonly Figure[];
  readonly places: number;
}) {
  const entries = useApplication(({ ledger }) => ledger.reduce((sum, { rows }) => sum + rows.length, 0));
  return (
    <ul className={styles.strip} aria-label="各处的数">
      {figures.map((figure) => (
        <li key={figure.id}>
          <button
            type="button"
            className={styles.figure}
            data-figure={figure.id}
            title={`去看${figure.label}`}
            onClick={() => jumpTo(figure.at)}
          >
            <span className={styles.source}>
              {figure.source}
              {figure.rows === null
                ? ''
                : figure.id === 'ledger'
                  ? ` · ${figure.rows} 本 ${entries} 行`
                  : ` · ${figure.rows} 行`}
            </span>
            <span className={styles.name}>{figure.label}</span>
            <span className={styles.amount}>
              <FigureValue figure={figure} places={places} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
