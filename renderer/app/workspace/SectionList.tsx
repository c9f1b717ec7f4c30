import type { ReactNode } from 'react';
import { useCall, useDraft } from '../../draft/useDraft.ts';
import { useSectionStates } from '../../draft/useSectionStates.ts';
import { goTo, type Place, pageKey, usePlace } from '../navigation.ts';
import { StateMark } from '../StateMark.tsx';
import styles from './SectionList.module.css';
import { openInWords, sectionMark } from './sectionMark.ts';

/** The way through the draft: overview, the call's sections with their states, and what looks at the whole. */
export function SectionList({ onGone }: { readonly onGone?: () => void }) {
  const call = useCall();
  const states = useSectionStates();
  const openFindings = useDraft(({ report }) => {
    if (report === null) return 0;
    const { error, warning, hint, unknown } = report.counts;
    return error + warning + hint + unknown;
  });
  const go = (place: Place) => {
    goTo(place);
    onGone?.();
  };
  return (
    <nav className={styles.list} aria-label="申报各部分">
      <Entry place={{ page: 'overview' }} go={go}>
        <span className={styles.title}>总览</span>
      </Entry>
      <ol className={styles.sections}>
        {call.sections.map(({ id, title }, index) => {
          const state = states.find((one) => one.id === id);
          const open = state === undefined ? '' : openInWords(state);
          const count = state === undefined ? 0 : state.errors + state.warnings + state.unknown;
          return (
            <li key={id}>
              <Entry place={{ page: 'section', section: id }} go={go}>
                <span className={styles.number}>{index + 1}</span>
                <span className={styles.title}>{title}</span>
                {count === 0 ? null : (
                  <span className={styles.count} title={open}>
                    <span aria-hidden="true">{count}</span>
                    <span className="heard">，{open}</span>
                  </span>
                )}
                {state === undefined ? null : <StateMark mark={sectionMark(state)} />}
              </Entry>
            </li>
          );
        })}
      </ol>
      <ul className={styles.whole}>
        <li>
          <Entry place={{ page: 'checks' }} go={go}>
            <span className={styles.title}>检查</span>
            {openFindings === 0 ? null : (
              <span className={styles.count}>
                {openFindings}
                <span className="heard"> 项未处理</span>
              </span>
            )}
          </Entry>
        </li>
        <li>
          <Entry place={{ page: 'reconciliation' }} go={go}>
            <span className={styles.title}>对账</span>
          </Entry>
        </li>
        <li>
          <Entry place={{ page: 'export' }} go={go}>
            <span className={styles.title}>预览与导出</span>
          </Entry>
        </li>
      </ul>
    </nav>
  );
}

type EntryProps = {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly children: ReactNode;
};

function Entry({ place, go, children }: EntryProps) {
  const here = pageKey(usePlace()) === pageKey(place);
  return (
    <button
      type="button"
      className={here ? `${styles.entry} ${styles.here}` : styles.entry}
      aria-current={here ? 'page' : undefined}
      onClick={() => go(place)}
    >
      {children}
    </button>
  );
}
