import { useMemo } from 'react';
import type { RequirementState } from '../../shared/calls/requirementStates.ts';
import { useCall } from '../draft/useDraft.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import styles from './requirements.module.css';

type NoticeSearchProps = { readonly search: string; readonly states: readonly RequirementState[] };

/** Clauses of the whole notice that hold all the words, in the notice's order, then those asked for under such a name. */
export function NoticeSearch({ search, states }: NoticeSearchProps) {
  const { clauses } = useCall();
  const found = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
    const inWords = clauses.filter(({ ref, text }) => holds(`${ref}\n${text}`));
    // The notice's own words first; then clauses that something of that name rests on.
    const byName = clauses.filter((clause) => {
      const asked = states.filter(({ requirement }) => isOn(requirement.clause, clause));
      return !inWords.includes(clause) && asked.some(({ requirement }) => holds(requirement.title));
    });
    return [...inWords, ...byName];
  }, [clauses, states, search]);
  return (
    <section aria-label="查找结果">
      <h2 className={styles.head} role="status">
        通知中找到 {found.length} 处
      </h2>
      {found.length === 0 ? (
        <EmptyState title="没有找到">通知里没有这些字句，换个说法试试。</EmptyState>
      ) : null}
      <div className={styles.cards}>
        {found.map((clause) => (
          <ClauseCard
            key={clause.id}
            clause={clause}
            search={search}
            asks={states.filter(
              ({ requirement, state }) => state !== 'notApplicable' && isOn(requirement.clause, clause),
            )}
          />
        ))}
      </div>
    </section>
  );
}

type Words = { readonly ref: string; readonly text: string };

function isOn(a: Words, b: Words): boolean {
  return a.ref === b.ref && a.text === b.text;
}
