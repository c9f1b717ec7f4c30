import type { Collection, Condition } from '../../schema/condition.ts';
import { fieldMeasure } from '../fieldMeasure.ts';
import { numberOf } from '../measure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import { columnLabel } from '../rowColumn.ts';
import { rowValue } from '../rowValue.ts';
import type { Scope } from '../scope.ts';

interface Sum {
  readonly of: Collection;
  readonly amount: string;
  readonly where?: Condition | undefined;
}

/**
 * The sum of a column over the rows that `where` keeps. Not told when a kept row does not tell its
 * amount, or when it cannot be told whether a row is kept. Of an empty table it is 0.
 */
export function sum({ of, amount, where }: Sum, scope: Scope): Quantity {
  const total = scope.call.roles.totalInvestment;
  const spec = total === null ? undefined : scope.index.fields.get(total);
  const measure = amount.endsWith('Fen')
    ? spec?.type === 'money'
      ? fieldMeasure(spec, scope.index.lists)
      : ({ kind: 'money', unit: null } as const)
    : numberOf('');
  let value = 0;
  const missing: string[] = [];
  for (const row of scope.rows(of)) {
    if (where !== undefined) {
      const kept = scope.inRow(row).judge(where).outcome;
      if (kept === 'unmet') continue;
      if (kept === 'unknown') {
        missing.push(`${row.name}的${columnLabel('category')}`);
        continue;
      }
    }
    const amountOfRow = rowValue(row, amount, scope.application.settings.amountBasis);
    if (typeof amountOfRow === 'number') value += amountOfRow;
    else missing.push(`${row.name}的${columnLabel(amount)}`);
  }
  return missing.length > 0 ? notTold(missing, measure) : known(value, measure);
}
