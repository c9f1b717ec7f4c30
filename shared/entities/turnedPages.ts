import type { Attachment, FileProblem } from './attachment.ts';

/** Turns of the whole file that set upright what intake found lying or standing on its head. */
const UPRIGHT: ReadonlyMap<string, readonly Attachment['rotate'][]> = new Map([
  ['page-upside-down', [180]],
  // Which way it lies is seen on the page, not told by the problem.
  ['page-sideways', [90, 270]],
]);

/** Whether a problem of a file is of pages that do not stand upright, and the file has not been turned accordingly. */
export function isStillTurned({ rotate }: Pick<Attachment, 'rotate'>, { code }: FileProblem): boolean {
  return UPRIGHT.get(code)?.includes(rotate) === false;
}

/** Whether a problem of a file is of pages that do not stand upright, turned meanwhile or not. */
export function isOfTurnedPages({ code }: FileProblem): boolean {
  return UPRIGHT.has(code);
}
