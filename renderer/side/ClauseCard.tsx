import type { RequirementState } from '../../shared/calls/requirementStates.ts';
import { jumpTo } from '../app/navigation.ts';
import { Button } from '../ui/Button.tsx';
import { StateWord } from './findings/StateWord.tsx';
import { Marked } from './Marked.tsx';
import styles from './requirements.module.css';

type ClauseCardProps = {
  readonly clause: { readonly ref: string; readonly text: string };
  readonly asks: readonly RequirementState[];
  /** Words to mark in the quote. */
  readonly search?: string;
};

/** A clause of the notice, word for word, and what is asked by it with how the draft stands to it. */
export function ClauseCard({ clause, asks, search = '' }: ClauseCardProps) {
  return (
    <article className={styles.card}>
      <p className={styles.ref}>
        <Marked text={clause.ref} search={search} />
      </p>
      {clause.text === '' ? null : (
        <blockquote className={styles.quote}>
          <Marked text={clause.text} search={search} />
        </blockquote>
      )}
      {asks.length === 0 ? null : (
        <ul className={styles.asks}>
          {asks.map((ask) => (
            <Ask key={ask.requirement.key} ask={ask} />
          ))}
        </ul>
      )}
    </article>
  );
}

function Ask({ ask: { requirement, state, open } }: { readonly ask: RequirementState }) {
  const at = open?.at ?? requirement.at;
  return (
    <li className={styles.ask} data-requirement={requirement.key}>
      {state === null || state === 'notApplicable' ? (
        <span className={styles.none}>{state === null ? '说明' : '不适用'}</span>
      ) : (
        <StateWord state={state} />
      )}
      <span className={styles.name}>{requirement.title}</span>
      {at === null || state === 'notApplicable' ? (
        <span />
      ) : (
        <Button
          look="quiet"
          className={styles.go ?? ''}
          aria-label={`去看：${requirement.title}`}
          onClick={() => jumpTo(at)}
        >
          去看
        </Button>
      )}
      {open === null ? null : <p className={styles.message}>{open.message}</p>}
    </li>
  );
}
