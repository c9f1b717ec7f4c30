import { memo, useState } from 'react';
import type { Finding } from '../../../shared/calls/finding.ts';
import { findingState } from '../../../shared/calls/findingWords.ts';
import { jumpTo } from '../../app/navigation.ts';
import { edit } from '../../draft/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { ClauseQuote } from './ClauseQuote.tsx';
import styles from './FindingRow.module.css';
import { RelatedPlaces } from './RelatedPlaces.tsx';
import { SetAsideForm } from './SetAsideForm.tsx';
import { StateWord } from './StateWord.tsx';

type FindingRowProps = { readonly finding: Finding; readonly readOnly: boolean };

/** One finding: what it is, what to do, the figures it compared, the notice's words, and the ways on. */
export const FindingRow = memo(Row, (before, after) => {
  return before.readOnly === after.readOnly && sameFinding(before.finding, after.finding);
});

function Row({ finding, readOnly }: FindingRowProps) {
  const [asking, setAsking] = useState(false);
  const { key, title, message, at, related, clause, compared, setAside, outcome, severity } = finding;
  const state = findingState(finding);
  const way = outcome === 'met' ? '去看' : outcome === 'unknown' ? '去填写' : '去修改';
  const maySetAside = !readOnly && severity !== 'error' && outcome !== 'met' && setAside === null;
  return (
    <li className={`${styles.row} ${styles[state]}`} data-finding={key}>
      <div className={styles.state}>
        <StateWord state={state} />
      </div>
      <div className={styles.body}>
        <p className={styles.message}>{message}</p>
        {compared === null || !areFigures(compared) ? null : (
          <dl className={styles.compared} aria-label="核对的数">
            <Side name="现在" value={compared.left} />
            <Side name="对照" value={compared.right} />
            {compared.difference === null ? null : <Side name="相差" value={compared.difference} />}
          </dl>
        )}
        {setAside === null ? null : <p className={styles.reason}>搁置理由：{setAside}</p>}
        <div className={styles.foot}>
          <Button
            className={styles.jump ?? ''}
            aria-label={`${way}：${title}`}
            data-jump=""
            onClick={() => jumpTo(at)}
          >
            {way}
          </Button>
          {maySetAside && !asking ? (
            <Button
              look="quiet"
              className={styles.small ?? ''}
              aria-label={`搁置：${title}`}
              onClick={() => setAsking(true)}
            >
              搁置
            </Button>
          ) : null}
          {setAside === null || readOnly ? null : (
            <Button
              look="quiet"
              className={styles.small ?? ''}
              aria-label={`取消搁置：${title}`}
              onClick={() => changeReason(finding, null)}
            >
              取消搁置
            </Button>
          )}
          <RelatedPlaces related={related} />
          <span className={styles.title}>{title}</span>
          <ClauseQuote clause={clause} />
        </div>
        {asking ? (
          <SetAsideForm
            finding={finding}
            onCancel={() => setAsking(false)}
            onDone={(reason) => {
              setAsking(false);
              changeReason(finding, reason);
            }}
          />
        ) : null}
      </div>
    </li>
  );
}

function Side({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const LONGEST_FIGURE = 24;

/** Figures are worth a line of their own; a yes against a no, or a sentence, stands in the message already. */
function areFigures({ left, right, difference }: NonNullable<Finding['compared']>): boolean {
  const short = left.length <= LONGEST_FIGURE && right.length <= LONGEST_FIGURE;
  return short && (difference !== null || (/\d/.test(left) && /\d/.test(right)));
}

function changeReason({ key, at }: Finding, reason: string | null): void {
  edit([{ kind: 'setAside', finding: key, reason }], { at });
}

/** Every run of the checks makes findings anew; a row is painted again only when it says something else. */
function sameFinding(a: Finding, b: Finding): boolean {
  return (
    a === b ||
    (a.key === b.key &&
      a.outcome === b.outcome &&
      a.severity === b.severity &&
      a.message === b.message &&
      a.at === b.at &&
      a.related.join() === b.related.join() &&
      a.setAside === b.setAside &&
      a.compared?.left === b.compared?.left &&
      a.compared?.right === b.compared?.right &&
      a.compared?.difference === b.compared?.difference)
  );
}
