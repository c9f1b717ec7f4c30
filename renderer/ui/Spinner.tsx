import styles from './Spinner.module.css';

/** Something is being worked on; decorative, so whoever uses it says in words what. `small` beside small print. */
export function Spinner({ small = false }: { readonly small?: boolean }) {
  return <span className={small ? `${styles.spinner} ${styles.small}` : styles.spinner} aria-hidden="true" />;
}
