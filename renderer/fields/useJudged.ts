import { type RefCallback, useCallback, useEffect, useState } from 'react';
import { useFocusWish } from '../app/navigation.ts';
import { isAtOrBelow } from '../draft/useFindings.ts';
import { afterPress } from './afterPress.ts';

/**
 * Whether a place is judged already: it was left once, had content when it was opened, or the user came to it by
 * a jump. Not while it is first typed. `frame` goes to the element around its controls.
 */
export function useJudged(
  at: string,
  hadContent: boolean,
): { readonly judged: boolean; readonly frame: RefCallback<HTMLElement> } {
  const [judged, setJudged] = useState(hadContent);
  const wish = useFocusWish();
  const wished = wish !== null && isAtOrBelow(wish.at, at);
  useEffect(() => {
    if (wished) setJudged(true);
  }, [wished]);
  const frame = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const onLeave = ({ relatedTarget }: globalThis.FocusEvent) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget)))
        // A verdict takes room: shown between press and click, it would move what is being clicked.
        afterPress(() => setJudged(true));
    };
    element.addEventListener('focusout', onLeave);
    return () => element.removeEventListener('focusout', onLeave);
  }, []);
  return { judged: judged || wished, frame };
}
