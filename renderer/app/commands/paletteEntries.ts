import { isOpen } from '../../../shared/calls/isOpen.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import type { DraftState } from '../../draft/draftStore.ts';
import { goTo, jumpTo } from '../navigation.ts';
import { commands } from './commands.ts';
import { matchWords } from './matchWords.ts';

/** One thing the palette leads to. */
export type PaletteEntry = {
  readonly id: string;
  /** What it is, in a word: 操作, 字段 … */
  readonly kind: string;
  readonly title: string;
  /** Where it belongs, in small. */
  readonly detail: string;
  readonly keys: string | null;
  readonly run: () => unknown;
};

const MOST_SHOWN = 60;

/** Everything the palette can lead to now: sections, fields, plan, attachments, open findings, actions. */
export function paletteEntries(draft: DraftState | null): readonly PaletteEntry[] {
  const actions = commands
    .filter(({ id, possible }) => id !== 'go.palette' && possible())
    .map(
      ({ id, title, titleNow, group, keys, run }): PaletteEntry => ({
        id,
        kind: '操作',
        title: titleNow?.() ?? title,
        detail: group,
        keys: keys[0] ?? null,
        run,
      }),
    );
  if (draft === null) return actions;
  return [...sections(draft.call), ...places(draft.call), ...findings(draft), ...actions];
}

/** The entries that fit what was typed, best first; all of them in their order when nothing was. */
export function searchEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  if (typed.trim() === '') return entries.slice(0, MOST_SHOWN);
  return entries
    .flatMap((entry) => {
      const inTitle = matchWords(entry.title, typed);
      // What fits only with where it belongs comes after what fits by name.
      const anywhere = matchWords(`${entry.title} ${entry.kind} ${entry.detail}`, typed);
      const score = inTitle !== null ? inTitle + 1 : anywhere;
      return score === null ? [] : [{ entry, score }];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_SHOWN)
    .map(({ entry }) => entry);
}

function sections(call: Call): readonly PaletteEntry[] {
  return call.sections.map(({ id, title }, index) => ({
    id: `section ${id}`,
    kind: '页面',
    title,
    detail: `第 ${index + 1} 节`,
    keys: null,
    run: () => goTo({ page: 'section', section: id }),
  }));
}

function places(call: Call): readonly PaletteEntry[] {
  const title = (section: string) => call.sections.find(({ id }) => id === section)?.title ?? '';
  const planSection = call.sections.find(({ holds }) => holds.includes('plan'))?.title ?? '';
  const attachmentSection = call.sections.find(({ holds }) => holds.includes('attachments'))?.title ?? '';
  return [
    ...call.fields.map(({ id, label, section }) => place('字段', id, label, title(section))),
    ...call.outline.flatMap((chapter) =>
      chapter.items.map((item) =>
        place(
          '方案',
          `plan.${item.id}`,
          `${item.number}${item.title}`,
          `${planSection} ${chapter.number}${chapter.title}`,
        ),
      ),
    ),
    ...call.attachments.map(({ id, label }) => place('附件', `attachments.${id}`, label, attachmentSection)),
  ];
}

function findings({ report }: DraftState): readonly PaletteEntry[] {
  const words = { error: '错误', warning: '警告', hint: '提示' } as const;
  return (report?.findings ?? [])
    .filter(isOpen)
    .slice(0, 500)
    .map(({ key, title, message, outcome, severity, at }) => ({
      ...place(outcome === 'unknown' ? '待填' : words[severity], at, message, title),
      id: `finding ${key}`,
    }));
}

function place(kind: string, at: string, title: string, detail: string): PaletteEntry {
  return { id: `${kind} ${at}`, kind, title, detail, keys: null, run: () => jumpTo(at) };
}
