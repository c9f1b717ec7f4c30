import { stat } from 'node:fs/promises';
import { assertNever } from '../../../shared/assertNever.ts';
import type { MarkupType } from './markupOf.ts';
import type { OpenedSheets } from './openedSheets.ts';
import { openHtml } from './openHtml.ts';
import { openTextSheet } from './openTextSheet.ts';
import { openXls } from './openXls.ts';
import { openXlsx } from './openXlsx.ts';
import { openXmlSheet } from './openXmlSheet.ts';
import { SHEET_LIMITS } from './sheet.ts';
import { SHEET_PROBLEMS } from './sheetProblems.ts';

/** What the sniffed content of a file that may hold tables can be. */
export type SheetType = 'xlsx' | 'xls' | 'text' | MarkupType;

/**
 * Opens a spreadsheet, or text of separated fields, as plain cells within SHEET_LIMITS. Nothing in it is run:
 * macros, links and pictures are never unpacked, formulas beyond sums are not worked out.
 */
export async function openSheet(path: string, type: SheetType): Promise<OpenedSheets> {
  if ((await stat(path)).size > SHEET_LIMITS.fileBytes)
    return { ok: false, problem: SHEET_PROBLEMS.tooLarge(`${SHEET_LIMITS.fileBytes / 2 ** 20} MB`) };
  switch (type) {
    case 'xlsx':
      return openXlsx(path);
    case 'xls':
      return openXls(path);
    case 'text':
      return openTextSheet(path);
    case 'html':
      return openHtml(path);
    case 'xml-spreadsheet':
      return openXmlSheet(path);
    default:
      return assertNever(type);
  }
}
