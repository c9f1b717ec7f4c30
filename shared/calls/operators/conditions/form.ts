import type { Scope } from '../scope.ts';
import { fact, unknown, type Verdict } from '../verdict.ts';
import { undecided } from './undecided.ts';

/** One of these forms of the work is chosen; several may be. */
export function form(ids: readonly string[], scope: Scope): Verdict {
  const { id, formIds } = scope.application.direction;
  if (id === null) return undecided(scope);
  if (formIds.length === 0) return unknown(['建设形式']);
  return fact(formIds.some((chosen) => ids.includes(chosen)));
}
