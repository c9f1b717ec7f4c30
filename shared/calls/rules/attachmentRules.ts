import type { Call } from '../schema/call.ts';
import type { Rule } from '../schema/rule.ts';

/** Every line of the checklist that is required, always or under its condition; not there yet it is 待填. */
export function attachmentRules(call: Call): readonly Rule[] {
  return call.attachments.flatMap((kind) => {
    if (kind.required === false) return [];
    const rule: Rule = {
      id: kind.requirement,
      key: `${kind.requirement}/${kind.id}`,
      title: `附件“${kind.label}”`,
      severity: kind.severity,
      clause: kind.clause,
      at: `attachments.${kind.id}`,
      ...(kind.required === true ? {} : { when: kind.required }),
      unknownWhen: { not: { attached: kind.id } },
      must: { attached: kind.id },
      unmet: `附件中还没有${kind.label}，请放入。`,
      unknown: `附件中还没有${kind.label}，请放入。`,
      met: `${kind.label}：{margin}。`,
    };
    return [rule];
  });
}
