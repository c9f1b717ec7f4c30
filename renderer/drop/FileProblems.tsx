import type { FileProblem } from '../../shared/entities/attachment.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ResultSheet.module.css';

/** What is wrong with a file, in its own words. */
export function FileProblems({ problems }: { readonly problems: readonly FileProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <span className={styles.problems}>
      {problems.map(({ code, message, severity }) => (
        <span key={code} className={styles[severity]}>
          {severity === 'hint' ? null : <Icon name={severity === 'error' ? 'error' : 'warning'} />}
          {message}
        </span>
      ))}
    </span>
  );
}
