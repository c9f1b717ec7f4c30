import type { Choice } from '../../shared/calls/schema/basics.ts';

/** Choices whose label or official number holds the words; those that begin with them first. */
export function choicesLike(choices: readonly Choice[], words: string): readonly Choice[] {
  const wanted = plain(words);
  const place = ({ label, code = '' }: Choice) => {
    const at = plain(label).indexOf(wanted);
    return at >= 0 ? at : code.toLowerCase().startsWith(wanted) ? 0 : -1;
  };
  return choices
    .filter((choice) => place(choice) >= 0)
    .toSorted((a, b) => Number(place(a) > 0) - Number(place(b) > 0));
}

/** The one choice that typed words mean: of that very label, else the only one like them; null when none or several. */
export function choiceMeant(choices: readonly Choice[], words: string): Choice | null {
  const same = choices.find(({ label }) => plain(label) === plain(words));
  if (same !== undefined) return same;
  const like = plain(words) === '' ? [] : choicesLike(choices, words);
  return like.length === 1 ? (like[0] ?? null) : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
