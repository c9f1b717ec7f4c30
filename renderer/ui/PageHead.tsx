import type { ReactNode } from 'react';
import styles from './PageHead.module.css';

type PageHeadProps = {
  /** Number of the section; absent on pages that are none. */
  readonly number?: number;
  readonly title: string;
  /** State, tools: at the right of the title. */
  readonly children?: ReactNode;
};

/** The heading of a page; it takes the focus when the page is gone to. */
export function PageHead({ number, title, children }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title} tabIndex={-1}>
        {number === undefined ? null : <span className={styles.number}>{number}</span>}
        {title}
      </h1>
      {children === undefined ? null : <div className={styles.beside}>{children}</div>}
    </header>
  );
}
