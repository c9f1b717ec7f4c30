import { unifyRadicals } from '../../../shared/entities/unifyRadicals.ts';

/** Stands between two pieces of text that need not belong together; see `containsValue`. */
export const SEAM = '\u0001';

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const CONTROLS = /[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text by which two files can be compared: compatibility forms and radicals unified, white space and
 * invisible characters gone. Never for showing.
 */
export function comparableText(text: string): string {
  return unifyRadicals(
    text
      .toWellFormed()
      .replace(/\ufffd/g, '')
      .normalize('NFKC'),
  )
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '');
}

/** Pieces of text (runs, lines, paragraphs) as one haystack for `containsValue`. */
export function haystackOf(pieces: readonly string[]): string {
  return pieces.map(comparableText).join(SEAM);
}

/** A character as it stands in a regular expression with the `u` flag. */
export const escapePattern = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * True when a haystack holds a value. Seams inside the value do not matter, since writers break text as
 * they like; but a number is only found whole: `5` is not in `15`, `1,234.5` not in `1,234.56`.
 */
export function containsValue(haystack: string, value: string): boolean {
  const wanted = comparableText(value);
  if (wanted === '') return true;
  if (!/^\d|\d$/.test(wanted) && haystack.includes(wanted)) return true;
  const body = [...wanted].map(escapePattern).join(`${SEAM}*`);
  const before = /^\d/.test(wanted) ? '(?<!\\d)(?<!\\d[.,])' : '';
  const after = /\d$/.test(wanted) ? '(?!\\d)(?![.,]\\d)' : '';
  return new RegExp(`${before}${body}${after}`, 'u').test(haystack);
}
