import { FINDING_WORDS, type FindingState } from '../../../shared/calls/findingWords.ts';
import { InkDrawing } from '../../ui/InkDrawing.tsx';
import styles from './StateWord.module.css';

const drawings: { readonly [state in FindingState]: string } = {
  error: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.8 5.8l4.4 4.4m0-4.4-4.4 4.4',
  warning: 'M8 2.2 14.2 13.4H1.8zM8 6.5v3.2m0 1.7v.1',
  hint: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.4v3.8m0-6.2v.1',
  unknown: 'M3 13l.8-3.2L10.600 3a1.500 1.500 0 0 1 2.200 2.200L6.200 12zM9.500 4.200l2.200 2.200',
  setAside: 'M4 2.500h8v11l-4-3-4 3z',
  met: 'm3 8.4 3.4 3.4L13 4.8',
};

type StateWordProps = { readonly state: FindingState; readonly word?: 'shown' | 'heard' };

/** What a finding is: a drawn mark and its word, never colour alone. */
export function StateWord({ state, word = 'shown' }: StateWordProps) {
  return (
    <span className={`${styles.state} ${styles[state]}`} title={FINDING_WORDS[state]}>
      <InkDrawing>
        <path d={drawings[state]} />
      </InkDrawing>
      <span className={word === 'shown' ? styles.word : 'heard'}>{FINDING_WORDS[state]}</span>
    </span>
  );
}
