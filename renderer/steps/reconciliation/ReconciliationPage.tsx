import { boardPlaces } from '../../../shared/reconciliation/boardPlaces.ts';
import { jumpTo } from '../../app/navigation.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { CategoryTable } from './CategoryTable.tsx';
import { Charts } from './Charts.tsx';
import { FigureStrip } from './FigureStrip.tsx';
import { FigureValue } from './FigureValue.tsx';
import { MarginPanel } from './MarginPanel.tsx';
import { PairTable } from './PairTable.tsx';
import { isResidual } from './pairWords.ts';
import styles from './Reconciliation.module.css';
import { useReconciliation } from './useReconciliation.ts';

/** 对账: form, budget, invoices, sub-ledger and statements side by side in one unit, with every residual. */
export function ReconciliationPage() {
  const board = useReconciliation();
  if (board === null) return <PageHead title="对账">正在核对…</PageHead>;
  const { figures, pairs, categories, others } = board;
  const places = boardPlaces(board);
  const residuals = pairs.filter(isResidual).length;
  const unknown = pairs.filter(({ state }) => state === 'unknown').length;
  return (
    <div className={styles.page}>
      <PageHead title="对账">
        <span role="status">
          {residuals > 0
            ? `${residuals} 处对不上`
            : unknown > 0
              ? `没有对不上的，${unknown} 处待填后再核对`
              : '各处的数都对得上'}
        </span>
      </PageHead>
      <p className={styles.soft}>金额统一为万元，精确到分；没有填写的写“待填”，不当作 0。</p>
      <FigureStrip figures={figures} places={places} />
      <section aria-label="两两核对" className={styles.part}>
        <h2 className={styles.h2}>两两核对</h2>
        <PairTable pairs={pairs} places={places} />
      </section>
      <MarginPanel />
      <section aria-label="按类别核对" className={styles.part}>
        <h2 className={styles.h2}>按类别核对</h2>
        <div className={styles.card}>
          <CategoryTable categories={categories} places={places} />
        </div>
      </section>
      <section aria-label="图表" className={styles.part}>
        <h2 className={styles.h2}>图表</h2>
        <Charts categories={categories} />
      </section>
      {others.length === 0 ? null : (
        <section aria-label="表中的其他金额" className={styles.part}>
          <h2 className={styles.h2}>表中的其他金额</h2>
          <div className={styles.card}>
            <p className={styles.soft}>请与财务报表逐项核对。</p>
            <ul className={styles.others}>
              {others.map((figure) => (
                <li key={figure.at}>
                  <button type="button" className={styles.link} onClick={() => jumpTo(figure.at)}>
                    {figure.label}
                  </button>
                  <span className={styles.count}>{figure.source}</span>
                  <span className={styles.otherValue}>
                    <FigureValue figure={figure} places={places} />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </div>
  );
}
