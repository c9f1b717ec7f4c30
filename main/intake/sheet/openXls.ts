import { readFile } from 'node:fs/promises';
import type { OpenedSheets } from './openedSheets.ts';
import { readWorkbook } from './readWorkbook.ts';

/** Opens an .xls (BIFF 5 and 8, of WPS too). An .xlsx with a password is such a file as well, and is told. */
export async function openXls(path: string): Promise<OpenedSheets> {
  return readWorkbook(await readFile(path));
}
