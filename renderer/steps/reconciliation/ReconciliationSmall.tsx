import { goTo } from '../../app/navigation.ts';
import { StateWord } from '../../side/findings/StateWord.tsx';
import { useInvestmentMargin } from '../../side/useInvestmentMargin.ts';
import { Button } from '../../ui/Button.tsx';
import { isResidual, pairState, residualWords } from './pairWords.ts';
import styles from './Reconciliation.module.css';
import { useReconciliation } from './useReconciliation.ts';

/** The board in small, for the overview: each pair with its verdict and residual, and the margin. */
export function ReconciliationSmall() {
  const board = useReconciliation();
  const margin = useInvestmentMargin();
  if (board === null) return <p className={styles.soft}>正在核对…</p>;
  return (
    <div className={styles.small}>
      <ul aria-label="对账">
        {board.pairs.map((pair) => (
          <li key={pair.id} className={styles.smallPair} data-pair={pair.id}>
            <StateWord state={pairState(pair)} word="heard" />
            <span className={styles.smallTitle}>{pair.title}</span>
            <span className={isResidual(pair) ? styles.residual : styles.agreed}>{residualWords(pair)}</span>
          </li>
        ))}
      </ul>
      {margin === null ? null : (
        <p className={styles.smallMargin}>
          {margin.text}
          {margin.doubtText === null ? '' : `；${margin.doubtText}`}
        </p>
      )}
      <Button look="quiet" onClick={() => goTo({ page: 'reconciliation' })}>
        打开对账
      </Button>
    </div>
  );
}
