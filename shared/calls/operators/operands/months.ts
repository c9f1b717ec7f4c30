import { IsoMonth, monthsInclusive } from '../../../entities/dates.ts';
import type { Operand } from '../../schema/condition.ts';
import { numberOf } from '../measure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** Months from the first to the second month, both counted; dates count by their month. */
export function months([from, to]: readonly [Operand, Operand], scope: Scope): Quantity {
  const parts = [scope.resolve(from), scope.resolve(to)] as const;
  const [first, last] = parts.map(monthIn);
  if (first === undefined || last === undefined || first === null || last === null) {
    return notTold(
      parts.flatMap((part) => part.missing),
      numberOf('个月'),
    );
  }
  return known(monthsInclusive(first, last), numberOf('个月'));
}

/** The month a date or a month lies in; null when there is none. */
export function monthIn(quantity: Quantity): IsoMonth | null {
  if (typeof quantity.value !== 'string') return null;
  const month = IsoMonth.safeParse(quantity.value.slice(0, 7));
  return month.success ? month.data : null;
}
