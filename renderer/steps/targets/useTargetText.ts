import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Target } from '../../../shared/calls/schema/direction.ts';
import { printNumber } from '../../../shared/documents/printValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { readNumber } from '../../fields/readAmount.ts';
import { useTypedValue } from '../../fields/useTypedValue.ts';

/**
 * Words typed for a target that are no number. A target keeps numbers only, so they stay here while the window is
 * open, by draft and target: leaving the page does not lose them.
 */
const unread = createStore<Readonly<Record<string, string>>>(() => ({}));

/** Typing a target's number: what cannot be read stays where it was typed, with the reason. */
export function useTargetText(
  target: Target,
  value: number | null,
  onChange: (value: number | null) => void,
) {
  const session = useDraft(({ info }) => info.session);
  const key = `${session} ${target.id}`;
  const kept = useStore(unread, (all) => all[key] ?? null);
  // A number that came meanwhile (undo) is newer than the words.
  const words = value === null ? kept : null;
  const typed = useTypedValue<number>(
    words ?? value,
    (next) => {
      const isWords = typeof next === 'string';
      const { [key]: _, ...others } = unread.getState();
      unread.setState(isWords ? { ...others, [key]: next } : others, true);
      const number = isWords ? null : next;
      if (number !== value) onChange(number);
    },
    {
      read: (text) => readNumber(text, target.unit),
      show: (shown) => (typeof shown === 'number' ? printNumber(shown) : shown),
    },
  );
  const read = words === null ? null : readNumber(words, target.unit);
  return { ...typed, problem: read === null || read.ok ? null : read.problem };
}
