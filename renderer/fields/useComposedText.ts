import { type ChangeEvent, type CompositionEvent, type FocusEvent, useEffect, useRef, useState } from 'react';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** What an input has to be given so that words composed with an input method reach the draft whole. */
type ComposedText = {
  /** What stands in the input, pinyin under way included. */
  readonly text: string;
  /** What stands there without the composition under way: what is counted and judged. */
  readonly settled: string;
  readonly handlers: {
    readonly onChange: (event: ChangeEvent<TextElement>) => void;
    readonly onCompositionStart: (event: CompositionEvent<TextElement>) => void;
    readonly onCompositionEnd: (event: CompositionEvent<TextElement>) => void;
    readonly onBlur: (event: FocusEvent<TextElement>) => void;
  };
};

/**
 * Keeps the words of an input while an input method composes them. Outside of a composition every change goes
 * to `onChange` at once; inside of one nothing does, and what is in the input is never touched, not even by an
 * undo: the words composed are the newest change. A composition that was given up takes an outside change over.
 */
export function useComposedText(value: string, onChange: (text: string) => void): ComposedText {
  const [text, setText] = useState(value);
  const [settled, setSettled] = useState(value);
  /** Text at the start of the composition under way; null when none is. */
  const composedFrom = useRef<string | null>(null);
  /** The value this input told last or was told last: another one comes from outside. */
  const known = useRef(value);

  useEffect(() => {
    if (value === known.current) return;
    if (composedFrom.current !== null) return;
    known.current = value;
    setText(value);
    setSettled(value);
  }, [value]);

  const commit = (next: string): void => {
    setText(next);
    setSettled(next);
    if (next === known.current) return;
    known.current = next;
    onChange(next);
  };
  const endComposition = (next: string): void => {
    const from = composedFrom.current;
    composedFrom.current = null;
    const changedOutside = value !== known.current;
    if (changedOutside && next === from) {
      known.current = value;
      setText(value);
      setSettled(value);
      return;
    }
    // What was undone or filled in meanwhile is no longer what this input told: the words are told in any case.
    if (changedOutside) known.current = value;
    commit(next);
  };
  return {
    text,
    settled,
    handlers: {
      onChange: ({ target }) => {
        if (composedFrom.current === null) commit(target.value);
        else setText(target.value);
      },
      onCompositionStart: ({ currentTarget }) => {
        composedFrom.current = currentTarget.value;
      },
      onCompositionEnd: ({ currentTarget }) => endComposition(currentTarget.value),
      onBlur: ({ target }) => {
        if (composedFrom.current === null) commit(target.value);
        else endComposition(target.value);
      },
    },
  };
}
