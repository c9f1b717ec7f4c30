import { SHARP_WIDTH } from '../../../evidence/PageView.tsx';
import { fetchAhead } from '../../../evidence/pictures.ts';
import { pagesOfInvoice } from '../../../evidence/placesOnPages.ts';
import { pagePictureUrl } from '../../attachments/pagePictureUrl.ts';
import type { ReviewScene } from './reviewSteps.ts';

/** Fetches the first page of what will be looked at next, so that it is there at once. */
export function fetchPagesAhead(scenes: readonly ReviewScene[]): void {
  // Drawn newest wish first: the nearest is asked for last.
  for (const { files, readings } of scenes.toReversed()) {
    const [first] = pagesOfInvoice(files, readings);
    if (first !== undefined) fetchAhead(pagePictureUrl(first.file.sha256, first.page, SHARP_WIDTH));
  }
}
