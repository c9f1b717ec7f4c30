import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { investmentUnit } from '../../../shared/documents/budgetTable.ts';
import { type Fen, formatMoney } from '../../../shared/entities/money.ts';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import styles from './Budget.module.css';
import { budgetResidual, budgetShares } from './budgetShares.ts';

/** The budget by category, its sum, and how that stands to what the form tells. */
export function BudgetSummary() {
  const call = useCall();
  const budget = useApplication((application) => application.budget);
  const answers = useApplication((application) => application.answers);
  const unit = investmentUnit(call);
  const shares = budgetShares(call, budget);
  const sum = shares.reduce<Fen>((total, { fen }) => total + fen, 0);
  const fieldOf = (id: string | null) => call.fields.find((field) => field.id === id) ?? null;
  const fenOf = (id: string | null): Fen | null => {
    const answer = id === null ? null : answers[id];
    return typeof answer === 'number' ? answer : null;
  };
  const totalField = fieldOf(call.roles.totalInvestment);
  const investedField = fieldOf(call.roles.investedToDate);
  const invested = fenOf(call.roles.investedToDate);
  const residual =
    totalField === null
      ? null
      : budgetResidual(budget, fenOf(call.roles.totalInvestment), unit, totalField.label);
  const share = (fen: Fen): string => (sum <= 0 ? '' : `${((fen / sum) * 100).toFixed(1)}%`);
  return (
    <section className={styles.summary} aria-label="按类别合计">
      <table className={styles.shares}>
        <thead>
          <tr>
            <th scope="col">投资类别</th>
            <th scope="col">行数</th>
            <th scope="col">小计（{unit === 'wanyuan' ? '万元' : '元'}）</th>
            <th scope="col" colSpan={2}>
              占比
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ id, label, lines, fen }) => (
            <tr key={id} data-category={id} className={lines === 0 ? styles.none : undefined}>
              <th scope="row">{label}</th>
              <td>{lines}</td>
              <td>{formatMoney(fen, unit)}</td>
              <td>{share(fen)}</td>
              <td aria-hidden="true" className={styles.barCell}>
                <span
                  className={styles.bar}
                  style={{ width: sum <= 0 || fen < 0 ? 0 : `${(fen / sum) * 100}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <td>{budget.length}</td>
            <td>{formatMoney(sum, unit)}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
      {residual !== null && totalField !== null && (
        <p className={styles.residual} data-agrees={String(residual.agrees)} role="status">
          <span aria-hidden="true">
            {residual.agrees === true ? <CheckCircleOutlined /> : <ExclamationCircleOutlined />}
          </span>
          预算合计{residual.words}
          {residual.agrees !== true && (
            <Button type="link" size="small" onClick={() => jumpTo(totalField.id)}>
              去看{totalField.label}
            </Button>
          )}
        </p>
      )}
      {investedField !== null && invested !== null && (
        <p className={styles.invested}>
          其中{investedField.label} {formatMoney(invested, unit)} {unit === 'wanyuan' ? '万元' : '元'}
          {sum > 0 && `，是预算的 ${((invested / sum) * 100).toFixed(1)}%`}。
        </p>
      )}
    </section>
  );
}
