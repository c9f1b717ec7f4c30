import { useMemo, useState } from 'react';
import { homeSection } from '../../shared/calls/homeSection.ts';
import { isAtOrBelow } from '../../shared/calls/isAtOrBelow.ts';
import { type RequirementState, requirementStates } from '../../shared/calls/requirementStates.ts';
import { usePlace } from '../app/navigation.ts';
import { useCall, useDraft } from '../draft/useDraft.ts';
import { TextControl } from '../fields/TextControl.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import { groupByClause } from './groupByClause.ts';
import { NoticeSearch } from './NoticeSearch.tsx';
import styles from './requirements.module.css';
import { SubmissionFacts } from './SubmissionFacts.tsx';
import { useFocusedPlace } from './useFocusedPlace.ts';

const NONE: readonly RequirementState[] = [];

/** 要求: the notice's own words for the field and section the user is at, and how the draft stands to them. */
export function RequirementsPanel() {
  const call = useCall();
  const report = useDraft((state) => state.report);
  const place = usePlace();
  const focused = useFocusedPlace();
  const [search, setSearch] = useState('');
  const states = useMemo(() => (report === null ? NONE : requirementStates(call, report)), [call, report]);
  const section = place.page === 'section' ? place.section : null;
  const item = place.page === 'section' && place.item !== undefined ? `plan.${place.item}` : null;
  const here = focused ?? item;
  const own = here === null ? NONE : states.filter((state) => concerns(state, here));
  const mine = states.filter(
    (state) =>
      !own.includes(state) &&
      state.requirement.at !== null &&
      section !== null &&
      homeSection(call, state.requirement.at) === section,
  );
  const applying = mine.filter(({ state }) => state !== 'notApplicable');
  const others = mine.filter(({ state }) => state === 'notApplicable');
  const title = call.sections.find(({ id }) => id === section)?.title;
  return (
    <div className={styles.panel}>
      <TextControl
        label="在通知全文中查找"
        placeholder="在通知全文中查找"
        value={search}
        onChange={setSearch}
      />
      {search.trim() === '' ? (
        <>
          {own.length === 0 ? null : <Clauses title="当前这一项" states={own} />}
          {applying.length === 0 ? null : <Clauses title={`本节要求：${title ?? ''}`} states={applying} />}
          {section !== null && own.length + applying.length === 0 ? (
            <EmptyState title="本节没有要求">通知对这一节没有提出要求，需要时再填。</EmptyState>
          ) : null}
          {others.length === 0 ? null : (
            <details className={styles.fold}>
              <summary>与当前选择无关的 {others.length} 项要求</summary>
              <Cards states={others} />
            </details>
          )}
          <section aria-label="报送要求">
            <h2 className={styles.head}>报送要求</h2>
            <div className={styles.card}>
              <SubmissionFacts />
            </div>
          </section>
        </>
      ) : (
        <NoticeSearch search={search} states={states} />
      )}
    </div>
  );
}

/** Whether a requirement speaks of a place, or of the table or part the place is in. */
function concerns({ requirement: { at }, state }: RequirementState, here: string): boolean {
  return at !== null && state !== 'notApplicable' && (at === here || isAtOrBelow(here, at));
}

function Clauses({
  title,
  states,
}: {
  readonly title: string;
  readonly states: readonly RequirementState[];
}) {
  return (
    <section aria-label={title}>
      <h2 className={styles.head}>{title}</h2>
      <Cards states={states} />
    </section>
  );
}

function Cards({ states }: { readonly states: readonly RequirementState[] }) {
  return (
    <div className={styles.cards}>
      {groupByClause(states).map(({ clause, asks }) => (
        <ClauseCard key={`${clause.ref}${clause.text}`} clause={clause} asks={asks} />
      ))}
    </div>
  );
}
