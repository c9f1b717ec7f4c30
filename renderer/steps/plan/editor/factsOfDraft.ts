import type { Call } from '../../../../shared/calls/schema/call.ts';
import { fieldOf, printedAnswer, unitOf } from '../../../../shared/documents/printValue.ts';
import { draftStore } from '../../../draft/draftStore.ts';
import type { FactSource } from './fact.ts';
import type { FactChoice } from './factSuggest.ts';

/** Values of the open draft's form, as they print now. */
export const factsOfDraft: FactSource = {
  words: (id) => {
    const state = draftStore.getState();
    const field = state === null ? null : fieldOf(state.call, id);
    if (state === null || field === null) return null;
    return { label: field.label, value: printedAnswer(state.call, state.application, id) };
  },
  subscribe: (listener) =>
    draftStore.subscribe((now, before) => {
      if (now?.application.answers !== before?.application.answers) listener();
    }),
};

/** A line of the list of facts; what stands behind it is its unit, which the printed value does not tell. */
export type FactLine = FactChoice & {
  readonly label: string;
  readonly section: string;
  readonly value: string | null;
};

const MOST_LINES = 60;

/** Fields of the call that fit what was typed, by label, section or value; those whose label begins so first. */
export function factLines(call: Call, query: string): readonly FactLine[] {
  const sections = new Map(call.sections.map(({ id, title }) => [id, title]));
  const wanted = query.trim().toLocaleLowerCase();
  const lines = call.fields.map((field): FactLine => {
    const words = factsOfDraft.words(field.id);
    return {
      field: field.id,
      after: unitOf(field),
      label: field.label,
      section: sections.get(field.section) ?? '',
      value: words?.value ?? null,
    };
  });
  const rank = ({ label, section, value }: FactLine): number => {
    if (label.toLocaleLowerCase().startsWith(wanted)) return 0;
    if (label.toLocaleLowerCase().includes(wanted)) return 1;
    if ((value ?? '').toLocaleLowerCase().includes(wanted)) return 2;
    return section.toLocaleLowerCase().includes(wanted) ? 3 : 4;
  };
  const ranked = lines.map((line) => ({ line, rank: wanted === '' ? 0 : rank(line) }));
  return ranked
    .filter((one) => one.rank < 4)
    .sort((left, right) => left.rank - right.rank)
    .slice(0, MOST_LINES)
    .map(({ line }) => line);
}
