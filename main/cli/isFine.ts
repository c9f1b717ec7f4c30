import type { FileProblem } from '../../shared/entities/attachment.ts';

/** Values that stand in a file and were not taken: what was made of it is not all it says. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  'amount-unreadable',
  'date-unreadable',
  'formula-without-value',
]);

/** Whether a file was read without anything grave, and nothing in it was refused: what an exit code of 0 promises. */
export function isFine(problems: readonly FileProblem[]): boolean {
  return problems.every(({ code, severity }) => severity !== 'error' && !NOT_TAKEN.has(code));
}
