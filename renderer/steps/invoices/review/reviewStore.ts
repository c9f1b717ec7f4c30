import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { sectionOf } from '../../../../shared/calls/sectionOf.ts';
import { goTo } from '../../../app/navigation.ts';
import { draftStore } from '../../../draft/draftStore.ts';

type Review = { readonly open: false } | { readonly open: true; readonly start: string | null };

const review = createStore<Review>(() => ({ open: false }));

/** Shows what was read and nobody looked at yet, one invoice after the other. @param start id of the row to begin with */
export function openReview(start: string | null = null): void {
  const call = draftStore.getState()?.call;
  const section = call === undefined ? null : sectionOf(call, 'invoices');
  // The page, not a place of it: on coming back its heading is in sight.
  if (section !== null) goTo({ page: 'section', section });
  review.setState({ open: true, start }, true);
}

export function closeReview(): void {
  review.setState({ open: false }, true);
}

export function useReview(): Review {
  return useStore(review);
}
