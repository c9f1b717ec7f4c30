import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '../../../shared/calls/finding.ts';
import { useReadOnly } from '../../draft/useDraft.ts';
import { WindowedList } from '../../ui/WindowedList.tsx';
import styles from './FindingList.module.css';
import { FindingRow } from './FindingRow.tsx';
import { FoldedFindings } from './FoldedFindings.tsx';
import { foldFindings } from './foldFindings.ts';
import { moveInList } from './moveInList.ts';
import { openFolds } from './openFolds.ts';

type FindingListProps = {
  readonly findings: readonly Finding[];
  /** Name of the list for screen readers. */
  readonly label: string;
};

/**
 * Findings one below the other, many of one rule under one head. Arrow keys, Home and End go from one to the next, Enter jumps. When the finding
 * that has the focus is done with and goes, its place keeps the focus.
 */
export function FindingList({ findings, label }: FindingListProps) {
  const readOnly = useReadOnly();
  const open = useStore(openFolds);
  const items = useMemo(() => foldFindings(findings, open), [findings, open]);
  const list = useRef<HTMLDivElement>(null);
  const held = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (held.current === null || items.length === 0) return;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    jumpsOf(list.current)[Math.min(held.current, items.length - 1)]?.focus();
  }, [items]);

  return (
    // Only listens; what has the focus is a button inside.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={list}
      className={styles.list}
      data-findings=""
      onKeyDown={onArrow}
      onFocus={({ target }) => {
        const row = target.closest(ROW);
        held.current = jumpsOf(list.current).findIndex((jump) => row?.contains(jump) === true);
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) held.current = null;
      }}
    >
      <WindowedList items={items} keyOf={({ key }) => key} estimate={92} label={label}>
        {(item) =>
          item.kind === 'fold' ? (
            <FoldedFindings item={item} />
          ) : (
            <FindingRow finding={item.finding} readOnly={readOnly} />
          )
        }
      </WindowedList>
    </div>
  );
}

/** A finding, or the head of many. */
const ROW = '[data-finding], [data-fold]';

function jumpsOf(list: Element | null): readonly HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('[data-jump]')];
}

function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.closest('form') !== null) return;
  // Several lists of one page are gone through as one.
  const all = event.currentTarget.closest('[data-finding-lists]') ?? event.currentTarget;
  const moved = moveInList(jumpsOf(all), target.closest(ROW), event.key);
  if (moved === null) return;
  event.preventDefault();
  moved.focus();
  moved.closest(ROW)?.scrollIntoView({ block: 'nearest' });
}
