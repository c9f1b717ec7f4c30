import { createStore } from 'zustand/vanilla';

/** Heads of many findings that are open; kept while the user goes to a row and comes back. */
export const openFolds = createStore<ReadonlySet<string>>(() => new Set());

/** Opens or shuts one. */
export function turnFold(key: string): void {
  const next = new Set(openFolds.getState());
  if (!next.delete(key)) next.add(key);
  openFolds.setState(next, true);
}
