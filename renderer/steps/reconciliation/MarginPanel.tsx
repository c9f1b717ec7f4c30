import { useMemo } from 'react';
import { findingState } from '../../../shared/calls/findingWords.ts';
import { figureMargins } from '../../../shared/calls/marginList.ts';
import { formatMoney } from '../../../shared/entities/money.ts';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall, useDraft } from '../../draft/useDraft.ts';
import { StateWord } from '../../side/findings/StateWord.tsx';
import { useInvestmentMargin } from '../../side/useInvestmentMargin.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Reconciliation.module.css';

const BOUND_WORDS = { atLeast: '不低于', above: '高于', atMost: '不超过', below: '低于' } as const;

/** 门槛与余量: how far each figure lies from its bound, and what doubtful invoices would change. */
export function MarginPanel() {
  const call = useCall();
  const report = useDraft((state) => state.report);
  const margin = useInvestmentMargin();
  const margins = useMemo(() => (report === null ? [] : figureMargins(call, report)), [call, report]);
  const chosen = useApplication(({ direction }) => {
    const kinds = call.directions.find(({ id }) => id === direction.id)?.kinds;
    return kinds !== undefined && (kinds.length === 0 || direction.kindId !== null);
  });
  const falls = margin !== null && (margin.marginWithoutDoubtfulFen ?? 0) < 0;
  return (
    <section aria-label="门槛与余量" className={styles.part}>
      <h2 className={styles.h2}>门槛与余量</h2>
      <div className={styles.card}>
        {margin === null ? (
          <p className={styles.soft}>
            {chosen ? '所选方向没有总投资门槛。' : '选定申报方向和类别后，这里显示总投资离门槛还有多远。'}
          </p>
        ) : (
          <p className={styles.marginText} data-margin="">
            <strong className={margin.marginFen !== null && margin.marginFen < 0 ? styles.residual : ''}>
              {margin.text}
            </strong>
            {margin.doubtText === null ? null : (
              <span className={falls ? styles.residual : ''}>；{margin.doubtText}</span>
            )}
          </p>
        )}
        {margin === null || margin.doubtful.length === 0 ? null : (
          <details className={styles.fold}>
            <summary>{margin.doubtful.length} 张存疑发票</summary>
            <ul className={styles.rows}>
              {margin.doubtful.slice(0, MOST).map(({ id, at, claimedFen, reasons }) => (
                <li key={id} className={styles.row}>
                  <span className={styles.rowName}>{reasons[0]}</span>
                  <span className={styles.rowAmount}>
                    {claimedFen === null ? '待填' : `${formatMoney(claimedFen, 'wanyuan')} 万元`}
                  </span>
                  <Button
                    look="quiet"
                    className={styles.go ?? ''}
                    aria-label={`去看：${reasons[0]}`}
                    onClick={() => jumpTo(at)}
                  >
                    去看
                  </Button>
                </li>
              ))}
            </ul>
            {margin.doubtful.length > MOST ? (
              <p className={styles.soft}>只列出前 {MOST} 张，其余见“检查”。</p>
            ) : null}
          </details>
        )}
        {margins.length === 0 ? null : (
          <div className={styles.tableBox}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">结果</th>
                  <th scope="col">项目</th>
                  <th scope="col" className={styles.right}>
                    现在
                  </th>
                  <th scope="col" className={styles.right}>
                    要求
                  </th>
                  <th scope="col" className={styles.right}>
                    余量
                  </th>
                </tr>
              </thead>
              <tbody>
                {margins.map(({ finding, figure, bound, relation, margin: left }) => (
                  <tr key={finding.key} data-bound={finding.key}>
                    <td>
                      <StateWord state={findingState(finding)} />
                    </td>
                    <td>
                      <button type="button" className={styles.link} onClick={() => jumpTo(finding.at)}>
                        {finding.title}
                      </button>
                    </td>
                    <td className={styles.right}>{figure}</td>
                    <td className={styles.right}>
                      {BOUND_WORDS[relation]} {bound}
                    </td>
                    <td className={styles.right}>{left}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </section>
  );
}

const MOST = 100;
