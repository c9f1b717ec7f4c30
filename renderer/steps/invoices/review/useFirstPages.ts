import { useEffect } from 'react';
import { draftStore } from '../../../draft/draftStore.ts';
import { useReviewQueue } from '../../../evidence/useReviewQueue.ts';
import { fetchPagesAhead } from './fetchPagesAhead.ts';
import { sceneOf, stepsOf } from './reviewSteps.ts';

/** Fetches the pages the queue begins with while its button is on the screen: the first is the one that is waited for. */
export function useFirstPages(): void {
  const queue = useReviewQueue();
  useEffect(() => {
    const application = draftStore.getState()?.application;
    if (application === undefined || queue.length === 0) return;
    const first = stepsOf(application).slice(0, 2);
    fetchPagesAhead(first.flatMap((step) => sceneOf(application, step) ?? []));
  }, [queue]);
}
