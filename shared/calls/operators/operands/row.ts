import type { Measure } from '../measure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import { columnLabel, columnMeasure } from '../rowColumn.ts';
import { rowValue } from '../rowValue.ts';
import type { Scope } from '../scope.ts';

/** A property of the row a `forEach` rule or a `where` looks at. */
export function row(path: string, scope: Scope): Quantity {
  const measure = measureOf(path, scope);
  if (scope.row === null) return notTold([columnLabel(path)], measure, path);
  const value = rowValue(scope.row, path, scope.application.settings.amountBasis);
  return value === null ? notTold([columnLabel(path)], measure, path) : known(value, measure, path);
}

function measureOf(path: string, scope: Scope): Measure {
  const measures = scope.once('column-measures', () => new Map<string, Measure>());
  const known = measures.get(path);
  if (known !== undefined) return known;
  const measure = columnMeasure(path, scope.index.categories);
  measures.set(path, measure);
  return measure;
}
