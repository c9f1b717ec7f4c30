/** A sheet as a sentence names it: `工作表“3月”`. Separated text is one sheet without a name: `表格`. */
export function sheetInWords(sheet: string): string {
  return sheet === '' ? '表格' : `工作表“${sheet}”`;
}
