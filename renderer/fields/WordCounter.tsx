import { countAsWord } from '../../shared/entities/wordCount.ts';
import styles from './WordCounter.module.css';

/** Characters as Word counts them against the most a field may have. Says when there are too many, never cuts. */
export function WordCounter({ text, most }: { readonly text: string; readonly most: number }) {
  const count = countAsWord(text);
  const over = count - most;
  return (
    <span className={styles.counter}>
      <span className={over > 0 ? styles.over : undefined}>
        {count} / {most} 字
      </span>
      {/* Only what matters is read out: not every letter, but going over and how far. */}
      <span role="status" className={styles.over}>
        {over > 0 ? `，多了 ${over} 字` : ''}
      </span>
    </span>
  );
}
