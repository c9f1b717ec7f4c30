/** Characters Windows refuses in a file name, and control characters that hide in pasted names. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text as a file name every system takes: no path, no drive, no hidden characters, no dot or space at an end.
 * Empty when nothing is left. A name that is safe already comes back as it is.
 */
export function safeName(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
}
