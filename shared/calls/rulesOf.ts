import { attachmentRules } from './rules/attachmentRules.ts';
import { directionRules } from './rules/directionRules.ts';
import { fieldRules } from './rules/fieldRules.ts';
import { outlineRules } from './rules/outlineRules.ts';
import { readingRules } from './rules/readingRules.ts';
import { statementRules } from './rules/statementRules.ts';
import type { Call } from './schema/call.ts';
import type { Rule } from './schema/rule.ts';

/** A rule with the key its findings carry, unique in its call. */
export type KeyedRule = Rule & { readonly key: string };

/**
 * Everything a call checks as uniform rules: what its directions, fields, outline and checklist ask
 * by their nature, and the rules it words itself. Facts (A) inform and are not among them.
 */
export function rulesOf(call: Call): readonly KeyedRule[] {
  const { id, clause, label } = call.directionRequirement;
  const chooseDirection: Rule = {
    id,
    key: `${id}/direction`,
    title: label,
    severity: 'error',
    clause,
    at: 'direction',
    must: { direction: call.directions.map((direction) => direction.id) },
    unmet: `请选择${label}。`,
    unknown: `请选择${label}。`,
    met: `${label}已选择。`,
  };
  const derived = [
    chooseDirection,
    ...call.directions.flatMap((direction) => directionRules(call, direction)),
    ...call.fields.flatMap((field) => fieldRules(call, field)),
    ...outlineRules(call),
    ...attachmentRules(call),
    ...readingRules(call),
    ...statementRules(call),
  ];
  return withUniqueKeys(call.rules, derived);
}

/** The call's own keys stand; a derived key that is taken gets a number. */
function withUniqueKeys(own: readonly Rule[], derived: readonly Rule[]): readonly KeyedRule[] {
  const taken = new Set(own.map((rule) => rule.key ?? rule.id));
  const free = (key: string) => {
    let candidate = key;
    for (let n = 2; taken.has(candidate); n += 1) candidate = `${key}.${n}`;
    taken.add(candidate);
    return candidate;
  };
  return [
    ...derived.map((rule) => ({ ...rule, key: free(rule.key ?? rule.id) })),
    ...own.map((rule) => ({ ...rule, key: rule.key ?? rule.id })),
  ];
}
