import { planPath } from '../operators/planPath.ts';
import type { Call } from '../schema/call.ts';
import type { Rule } from '../schema/rule.ts';

/** Every section of the plan for which words are asked; without them it is 待填. */
export function outlineRules(call: Call): readonly Rule[] {
  return call.outline.flatMap((chapter) =>
    chapter.items.flatMap((item) => {
      if (item.text !== 'required') return [];
      const name = `${chapter.number}${item.number}${item.title}`;
      const rule: Rule = {
        id: item.requirement,
        key: `${item.requirement}/${item.id}`,
        title: `建设方案“${item.title}”`,
        severity: 'error',
        clause: item.clause,
        at: planPath(item.id),
        ...(item.when === undefined ? {} : { when: item.when }),
        unknownWhen: { not: { written: item.id } },
        must: { written: item.id },
        unmet: `请编写建设方案“${name}”。`,
        unknown: `请编写建设方案“${name}”。`,
        met: `建设方案“${name}”已有内容。`,
      };
      return [rule];
    }),
  );
}
