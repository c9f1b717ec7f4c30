import { markWords } from './markWords.ts';
import styles from './requirements.module.css';

/** Text with the words looked for marked. */
export function Marked({ text, search }: { readonly text: string; readonly search: string }) {
  return markWords(text, search).map(({ start, part, found }) =>
    found ? (
      <mark key={start} className={styles.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
