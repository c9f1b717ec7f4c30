import styles from './Reconciliation.module.css';

/** An amount with decimals to the 分; noughts nobody would write stand back, so that it can be read all the same. */
export function ExactAmount({ text }: { readonly text: string }) {
  const [, told = text, rest = ''] = /^(.*?\.\d\d\d*?)(0*)$/.exec(text) ?? [];
  return (
    <>
      {told}
      {rest === '' ? null : <span className={styles.noughts}>{rest}</span>}
    </>
  );
}
