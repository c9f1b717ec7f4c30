import type { Condition, Operand } from '../schema/condition.ts';

const known = new WeakMap<object, boolean>();

/**
 * Whether a condition or operand looks at the row of its rule. A sum or count goes through whole
 * tables, its `where` through their rows; a domain check may look at anything.
 */
export function dependsOnRow(node: Condition | Operand): boolean {
  return looksAtRow(node);
}

function looksAtRow(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const before = known.get(node);
  if (before !== undefined) return before;
  const depends = Array.isArray(node)
    ? node.some(looksAtRow)
    : Object.entries(node).some(([key, inner]) => {
        if (key === 'row' || key === 'domain') return true;
        return key !== 'sum' && key !== 'count' && looksAtRow(inner);
      });
  known.set(node, depends);
  return depends;
}
