import type { Block } from '../../../../shared/documents/block.ts';
import { textWidth } from '../../../../shared/documents/measureText.ts';

/** Between these characters a line breaks by itself; everything else is one word until a space. */
const WORDS = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/** No character is set wider than this, in ems. */
export const WIDEST = 1.1;

/** The stretches of a text that Typst keeps on one line, and where they begin. */
export function wordsIn(text: string): { readonly word: string; readonly from: number }[] {
  return [...text.matchAll(WORDS)].map((match) => ({ word: match[0], from: match.index }));
}

/** Width of the longest word of paragraphs in ems; for a text that fits anyway something no wider than `ems`. */
export function longestWord(blocks: readonly Block[], ems: number): number {
  let longest = 0.1;
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue;
    const text = block.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
    if (text.length * WIDEST > ems)
      for (const { word } of wordsIn(text)) longest = Math.max(longest, wordWidth(word));
  }
  return longest;
}

/** Near to what the Song face sets; `textWidth` is for estimates on the safe side. */
function wordWidth(word: string): number {
  let width = 0;
  for (const char of word) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  if (/[0-9a-z]/.test(char)) return /[mw]/.test(char) ? 0.86 : 0.56;
  if (/[A-Z]/.test(char)) return /[MW]/.test(char) ? 0.94 : 0.7;
  if (/[.,:;'!|()[\]-]/.test(char)) return 0.36;
  return textWidth(char);
}
