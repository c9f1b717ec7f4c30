/** Characters Windows refuses in a file name, and control characters that hide in pasted names. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\ufeff]/g;
/** Names Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Leaves room for a folder's path within the 260 characters of older Windows programs. */
const LONGEST = 60;

/** What an exported package calls its files, made of the project's name; safe on every system. */
export function packageNames(
  projectName: string,
  draft: boolean,
): { pdf: string; word: string; sheet: string } {
  const cleaned = [...projectName.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const base = cleaned === '' || RESERVED.test(cleaned) ? '申报书' : `${cleaned}-申报书`;
  const state = draft ? '（草稿）' : '';
  return { pdf: `${base}${state}.pdf`, word: `${base}${state}.docx`, sheet: `装订与盖章清单${state}.pdf` };
}
