import { numberOf } from '../measure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** An expected target: a number in the target's unit, or yes/no. */
export function target(id: string, scope: Scope): Quantity {
  const spec = scope.index.targets.get(id);
  if (spec === undefined) return notTold([id]);
  const measure = spec.kind === 'yesNo' ? ({ kind: 'yesNo' } as const) : numberOf(spec.unit);
  const told = scope.application.targets[id] ?? null;
  if (told === null || typeof told !== (spec.kind === 'yesNo' ? 'boolean' : 'number')) {
    return notTold([spec.label], measure);
  }
  return known(told, measure);
}
