import type { Figure } from '../../../shared/reconciliation/figures.ts';
import { figureUnit, printFigure } from '../../../shared/reconciliation/printFigure.ts';
import styles from './Reconciliation.module.css';

/** A figure of the board with its unit; what it does not know is said beside it. */
export function FigureValue({ figure, unit = true }: { readonly figure: Figure; readonly unit?: boolean }) {
  const { kind, value, missing, rows } = figure;
  if (value === null) return <span className={styles.unknown}>{rows === 0 ? '没有登记' : '待填'}</span>;
  const suffix = figureUnit(kind).value;
  return (
    <>
      <span className={styles.value}>{printFigure(kind, value)}</span>
      {unit ? <span className={styles.unit}>{suffix === '%' ? '%' : ` ${suffix}`}</span> : null}
      {missing > 0 && rows !== null ? (
        <span className={styles.lacking}>另有 {missing} 处金额待填</span>
      ) : null}
    </>
  );
}
