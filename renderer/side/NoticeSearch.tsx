import { useMemo } from 'react';
import type { RequirementState } from '../../shared/calls/requirementStates.ts';
import { useCall } from '../draft/useDraft.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import styles from './requirements.module.css';

type NoticeSearchProps = { readonly search: string; readonly states: readonly RequirementState[] };

/** Clauses of the whole notice that hold all the words, in the notice's order. */
export function NoticeSearch({ search, states }: NoticeSearchProps) {
  const { clauses } = useCall();
  const found = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    return clauses.filter(({ ref, text, id }) => {
      const asked = states.filter(
        ({ requirement }) => requirement.clause.ref === ref && requirement.clause.text === text,
      );
      const told = [
        id,
        ref,
        text,
        ...asked.map(({ requirement }) => `${requirement.id} ${requirement.title}`),
      ];
      const all = told.join('\n').toLowerCase();
      return words.every((word) => all.includes(word));
    });
  }, [clauses, states, search]);
  return (
    <section aria-label="查找结果">
      <h3 className={styles.head} role="status">
        通知中找到 {found.length} 处
      </h3>
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
              ({ requirement, state }) =>
                state !== 'notApplicable' &&
                requirement.clause.ref === clause.ref &&
                requirement.clause.text === clause.text,
            )}
          />
        ))}
      </div>
    </section>
  );
}
