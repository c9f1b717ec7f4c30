import { createStore } from 'zustand/vanilla';
import type { FindingFilter } from '../../side/findings/filterFindings.ts';

export type ChecksView = FindingFilter & {
  readonly group: 'section' | 'severity';
  /** The draft it belongs to: another one begins anew. */
  readonly session: string;
};

/** Everything that asks for something, by section. */
export function freshView(session: string): ChecksView {
  return { show: 'open', section: null, text: '', group: 'section', session };
}

/** How the checks page is looked at; kept while the user goes to a field and comes back. */
export const checksView = createStore<ChecksView>(() => freshView(''));
