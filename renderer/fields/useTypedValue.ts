import { useState } from 'react';
import type { Read } from './readAmount.ts';

type Typed = {
  /** For the input: what is being typed, else the value as it is written neatly. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
};

/**
 * Typing a value that is not text. Words that cannot be read are kept as they are, as the value: they come
 * back with the draft, the checks name them, undo knows them. On leaving what could be read is written neatly.
 */
export function useTypedValue<Value extends string | number>(
  value: Value | string | null,
  onChange: (value: Value | string | null) => void,
  {
    read,
    show,
  }: { readonly read: (text: string) => Read<Value>; readonly show: (value: Value | string) => string },
): Typed {
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: Value | string | null } | null>(
    null,
  );
  return {
    // A value that is no longer what was typed came from outside: undo, company profile.
    text: typed !== null && Object.is(typed.value, value) ? typed.text : value === null ? '' : show(value),
    onText: (text) => {
      const result = read(text);
      const next = result.ok ? result.value : text;
      setTyped({ text, value: next });
      if (!Object.is(next, value)) onChange(next);
    },
    onLeave: () => setTyped(null),
  };
}
