import { safeName } from './safeName.ts';

/** Names Windows keeps for devices, whatever stands after the first dot. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|$)/i;
/** Leaves room for a folder's path within the 260 characters of older Windows programs. */
const LONGEST = 60;

/** What an exported package calls its files, made of the project's name; safe on every system. */
export function packageNames(
  projectName: string,
  draft: boolean,
): { pdf: string; word: string; sheet: string } {
  const cleaned = safeName([...safeName(projectName)].slice(0, LONGEST).join(''));
  const base = cleaned === '' || RESERVED.test(cleaned) ? '申报书' : `${cleaned}-申报书`;
  const state = draft ? '（草稿）' : '';
  return { pdf: `${base}${state}.pdf`, word: `${base}${state}.docx`, sheet: `装订与盖章清单${state}.pdf` };
}
