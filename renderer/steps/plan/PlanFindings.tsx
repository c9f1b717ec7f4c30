import { useFindingsAt } from '../../draft/useFindings.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './PlanPaper.module.css';

/** What the checks say of one outline item; what only asks for words is told by the outline already. */
export function PlanFindings({ at }: { readonly at: string }) {
  const findings = useFindingsAt(at).filter(({ outcome }) => outcome === 'unmet');
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label="检查结果">
      {findings.map(({ key, severity, message }) => (
        <li key={key} data-severity={severity}>
          <Icon name={severity === 'error' ? 'error' : 'warning'} />
          <span className="heard">
            {severity === 'error' ? '错误：' : severity === 'warning' ? '警告：' : '提示：'}
          </span>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
