import type { KeyedRule } from '../calls/rulesOf.ts';
import type { Condition, Operand } from '../calls/schema/condition.ts';

/**
 * What the two figures a rule compares are made of: `field:ID` and `sum:TABLE`, sorted; null when the rule compares
 * no figures. By it the rule that asks for a pair to agree is found, whatever the call names it.
 */
export function ruleMentions({ must, forEach }: KeyedRule): string | null {
  const pair = forEach === undefined ? comparedIn(must) : null;
  if (pair === null) return null;
  const found = new Set<string>();
  for (const operand of pair) collect(operand, found);
  return mentionKey([...found]);
}

/** The same for what is looked for. */
export function mentionKey(mentions: readonly string[]): string {
  return [...mentions].sort().join(' ');
}

function comparedIn(must: Condition): readonly [Operand, Operand] | null {
  if ('equals' in must) return must.equals;
  if ('atMost' in must) return must.atMost;
  if ('atLeast' in must) return must.atLeast;
  if ('above' in must) return must.above;
  return 'below' in must ? must.below : null;
}

function collect(operand: Operand, found: Set<string>): void {
  if ('field' in operand) found.add(`field:${operand.field}`);
  else if ('sum' in operand) found.add(`sum:${operand.sum.of}`);
  else if (!('count' in operand)) {
    for (const inner of Object.values(operand).flat()) {
      if (typeof inner === 'object' && inner !== null) collect(inner as Operand, found);
    }
  }
}
