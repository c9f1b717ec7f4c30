import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type EmptyStateProps = {
  readonly title: string;
  /** What belongs here and how it gets here. */
  readonly children?: ReactNode;
  /** What to do first. */
  readonly action?: ReactNode;
};

/** What stands where nothing is yet: says what belongs here and how to begin. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <svg className={styles.sheet} viewBox="0 0 48 56" aria-hidden="true" focusable="false">
        <path d="M8 4h22l10 10v38H8z" />
        <path d="M30 4v10h10M15 24h18M15 32h18M15 40h11" />
      </svg>
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
