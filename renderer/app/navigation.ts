import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { sectionOf } from '../../shared/calls/sectionOf.ts';
import { draftStore } from '../draft/draftStore.ts';

/** Where in the workspace the user is. `item` is a part of a section (an outline item of the plan). */
export type Place =
  | { readonly page: 'overview' | 'reconciliation' | 'export' }
  /** `show`: only findings of that kind, as the status bar's counts lead there. */
  | { readonly page: 'checks'; readonly show?: 'error' | 'warning' | 'unknown' }
  | { readonly page: 'section'; readonly section: string; readonly item?: string };

/** A wish to see and focus one place: a field id or path as findings name it. New `ticket`, new wish. */
export type FocusWish = { readonly at: string; readonly ticket: number };

type Navigation = {
  readonly place: Place;
  /** Taken by whoever shows that place; see useFocusWish. */
  readonly wish: FocusWish | null;
  /** Pages left, oldest first: Alt+Left goes back. */
  readonly behind: readonly Place[];
  /** Pages gone back from, next one last. */
  readonly ahead: readonly Place[];
};

const first: Navigation = { place: { page: 'overview' }, wish: null, behind: [], ahead: [] };
const MOST_REMEMBERED = 100;

export const navigation = createStore<Navigation>(() => first);

export function usePlace(): Place {
  return useStore(navigation, ({ place }) => place);
}

/** A name for a page, the same for the same page: `section:budget`. */
export function pageKey(place: Place): string {
  return place.page === 'section' ? `section:${place.section}` : place.page;
}

/** Goes to a page; focus goes to its heading. */
export function goTo(place: Place): void {
  navigation.setState((state) => ({ ...leaving(state, place), place, wish: null }));
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
  const wish: FocusWish = { at, ticket: tickets };
  navigation.setState((state) => ({
    ...leaving(state, place),
    // Of the page one is on, its part in view stays; the one who shows it looks at the wish.
    place: pageKey(state.place) === pageKey(place) ? state.place : place,
    wish,
  }));
}

/** Back to the page left last; false when there is none. */
export function goBack(): boolean {
  const { behind, ahead, place } = navigation.getState();
  const last = behind.at(-1);
  if (last === undefined) return false;
  navigation.setState({ place: last, behind: behind.slice(0, -1), ahead: [...ahead, place], wish: null });
  return true;
}

/** Forward again after going back; false when there is nowhere to go. */
export function goForward(): boolean {
  const { behind, ahead, place } = navigation.getState();
  const next = ahead.at(-1);
  if (next === undefined) return false;
  navigation.setState({ place: next, ahead: ahead.slice(0, -1), behind: [...behind, place], wish: null });
  return true;
}

/** A draft was opened: its overview, with nowhere to go back to. */
export function startOver(): void {
  navigation.setState(first);
}

/** The place the user wants to see; the component that shows it calls `wishGranted(ticket)` once it has. */
export function useFocusWish(): FocusWish | null {
  return useStore(navigation, ({ wish }) => wish);
}

export function wishGranted(ticket: number): void {
  if (navigation.getState().wish?.ticket === ticket) navigation.setState({ wish: null });
}

function leaving({ place, behind, ahead }: Navigation, next: Place): Pick<Navigation, 'behind' | 'ahead'> {
  if (pageKey(place) === pageKey(next)) return { behind, ahead };
  return { behind: [...behind.slice(1 - MOST_REMEMBERED), place], ahead: [] };
}
