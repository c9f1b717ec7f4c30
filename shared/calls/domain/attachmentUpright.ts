import { isStillTurned, turnedInWords } from '../../entities/turnedPages.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { isBound } from './isBound.ts';
import { rowIn } from './rowIn.ts';

/** The pages of a file stand upright in the volume: as they came, or turned since. */
export function attachmentUpright(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'attachments');
  if (row === null || !isBound(scope, row.value)) return null;
  const turned = row.value.problems.filter((problem) => isStillTurned(row.value, problem));
  return turned.length === 0
    ? met()
    : unmet({ detail: turned.map((problem) => turnedInWords(row.value, problem)).join('；') });
}
