import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { sectionOf } from '../../shared/calls/sectionOf.ts';
import { draftStore } from '../draft/draftStore.ts';

/** Where in the workspace the user is. `item` is a part of a section (an outline item of the plan). */
export type Place =
  | { readonly page: 'overview' | 'checks' | 'reconciliation' | 'export' }
  | { readonly page: 'section'; readonly section: string; readonly item?: string };

/** A wish to see and focus one place: a field id or path as findings name it. New `ticket`, new wish. */
export type FocusWish = { readonly at: string; readonly ticket: number };

type Navigation = {
  readonly place: Place;
  /** Taken by whoever shows that place; see useFocusWish. */
  readonly wish: FocusWish | null;
};

export const navigation = createStore<Navigation>(() => ({ place: { page: 'overview' }, wish: null }));

export function usePlace(): Place {
  return useStore(navigation, ({ place }) => place);
}

/** Goes to a page; focus goes to its heading. */
export function goTo(place: Place): void {
  navigation.setState({ place, wish: null });
}

let tickets = 0;

/**
 * Goes to the very field a finding speaks of: its section, then scroll, focus and highlight. `at` is what
 * findings carry: `project.name`, `invoices[invoice-3].buyer`, `plan.2.1`, `attachments.license`, `direction`.
 */
export function jumpTo(at: string): void {
  const call = draftStore.getState()?.call;
  if (call === undefined) return;
  const section = sectionOf(call, at);
  const place: Place = section === null ? { page: 'overview' } : { page: 'section', section };
  tickets += 1;
  navigation.setState({ place, wish: { at, ticket: tickets } });
}

/** The place the user wants to see; the component that shows it calls `wishGranted(ticket)` once it has. */
export function useFocusWish(): FocusWish | null {
  return useStore(navigation, ({ wish }) => wish);
}

export function wishGranted(ticket: number): void {
  if (navigation.getState().wish?.ticket === ticket) navigation.setState({ wish: null });
}
