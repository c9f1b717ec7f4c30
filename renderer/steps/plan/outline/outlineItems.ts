import type { Finding } from '../../../../shared/calls/finding.ts';
import { isAtOrBelow } from '../../../../shared/calls/isAtOrBelow.ts';
import { isOpen } from '../../../../shared/calls/isOpen.ts';
import { planPath } from '../../../../shared/calls/operators/planPath.ts';
import type { Call } from '../../../../shared/calls/schema/call.ts';
import type { OutlineChapter, OutlineItem } from '../../../../shared/calls/schema/page.ts';
import { holds } from '../../../../shared/documents/holds.ts';
import { isWritten } from '../../../../shared/documents/isWritten.ts';
import { printedAnswer } from '../../../../shared/documents/printValue.ts';
import type { Application } from '../../../../shared/entities/application.ts';
import { planWords } from './planWords.ts';

/**
 * How far an outline item is, in the order in which they are asked:
 * - `notApplicable` 不涉及: the call asks it of other applications only, and nothing is written
 * - `problems` 有问题: an open error or warning speaks of it
 * - `automatic` 自动生成: no words are asked for and none are there
 * - `optional` 可不写, `unwritten` 未写: nothing is written, and may be left so, or not
 * - `writing` 在写: written, but a value it tells or something a check needs is still 待填
 * - `done` 完成
 */
export type ItemState =
  | 'notApplicable'
  | 'problems'
  | 'automatic'
  | 'optional'
  | 'unwritten'
  | 'writing'
  | 'done';

/** One item as the outline shows it. */
export type OutlineEntry = {
  readonly chapter: OutlineChapter;
  readonly item: OutlineItem;
  /** Where findings speak of it. */
  readonly at: string;
  readonly state: ItemState;
  /** 字数 as Word counts. */
  readonly words: number;
};

/** Ids of the items the call does not ask of this application. */
export function notAsked(call: Call, application: Application): ReadonlySet<string> {
  const items = call.outline.flatMap((chapter) => chapter.items);
  const out = items.filter(({ when }) => when !== undefined && holds(call, application, when) === 'unmet');
  return new Set(out.map(({ id }) => id));
}

/** The outline with how far each item is. Linear in the findings; words that did not change are not counted again. */
export function outlineItems(
  call: Call,
  application: Application,
  findings: readonly Finding[],
  notAskedIds: ReadonlySet<string>,
): readonly OutlineEntry[] {
  const open = findings.filter(isOpen);
  return call.outline.flatMap((chapter) =>
    chapter.items.map((item): OutlineEntry => {
      const at = planPath(item.id);
      const document = application.plan[item.id] ?? null;
      const written = document !== null && isWritten(document);
      const told = (field: string) => printedAnswer(call, application, field);
      const { words, facts } = planWords(document, (field) => told(field) ?? '');
      const here = open.filter((finding) => isAtOrBelow(finding.at, at));
      const lacks =
        here.some(({ outcome, severity }) => outcome === 'unknown' && severity !== 'hint') ||
        facts.some((field) => told(field) === null);
      const wrong = here.some(({ outcome, severity }) => outcome === 'unmet' && severity !== 'hint');
      const state = stateOf(item, { written, wrong, lacks, asked: !notAskedIds.has(item.id) });
      return { chapter, item, at, state, words };
    }),
  );
}

function stateOf(
  { text }: OutlineItem,
  { written, wrong, lacks, asked }: { written: boolean; wrong: boolean; lacks: boolean; asked: boolean },
): ItemState {
  if (!written && !asked) return 'notApplicable';
  if (wrong) return 'problems';
  if (written) return lacks ? 'writing' : 'done';
  if (text === 'none') return 'automatic';
  return text === 'optional' ? 'optional' : 'unwritten';
}
