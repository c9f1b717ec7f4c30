import { findingState } from '../../../shared/calls/findingWords.ts';
import { countOfRows } from '../../../shared/calls/rowsInWords.ts';
import { Button } from '../../ui/Button.tsx';
import { ClauseQuote } from './ClauseQuote.tsx';
import styles from './FindingRow.module.css';
import type { FindingItem } from './foldFindings.ts';
import { turnFold } from './openFolds.ts';
import { RelatedPlaces } from './RelatedPlaces.tsx';
import { StateWord } from './StateWord.tsx';

/** Rows one can go to without opening the head. */
const NEAREST = 3;

/** Many findings of one rule: how many, the first of them, ways to the first rows, and all of them when opened. */
export function FoldedFindings({
  item: { key, findings, open },
}: {
  readonly item: Extract<FindingItem, { kind: 'fold' }>;
}) {
  const [first] = findings;
  const state = findingState(first);
  const count = countOfRows(findings);
  return (
    <li className={`${styles.row} ${styles[state]} ${open ? styles.open : ''}`} data-fold={key}>
      <div className={styles.state}>
        <StateWord state={state} />
      </div>
      <div className={styles.body}>
        <p className={styles.message}>
          <b>
            {count}
            {WORDS[state]}
          </b>
          ：{first.title}
        </p>
        {open ? null : <p className={styles.example}>例如：{first.message}</p>}
        <div className={styles.foot}>
          <Button
            className={styles.jump ?? ''}
            aria-expanded={open}
            aria-label={`${open ? '收起' : '逐项列出'}：${first.title}`}
            data-jump=""
            onClick={() => turnFold(key)}
          >
            {open ? '收起' : `逐项列出 ${findings.length} 项`}
          </Button>
          {open ? null : <RelatedPlaces related={findings.slice(0, NEAREST).map(({ at }) => at)} />}
          <ClauseQuote clause={first.clause} />
        </div>
      </div>
    </li>
  );
}

const WORDS = {
  error: '不符合',
  warning: '不符合',
  hint: '请留意',
  unknown: '待填',
  setAside: '已搁置',
  met: '已符合',
} as const;
