/** A piece of a text; `start` is where it begins in the text. */
export type MarkedPart = { readonly start: number; readonly part: string; readonly found: boolean };

/** The text in pieces, those that are one of the words (upper and lower case alike) apart from the rest. */
export function markWords(text: string, search: string): readonly MarkedPart[] {
  const words = search.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [{ start: 0, part: text, found: false }];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const parts: MarkedPart[] = [];
  let start = 0;
  for (const [index, part] of text.split(new RegExp(`(${pattern})`, 'giu')).entries()) {
    if (part !== '') parts.push({ start, part, found: index % 2 === 1 });
    start += part.length;
  }
  return parts;
}
