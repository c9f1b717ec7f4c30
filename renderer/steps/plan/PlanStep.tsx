import { useCallback, useEffect, useRef, useState } from 'react';
import { useFocusWish, usePlace } from '../../app/navigation.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlanOutline } from './outline/PlanOutline.tsx';
import { usePlanOutline } from './outline/usePlanOutline.ts';
import { PlanPaper } from './PlanPaper.tsx';
import styles from './PlanStep.module.css';

/** Which item was open last, by session: one comes back to where one wrote. */
const lastOpen = new Map<string, string>();

/**
 * The open item. `write`: the cursor goes into its text as it opens; `moved`: one came from another item, so the
 * paper is shown from its head.
 */
type OpenItem = { readonly id: string; readonly write: boolean; readonly moved: boolean };

/** 建设方案: the outline left, the paper of the open item beside it. */
export function PlanStep() {
  const entries = usePlanOutline();
  const session = useDraft(({ info }) => info.session);
  const place = usePlace();
  const wish = useFocusWish();
  const [open, setOpen] = useState<OpenItem | null>(() => {
    const asked = place.page === 'section' ? place.item : undefined;
    const known = (id: string | undefined) => entries.find(({ item }) => item.id === id);
    const first =
      known(asked) ?? known(lastOpen.get(session)) ?? entries.find(({ state }) => state === 'unwritten');
    const id = (first ?? entries[0])?.item.id;
    return id === undefined ? null : { id, write: false, moved: false };
  });
  const show = useCallback(
    (id: string, write: boolean, moved = true) => {
      lastOpen.set(session, id);
      setOpen({ id, write, moved });
    },
    [session],
  );

  const wished = wish === null ? null : deepest(entries, wish.at);
  const ticket = wish?.ticket;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new wish for the same place is a wish too
  useEffect(() => {
    // The arrival of app/places finds the text by its path and puts the focus there.
    if (wished !== null) show(wished, false, false);
  }, [wished, ticket, show]);

  const current = entries.find(({ item }) => item.id === open?.id);
  const root = useRef<HTMLDivElement>(null);
  // On the window: while one editor goes and the next comes, the focus is nowhere.
  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const { activeElement, body } = document;
      const here = activeElement === null || activeElement === body || root.current?.contains(activeElement);
      if (by === 0 || here !== true || !(event.ctrlKey || event.metaKey) || !event.altKey) return;
      const next = entries[entries.findIndex(({ item }) => item.id === open?.id) + by];
      event.preventDefault();
      event.stopPropagation();
      if (next !== undefined) show(next.item.id, true);
    };
    window.addEventListener('keydown', step, { capture: true });
    return () => window.removeEventListener('keydown', step, { capture: true });
  }, [entries, open, show]);

  if (current === undefined)
    return <EmptyState title="这个批次的通知没有规定方案提纲">不需要编写建设方案。</EmptyState>;
  return (
    <div className={styles.plan} ref={root}>
      <div className={styles.columns}>
        <PlanOutline entries={entries} open={current.item.id} onOpen={(id) => show(id, false)} />
        <PlanPaper
          key={current.item.id}
          entry={current}
          write={open?.write === true}
          moved={open?.moved === true}
        />
      </div>
    </div>
  );
}

/** Of the items a path is in, the one named longest: `plan.2.1` is not `plan.2`. */
function deepest(entries: ReturnType<typeof usePlanOutline>, at: string): string | null {
  let best: string | null = null;
  let length = 0;
  for (const { item, at: path } of entries) {
    const inside = at === path || at.startsWith(`${path}.`);
    if (!inside || path.length <= length) continue;
    best = item.id;
    length = path.length;
  }
  return best;
}
