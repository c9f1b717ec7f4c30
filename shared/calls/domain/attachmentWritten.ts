import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { isBound } from './isBound.ts';
import { rowIn } from './rowIn.ts';

/** Something stands on at least one page of a file that is bound. */
export function attachmentWritten(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'attachments');
  if (row === null || !isBound(scope, row.value)) return null;
  const { pages, blankPages } = row.value;
  return blankPages.length < (pages ?? 0) ? met() : unmet();
}
