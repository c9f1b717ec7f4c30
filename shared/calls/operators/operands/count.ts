import type { Collection, Condition } from '../../schema/condition.ts';
import { numberOf } from '../measure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';
import { COUNTERS, TABLES } from '../tableName.ts';

/** How many rows a table has, or how many of them meet `where`. */
export function count(
  { of, where }: { readonly of: Collection; readonly where?: Condition | undefined },
  scope: Scope,
): Quantity {
  const rows = scope.rows(of);
  const measure = numberOf(COUNTERS[of]);
  if (where === undefined) return known(rows.length, measure);
  let value = 0;
  for (const row of rows) {
    const kept = scope.inRow(row).judge(where);
    if (kept.outcome === 'unknown') return notTold([`${TABLES[of]}：${row.name}`], measure);
    if (kept.outcome === 'met') value += 1;
  }
  return known(value, measure);
}
