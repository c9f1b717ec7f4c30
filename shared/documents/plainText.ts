// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/**
 * Text as it may be printed: control characters and lone surrogates, which neither XML nor a font can
 * carry, are gone; every way of ending a line is `\n`; a tab is a space. Words are never changed.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .toWellFormed()
    .replace(/\uFFFD/g, '')
    .replace(CONTROLS, '');
}
