import type { Call } from '../schema/call.ts';
import type { Rule } from '../schema/rule.ts';

/** What the checklist asks for, and how files have to come into the volume. */
export function attachmentRules(call: Call): readonly Rule[] {
  return [...checklistRules(call), ...pageRules(call)];
}

/**
 * Pages as they are bound: judged in every call, beside what it says of files that do not open. They belong to that
 * rule, else to the first line of the checklist.
 */
function pageRules({ rules, attachments }: Call): readonly Rule[] {
  const readable = rules.find(({ must }) => 'domain' in must && must.domain === 'attachment-readable');
  const [first] = attachments;
  const home = readable ?? (first === undefined ? null : { id: first.requirement, clause: first.clause });
  if (home === null) return [];
  const common = { id: home.id, clause: home.clause, at: 'attachments', forEach: 'attachments' } as const;
  return [
    {
      ...common,
      key: `${home.id}/written`,
      title: '附件不是白纸',
      severity: 'error',
      must: { domain: 'attachment-written' },
      unmet: '附件{row}每一页都是空白，装订进去仍是白纸，请换一份有内容的或移出。',
    },
    {
      ...common,
      key: `${home.id}/upright`,
      title: '附件的页面放正',
      severity: 'warning',
      must: { domain: 'attachment-upright' },
      unmet: '附件{row}{detail}。',
    },
  ];
}

/** Every line of the checklist that is required, always or under its condition; not there yet it is 待填. */
function checklistRules(call: Call): readonly Rule[] {
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
