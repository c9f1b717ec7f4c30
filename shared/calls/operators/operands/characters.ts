import { countAsWord } from '../../../entities/wordCount.ts';
import type { Operand } from '../../schema/condition.ts';
import { numberOf } from '../measure.ts';
import { known, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** Characters as Word counts them; text that is not there has none. */
export function characters(operand: Operand, scope: Scope): Quantity {
  const text = scope.resolve(operand);
  const count = text.value === null ? 0 : countAsWord(String(text.value));
  return known(count, numberOf('字'), text.column);
}
