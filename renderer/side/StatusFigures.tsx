import type { Call } from '../../shared/calls/schema/call.ts';
import { investmentUnit, unitName } from '../../shared/documents/budgetTable.ts';
import { formatMoney } from '../../shared/entities/money.ts';
import { goTo, jumpTo } from '../app/navigation.ts';
import { useApplication, useCall } from '../draft/useDraft.ts';
import styles from './StatusFigures.module.css';
import { useInvestmentMargin } from './useInvestmentMargin.ts';

/** 总投资 · 已投资 · 高于或低于门槛: the figures that matter, for the status bar. Each leads to where it comes from. */
export function StatusFigures() {
  const call = useCall();
  const margin = useInvestmentMargin();
  const unit = investmentUnit(call);
  const below = margin?.marginFen != null && margin.marginFen < 0;
  const falls = !below && (margin?.marginWithoutDoubtfulFen ?? 0) < 0;
  return (
    <span className={styles.figures}>
      <Answer call={call} name="总投资" field={call.roles.totalInvestment} />
      <Answer call={call} name="已投资" field={call.roles.investedToDate} />
      {margin === null ? null : (
        <button
          type="button"
          className={`${styles.figure} ${below ? styles.below : ''}`}
          title={[margin.text, margin.doubtText].filter((text) => text !== null).join('；')}
          onClick={() => goTo({ page: 'reconciliation' })}
        >
          {margin.marginFen === null
            ? `门槛 ${formatMoney(margin.thresholdFen, unit)} ${unitName(unit)}`
            : margin.marginFen === 0
              ? '正好达到门槛'
              : `${below ? '低于' : '高于'}门槛 ${formatMoney(Math.abs(margin.marginFen), unit)} ${unitName(unit)}`}
          {falls ? <span className={styles.below}>（剔除存疑发票后低于）</span> : null}
        </button>
      )}
    </span>
  );
}

type AnswerProps = { readonly call: Call; readonly name: string; readonly field: string | null };

function Answer({ call, name, field }: AnswerProps) {
  const value = useApplication(({ answers }) => (field === null ? null : (answers[field] ?? null)));
  if (field === null) return null;
  const unit = investmentUnit(call);
  const known = typeof value === 'number' && Number.isSafeInteger(value);
  return (
    <button type="button" className={styles.figure} title={`去填写${name}`} onClick={() => jumpTo(field)}>
      {name} {known ? `${formatMoney(value, unit)} ${unitName(unit)}` : '待填'}
    </button>
  );
}
