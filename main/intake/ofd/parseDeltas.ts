/** No line of an invoice has so many characters; a run `g 1000000000 …` must not fill the memory. */
const MOST = 20_000;

/**
 * The steps from character to character of a DeltaX or DeltaY: `3 3 3`, runs written `g COUNT STEP`, both mixed. A list
 * that is too short goes on with its last step, as one number alone stands for all.
 * @param count of steps wanted, that is characters less one
 * @returns null when nothing is given: the characters then stand one after the other
 */
export function parseDeltas(text: string | undefined, count: number): readonly number[] | null {
  const words = text?.split(/[\s,]+/).filter((word) => word !== '') ?? [];
  if (words.length === 0 || count <= 0) return null;
  const wanted = Math.min(count, MOST);
  const steps: number[] = [];
  for (let at = 0; at < words.length && steps.length < wanted; ) {
    const run = words[at]?.toLowerCase() === 'g';
    const times = run ? Math.min(Math.max(0, Math.trunc(sound(words[at + 1]))), wanted) : 1;
    const step = sound(words[run ? at + 2 : at]);
    for (let each = 0; each < times && steps.length < wanted; each += 1) steps.push(step);
    at += run ? 3 : 1;
  }
  const last = steps.at(-1) ?? 0;
  while (steps.length < wanted) steps.push(last);
  return steps;
}

function sound(word: string | undefined): number {
  const number = Number(word);
  return Number.isFinite(number) && Math.abs(number) <= 1e6 ? number : 0;
}
