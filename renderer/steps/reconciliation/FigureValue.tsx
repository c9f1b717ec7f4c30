import type { Figure } from '../../../shared/reconciliation/figures.ts';
import { figureUnit, printFigure } from '../../../shared/reconciliation/printFigure.ts';
import { ExactAmount } from './ExactAmount.tsx';
import styles from './Reconciliation.module.css';

/** A figure of the board with its unit; what it does not know is said beside it. @param places decimals of money */
export function FigureValue({ figure, places }: { readonly figure: Figure; readonly places: number }) {
  const { kind, value, missing, rows } = figure;
  if (value === null) return <span className={styles.unknown}>{rows === 0 ? '没有登记' : '待填'}</span>;
  const suffix = figureUnit(kind).value;
  return (
    <>
      <span className={styles.value}>
        <ExactAmount text={printFigure(kind, value, places)} />
      </span>
      <span className={styles.unit}>{suffix === '%' ? '%' : ` ${suffix}`}</span>
      {missing > 0 && rows !== null ? (
        <span className={styles.lacking}>另有 {missing} 处金额待填</span>
      ) : null}
    </>
  );
}
