/**
 * Counts characters as Word's 字数 does, the way a form's "100字以内" is judged: every Chinese
 * character and every Chinese punctuation mark is 1; a run of Latin letters, digits and the
 * half-width marks among them ("5G", "99.5%", "MES") is 1; spaces and line breaks are 0.
 */
export function countAsWord(text: string): number {
  let count = 0;
  let inRun = false;
  const points = [...text.normalize('NFC')];
  for (const [index, point] of points.entries()) {
    if (SPACE.test(point)) {
      inRun = false;
    } else if (INVISIBLE.test(point)) {
      // Neither counted nor the end of a run.
    } else if (isEastAsian(point, points[index - 1], points[index + 1])) {
      count += 1;
      inRun = false;
    } else if (!inRun) {
      count += 1;
      inRun = true;
    }
  }
  return count;
}

const SPACE = /^(?:\s|\u200b)$/u;
/** Marks that ride on the character before them, joiners, variation selectors, byte order mark. */
const INVISIBLE = /^(?:\p{M}|\p{Cf})$/u;
const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef\u2460-\u24ff\u2160-\u217f\u25a0-\u25ff\u2600-\u26ff\p{Extended_Pictographic}]$/u;
/** Marks that are Chinese punctuation unless they stand inside a Latin word: “it’s”, “co—op”. */
const SHARED_MARK = /^[‘’“”—…·×÷±≥≤°℃‰→]$/u;
const LATIN = /^[\p{Script=Latin}\p{Nd}]$/u;

function isEastAsian(point: string, before: string | undefined, after: string | undefined): boolean {
  // Digits, # and * are pictographs to Unicode, but not to a reader.
  if (point < '\u0080') return false;
  if (EAST_ASIAN.test(point)) return true;
  return SHARED_MARK.test(point) && !(LATIN.test(before ?? '') && LATIN.test(after ?? ''));
}
