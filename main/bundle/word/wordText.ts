/** What XML 1.0 cannot hold, or what no printed page shows: controls, non-characters, halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Surrogate}\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Cc}/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Text as it may stand in a Word file: line ends become `\n`, what makes XML invalid is left out.
 * Without this one pasted control character makes Word call the whole document damaged.
 */
export function wordText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNPRINTABLE, '');
}
