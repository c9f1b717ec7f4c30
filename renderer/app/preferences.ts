import { useCallback } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Preferences } from '../../shared/contract/Preferences.ts';
import { ask } from './bridge.ts';

type Liked = string | number | boolean;

const unasked: Preferences = {
  theme: 'system',
  sideOpen: true,
  sideWidth: 360,
  invoiceRegister: true,
  layout: {},
};

const preferences = createStore<Preferences>(() => unasked);

/** Saved a moment after the last change: dragging a border is one saving. */
const GATHER_MS = 300;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Takes over what was kept on this machine. Without an answer the window looks as it does for the first time. */
export async function loadPreferences(): Promise<void> {
  const reply = await ask('app:preferences', {});
  if (reply.ok) preferences.setState(reply.value);
}

/** Changes what the person likes of the window, now and for the next time. */
export function changePreferences(change: Partial<Preferences>): void {
  preferences.setState(change);
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => {
    timer = null;
    // A liking that could not be kept is no loss worth an alarm; the window has it as long as it is open.
    void ask('app:savePreferences', preferences.getState());
  }, GATHER_MS);
}

export function readPreferences(): Preferences {
  return preferences.getState();
}

export function usePreferences<Part>(select: (all: Preferences) => Part): Part {
  return useStore(preferences, select);
}

/** One small thing kept by name (a column's width, what is folded) and how to change it. */
export function useLayout<Value extends Liked>(
  name: string,
  otherwise: Value,
): readonly [Value, (value: Value) => void] {
  const kept = usePreferences(({ layout }) => layout[name]);
  const change = useCallback(
    (value: Value) => changePreferences({ layout: { ...readPreferences().layout, [name]: value } }),
    [name],
  );
  return [isLike(kept, otherwise) ? kept : otherwise, change];
}

function isLike<Value extends Liked>(kept: Liked | undefined, like: Value): kept is Value {
  return typeof kept === typeof like;
}
