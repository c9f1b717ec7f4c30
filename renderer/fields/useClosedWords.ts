import { useEffect, useRef, useState } from 'react';
import type { Choice } from '../../shared/calls/schema/basics.ts';
import { onCommit } from '../draft/pendingWords.ts';
import { choiceMeant } from './choicesLike.ts';

type ClosedWords = {
  /** For the input: words being typed, else the label of what is chosen. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  /** Why the words typed last were not taken; null when they were. */
  readonly refused: string | null;
};

/**
 * Typing for a list that takes nothing else. Words that are no choice never become the answer: on leaving they
 * are the only choice like them, or they go, what was chosen stays, and the reason is told. With `freeText` they
 * are the answer as they are.
 */
export function useClosedWords(
  text: string,
  onText: (text: string) => void,
  choices: readonly Choice[],
  freeText: boolean,
): ClosedWords {
  const [typed, setTyped] = useState<{ readonly words: string; readonly over: string } | null>(null);
  const [refused, setRefused] = useState<{ readonly reason: string; readonly over: string } | null>(null);
  // An answer that changed under the words came from outside: undo, company profile.
  const words = typed !== null && typed.over === text ? typed.words : null;
  /** Read on leaving, when the end of a composition may not have been rendered yet. */
  const newest = useRef<string | null>(null);

  const settle = (): void => {
    const last = newest.current;
    newest.current = null;
    setTyped(null);
    if (last === null || last === text) return;
    const meant = last.trim() === '' ? null : choiceMeant(choices, last);
    if (meant !== null) onText(meant.label);
    else if (last.trim() === '') onText('');
    else {
      const kept = text === '' ? '这一项还没有填' : `仍保留“${text}”`;
      setRefused({ reason: `没有认出“${last.trim()}”，请从列表中选择；${kept}。`, over: text });
    }
  };
  useEffect(() => (words === null || freeText ? undefined : onCommit(settle)));

  if (freeText) return { text, onText, onLeave: () => {}, refused: null };
  return {
    text: words ?? text,
    onText: (next) => {
      setRefused(null);
      const same = choices.find(({ label }) => label === next.trim());
      newest.current = same === undefined ? next : null;
      setTyped(same === undefined ? { words: next, over: text } : null);
      if (same !== undefined && same.label !== text) onText(same.label);
    },
    onLeave: settle,
    refused: refused !== null && refused.over === text ? refused.reason : null,
  };
}
