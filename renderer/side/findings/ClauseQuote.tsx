import styles from './ClauseQuote.module.css';

type ClauseQuoteProps = {
  readonly clause: { readonly ref: string; readonly text: string };
};

/** The notice's own words behind a finding, folded until asked for. */
export function ClauseQuote({ clause }: ClauseQuoteProps) {
  return (
    <details className={styles.clause}>
      <summary>依据：{clause.ref}</summary>
      <blockquote className={styles.quote}>
        {clause.text === '' ? '通知中没有对应的原文。' : clause.text}
      </blockquote>
    </details>
  );
}
