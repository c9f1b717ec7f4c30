import { Fragment, useState } from 'react';
import { formatMoney } from '../../../shared/entities/money.ts';
import { type Amount, sumAmounts } from '../../../shared/reconciliation/amount.ts';
import type { CategoryLine } from '../../../shared/reconciliation/investmentByCategory.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ExactAmount } from './ExactAmount.tsx';
import styles from './Reconciliation.module.css';
import { SourceRows } from './SourceRows.tsx';

/** Budget against invoices and sub-ledger by category, with the rows that make each sum. */
export function CategoryTable({
  categories,
  places,
}: {
  readonly categories: readonly CategoryLine[];
  readonly places: number;
}) {
  const [open, setOpen] = useState<string | null>(null);
  if (categories.length === 0)
    return (
      <EmptyState title="还没有预算和发票">登记投资预算和发票后，这里按类别逐项核对预算与已投资。</EmptyState>
    );
  const all = {
    budget: sumAmounts(categories.map(({ budget }) => budget)),
    invoices: sumAmounts(categories.map(({ invoices }) => invoices)),
    ledger: sumAmounts(categories.map(({ ledger }) => ledger)),
    spent: sumAmounts(categories.map(({ spent }) => spent)),
  };
  return (
    <div className={styles.tableBox}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">投资类别</th>
            {['预算', '发票计入', '辅助账计入', '预算余额'].map((head) => (
              <th key={head} scope="col" className={styles.right}>
                {head}（万元）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((line) => {
            const key = line.id ?? 'none';
            const isOpen = open === key;
            return (
              <Fragment key={key}>
                <tr data-category={key}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.link}
                      aria-expanded={isOpen}
                      onClick={() => setOpen(isOpen ? null : key)}
                    >
                      {isOpen ? '▾' : '▸'} {line.label}
                    </button>
                    <span className={styles.count}>{line.rows.length} 行</span>
                  </th>
                  <Cell amount={line.budget} places={places} />
                  <Cell amount={line.invoices} places={places} />
                  <Cell amount={line.ledger} places={places} />
                  <Rest budget={line.budget} spent={line.spent} places={places} />
                </tr>
                {isOpen ? (
                  <tr>
                    <td colSpan={5} className={styles.inside}>
                      {(['budget', 'invoices', 'ledger'] as const).map((of) => {
                        const rows = line.rows.filter((row) => row.of === of);
                        return rows.length === 0 ? null : (
                          <div key={of} className={styles.behind}>
                            <h4>{NAMES[of]}</h4>
                            <section className={styles.scroll} aria-label={`${line.label}：${NAMES[of]}`}>
                              <SourceRows rows={rows} label={`${line.label}：${NAMES[of]}`} />
                            </section>
                          </div>
                        );
                      })}
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <Cell amount={all.budget} places={places} />
            <Cell amount={all.invoices} places={places} />
            <Cell amount={all.ledger} places={places} />
            <Rest budget={all.budget} spent={all.spent} places={places} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const NAMES = { budget: '预算', invoices: '发票', ledger: '研发辅助账' } as const;

function Cell({ amount: { fen, missing }, places }: { readonly amount: Amount; readonly places: number }) {
  return (
    <td className={styles.right}>
      {fen === null ? (
        missing > 0 ? (
          <span className={styles.unknown}>待填</span>
        ) : (
          '—'
        )
      ) : (
        <ExactAmount text={formatMoney(fen, 'wanyuan', places)} />
      )}
      {fen !== null && missing > 0 ? <span className={styles.lacking}>另有 {missing} 行待填</span> : null}
    </td>
  );
}

type RestProps = { readonly budget: Amount; readonly spent: Amount; readonly places: number };

/** What is left of the budget; below zero more was spent than planned. */
function Rest({ budget, spent, places }: RestProps) {
  if (budget.missing + spent.missing > 0)
    return <td className={`${styles.right} ${styles.unknown}`}>待填</td>;
  const rest = (budget.fen ?? 0) - (spent.fen ?? 0);
  return (
    <td className={`${styles.right} ${rest < 0 ? styles.residual : ''}`}>
      {rest < 0 ? '超出 ' : ''}
      <ExactAmount text={formatMoney(Math.abs(rest), 'wanyuan', places)} />
    </td>
  );
}
