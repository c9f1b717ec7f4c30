import { fieldMeasure } from '../fieldMeasure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** What the attached statement says of a field, as somebody typed it from there. */
export function statement(id: string, scope: Scope): Quantity {
  const spec = scope.index.fields.get(id);
  if (spec === undefined) return notTold([id]);
  const measure = fieldMeasure(spec, scope.index.lists);
  const told = scope.application.statements[id] ?? null;
  return told === null ? notTold([`财务报表的${spec.label}`], measure) : known(told, measure);
}
