/** What drafts and choices from before call the one sheet of separated text, which names none. */
const TEXT_BEFORE = '文本';

/** A sheet's name by which two readings of a file are compared: separated text is the same sheet as before. */
export function nameOfSheet(sheet: string): string {
  return sheet === TEXT_BEFORE ? '' : sheet;
}
