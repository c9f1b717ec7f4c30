import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { jumpTo } from '../../../app/navigation.ts';

type Review = { readonly open: false } | { readonly open: true; readonly start: string | null };

const review = createStore<Review>(() => ({ open: false }));

/** Shows what was read and nobody looked at yet, one invoice after the other. @param start id of the row to begin with */
export function openReview(start: string | null = null): void {
  jumpTo('invoices');
  review.setState({ open: true, start }, true);
}

export function closeReview(): void {
  review.setState({ open: false }, true);
}

export function useReview(): Review {
  return useStore(review);
}
