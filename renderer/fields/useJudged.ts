import { type RefCallback, useCallback, useEffect, useState } from 'react';
import { useFocusWish } from '../app/navigation.ts';
import { isAtOrBelow } from '../draft/useFindings.ts';
import { afterPress } from './afterPress.ts';

const CONTROLS = 'input, textarea, select, [contenteditable="true"]';

/**
 * Whether a place is judged already: its controls were left once, it had content when it was opened, or the user came to it by
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
      // Between the choices of one answer it is not left; to the clause or another button beside it, it is.
      const stays = relatedTarget instanceof Element && element.contains(relatedTarget);
      if (!(stays && relatedTarget.matches(CONTROLS)))
        // A verdict takes room: shown between press and click, it would move what is being clicked.
        afterPress(() => setJudged(true));
    };
    element.addEventListener('focusout', onLeave);
    return () => element.removeEventListener('focusout', onLeave);
  }, []);
  return { judged: judged || wished, frame };
}
