import type { ReadingPlace } from '../../../shared/entities/invoiceReading.ts';
import type { Box as PaperBox } from '../ofd/box.ts';
import type { Box } from '../words/segment.ts';

/** A rectangle in millimetres as fractions of its page, cut to it. @param page from 1 */
export function placeOnPaper(box: Box, paper: PaperBox, page: number): ReadingPlace {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const left = within((box.left - paper.x) / paper.width);
  const top = within((box.top - paper.y) / paper.height);
  const right = within((box.right - paper.x) / paper.width);
  const bottom = within((box.bottom - paper.y) / paper.height);
  return { on: 'page', page, left, top, width: right - left, height: bottom - top };
}
