import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Something the person is told in passing, at the foot of the window. */
export type Notice = { readonly id: number; readonly kind: 'done' | 'trouble'; readonly text: string };

const notices = createStore<readonly Notice[]>(() => []);
let last = 0;

/** Long enough to be read; trouble stays until it is put away. */
const SHOWN_MS = 5000;
const MOST = 3;

export function tell(kind: Notice['kind'], text: string): void {
  last += 1;
  const id = last;
  const others = notices.getState().filter((notice) => notice.text !== text);
  notices.setState([...others.slice(1 - MOST), { id, kind, text }], true);
  if (kind === 'done') setTimeout(() => putAway(id), SHOWN_MS);
}

export function putAway(id: number): void {
  notices.setState(
    notices.getState().filter((notice) => notice.id !== id),
    true,
  );
}

export function useNotices(): readonly Notice[] {
  return useStore(notices);
}
