import type { SectionState } from '../../../shared/calls/sectionStates.ts';
import { goTo, jumpTo } from '../../app/navigation.ts';
import { StateMark } from '../../app/StateMark.tsx';
import { openInWords, sectionMark } from '../../app/workspace/sectionMark.ts';
import styles from './SectionRow.module.css';

type SectionRowProps = {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** Null until the checks have run. */
  readonly state: SectionState | null;
};

/** One section in the hub: its state in a mark and a word, what is open, and what to do there next. */
export function SectionRow({ number, id, title, state }: SectionRowProps) {
  return (
    <li className={styles.row}>
      <span className={styles.number}>{number}</span>
      <div className={styles.words}>
        <p className={styles.line}>
          <button
            type="button"
            className={styles.title}
            onClick={() => goTo({ page: 'section', section: id })}
          >
            {title}
          </button>
          {state === null ? null : <span className={styles.open}>{openInWords(state)}</span>}
        </p>
        {state?.next ? (
          <button type="button" className={styles.next} onClick={() => jumpTo(state.next?.at ?? '')}>
            {state.next.message}
          </button>
        ) : state?.optional ? (
          <p className={styles.note}>可不填</p>
        ) : null}
      </div>
      <span className={styles.state}>
        {state === null ? null : <StateMark mark={sectionMark(state)} word="shown" />}
      </span>
    </li>
  );
}
