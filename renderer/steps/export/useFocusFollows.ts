import { type RefObject, useEffect, useRef } from 'react';

/**
 * The stages of an export follow each other by themselves, and the button that was pressed goes with its stage:
 * the focus then goes to the heading of the next.
 */
export function useFocusFollows(stage: string): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    if (document.activeElement !== document.body) return;
    const heading = around.current?.querySelector('h2');
    if (heading == null) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [stage]);
  return around;
}
