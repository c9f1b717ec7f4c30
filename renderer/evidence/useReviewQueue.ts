import { useDeferredValue, useMemo } from 'react';
import type { Application } from '../../shared/entities/application.ts';
import { type ReviewItem, reviewQueue } from '../../shared/evidence/reviewQueue.ts';
import { useApplication } from '../draft/useDraft.ts';

type Parts = Pick<Application, 'invoices' | 'attachments' | 'readings'>;

const NONE: readonly ReviewItem[] = [];
let last: { readonly of: Parts; readonly queue: readonly ReviewItem[] } | null = null;

/** Worked out once for all who ask while nothing of it changes. */
function queueOf(of: Parts): readonly ReviewItem[] {
  if (of.readings.length === 0) return NONE;
  if (
    last === null ||
    last.of.invoices !== of.invoices ||
    last.of.attachments !== of.attachments ||
    last.of.readings !== of.readings
  )
    last = { of, queue: reviewQueue(of) };
  return last.queue;
}

/** What was read and nobody has looked at yet, most urgent first. A moment behind while somebody types. */
export function useReviewQueue(): readonly ReviewItem[] {
  const invoices = useDeferredValue(useApplication((application) => application.invoices));
  const attachments = useDeferredValue(useApplication((application) => application.attachments));
  const readings = useDeferredValue(useApplication((application) => application.readings));
  return useMemo(() => queueOf({ invoices, attachments, readings }), [invoices, attachments, readings]);
}
