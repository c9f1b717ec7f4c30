import styles from './BookMark.module.css';

/** The product's mark: a thread-bound book, drawn in ink. Its name stands beside it. */
export function BookMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path className={styles.back} d="M14 8h38a2 2 0 0 1 2 2v46H16a4 4 0 0 1-4-4V10a2 2 0 0 1 2-2z" />
      <path className={styles.cover} d="M12 6h36a2 2 0 0 1 2 2v46H12a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z" />
      <path className={styles.thread} d="M18 6v48M10 14h8M10 25h8M10 35h8M10 46h8" />
      <path className={styles.label} d="M36 12h9v24h-9z" />
    </svg>
  );
}
