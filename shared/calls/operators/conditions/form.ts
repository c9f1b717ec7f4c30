import type { Scope } from '../scope.ts';
import { fact, unknown, unmet, type Verdict } from '../verdict.ts';
import { undecided } from './undecided.ts';

/** One of these forms of the work is chosen; several may be. */
export function form(ids: readonly string[], scope: Scope): Verdict {
  const { id, formIds } = scope.application.direction;
  const chosen = id === null ? undefined : scope.index.directions.get(id);
  if (chosen === undefined) return undecided(scope);
  const offered = [...chosen.forms, ...chosen.kinds.flatMap((entry) => entry.forms)];
  if (!offered.some((entry) => ids.includes(entry.id))) return unmet();
  if (formIds.length === 0) return unknown(['建设形式']);
  return fact(formIds.some((chosen) => ids.includes(chosen)));
}
