import { readFile } from 'node:fs/promises';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { decodeText } from './decodeText.ts';
import type { OpenedSheets } from './openedSheets.ts';
import { plainField } from './plainField.ts';
import { type Cell, SHEET_LIMITS, textCell } from './sheet.ts';
import { SHEET_PROBLEMS } from './sheetProblems.ts';
import { splitFields } from './splitFields.ts';

/** Such a file names no sheet; what is said of it names the file. */
const NAME = '';

/** Opens separated text (CSV, TSV) as one sheet. Everything stays text. */
export async function openTextSheet(path: string): Promise<OpenedSheets> {
  const { text, lost } = decodeText(await readFile(path));
  const fields = splitFields(text, SHEET_LIMITS.rows + 1);
  const problems: FileProblem[] = lost ? [SHEET_PROBLEMS.charactersLost()] : [];
  if (fields.length > SHEET_LIMITS.rows) problems.push(SHEET_PROBLEMS.rowsLeftOut(NAME, SHEET_LIMITS.rows));
  let room: number = SHEET_LIMITS.cells;
  const rows = fields.slice(0, SHEET_LIMITS.rows).map((line) => {
    const row: (Cell | undefined)[] = [];
    for (const [column, field] of line.slice(0, SHEET_LIMITS.columns).entries()) {
      const cell = textCell(plainField(field));
      if (cell.text === '' || room === 0) continue;
      room -= 1;
      row[column] = cell;
    }
    return Array.from(row);
  });
  if (room === 0) problems.push(SHEET_PROBLEMS.cellsLeftOut(NAME));
  return { ok: true, sheets: [{ name: NAME, hidden: false, rows, merges: [] }], problems };
}
