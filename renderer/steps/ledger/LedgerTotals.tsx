import { type LedgerProject, ledgerTotalFen } from '../../../shared/entities/ledger.ts';
import { type Fen, formatMoney } from '../../../shared/entities/money.ts';
import { useReadOnly } from '../../draft/useDraft.ts';
import { YuanInput } from '../../ui/grid/YuanInput.tsx';
import styles from './Ledger.module.css';
import { ledgerTotals, withPrinted } from './ledgerTotals.ts';

type LedgerTotalsProps = {
  readonly project: LedgerProject;
  readonly onChange: (patch: Partial<LedgerProject>, column: string) => void;
};

/** The sums of the rows against the 合计 printed on the sheet. */
export function LedgerTotals({ project, onChange }: LedgerTotalsProps) {
  const readOnly = useReadOnly();
  const collectedFen = ledgerTotalFen(project);
  return (
    <section className={styles.totals} data-at={`ledger[${project.id}].printedTotals`}>
      <h2>合计核对</h2>
      <p className={styles.soft}>把账页上印的合计填在这里，与各行之和核对；没有印的可以空着。</p>
      <table>
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">各行之和（元）</th>
            <th scope="col">账页上印的合计</th>
            <th scope="col">核对</th>
          </tr>
        </thead>
        <tbody>
          {ledgerTotals(project).map(({ key, label, sumFen, printedFen }) => (
            <tr key={key} data-total={key}>
              <th scope="row">{label}</th>
              <td>{formatMoney(sumFen, 'yuan')}</td>
              <td>
                <YuanInput
                  label={`${label}，账页上印的合计`}
                  fen={printedFen}
                  readOnly={readOnly}
                  onChange={(fen) =>
                    onChange({ printedTotals: withPrinted(project.printedTotals, key, fen) }, 'printedTotals')
                  }
                />
              </td>
              <td data-agrees={printedFen === null ? undefined : String(printedFen === sumFen)}>
                {residual(sumFen, printedFen)}
              </td>
            </tr>
          ))}
          {project.summaryFen === null ? null : (
            <tr data-total="summary">
              <th scope="row">汇总表中的这个项目</th>
              <td>{formatMoney(collectedFen, 'yuan')}</td>
              <td>{formatMoney(project.summaryFen, 'yuan')} 元</td>
              <td data-agrees={String(project.summaryFen === collectedFen)}>
                {residual(collectedFen, project.summaryFen, '汇总表')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function residual(sumFen: Fen, printedFen: Fen | null, printed = '账页'): string {
  if (printedFen === null) return '';
  const rest = printedFen - sumFen;
  if (rest === 0) return '✓ 一致';
  return `! ${printed}比各行之和${rest > 0 ? '多' : '少'} ${formatMoney(Math.abs(rest), 'yuan')} 元`;
}
