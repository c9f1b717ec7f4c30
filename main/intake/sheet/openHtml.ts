import { readFile } from 'node:fs/promises';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { decodeText } from './decodeText.ts';
import { htmlTables } from './htmlTables.ts';
import type { OpenedSheets } from './openedSheets.ts';
import { SHEET_LIMITS } from './sheet.ts';
import { SHEET_PROBLEMS } from './sheetProblems.ts';
import { sheetsOfTables } from './sheetsOfTables.ts';

/**
 * Opens a page of HTML as sheets; programs export tables so under the name .xls. Which encoding it is, its bytes tell
 * better than its `charset`, which is often wrong: no heads we know are text in UTF-8 and in GB 18030 both.
 */
export async function openHtml(path: string): Promise<OpenedSheets> {
  const { text, lost } = decodeText(await readFile(path));
  const found = htmlTables(text);
  if (!found.ok) return { ok: false, problem: SHEET_PROBLEMS.markupTooLarge() };
  // Saved by a spreadsheet "as a page", the sheets lie in a folder beside this file.
  if (found.tables.length === 0 && /<frameset[\s>]/i.test(text))
    return { ok: false, problem: SHEET_PROBLEMS.notASheet() };
  const all = sheetsOfTables(found.tables, found.names);
  const name = all[0]?.name ?? '';
  const problems: FileProblem[] = lost ? [SHEET_PROBLEMS.charactersLost()] : [];
  if (all.length > SHEET_LIMITS.sheets) problems.push(SHEET_PROBLEMS.sheetsLeftOut(SHEET_LIMITS.sheets));
  if (found.left.rows) problems.push(SHEET_PROBLEMS.rowsLeftOut(name, SHEET_LIMITS.rows));
  if (found.left.columns) problems.push(SHEET_PROBLEMS.columnsLeftOut(name, SHEET_LIMITS.columns));
  if (found.left.cells) problems.push(SHEET_PROBLEMS.cellsLeftOut(name));
  return { ok: true, sheets: all.slice(0, SHEET_LIMITS.sheets), problems };
}
