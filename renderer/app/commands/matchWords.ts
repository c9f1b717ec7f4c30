/** How well a name fits what was typed: the higher the better; null when it does not. */
export function matchWords(name: string, typed: string): number | null {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const text = name.toLowerCase();
  let score = 0;
  for (const word of words) {
    const one = matchWord(text, word);
    if (one === null) return null;
    score += one;
  }
  // Of two that fit alike the shorter says it more exactly.
  return score - text.length / 1000;
}

/** The word as it stands counts most, at the beginning more than inside; else its letters in order, close together. */
function matchWord(text: string, word: string): number | null {
  const at = text.indexOf(word);
  if (at === 0) return 3;
  if (at > 0) return 2;
  let from = 0;
  let gaps = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, from);
    if (next < 0) return null;
    if (from > 0) gaps += next - from;
    from = next + letter.length;
  }
  return gaps <= word.length * 2 ? 1 - gaps / 100 : null;
}
