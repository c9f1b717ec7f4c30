import type { IsoDate } from '../../shared/entities/dates.ts';
import { deadlineInWords } from './deadlineInWords.ts';
import styles from './TimeLeft.module.css';

/** How long there is until a deadline, in words; coloured while there is any. */
export function TimeLeft({ deadline }: { readonly deadline: IsoDate }) {
  const { words, kind } = deadlineInWords(deadline, new Date());
  return <span className={styles[kind]}>{words}</span>;
}
