import * as xlsx from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { type Calendar, numberCell } from './numberCell.ts';
import type { OpenedSheets } from './openedSheets.ts';
import { type Cell, type Merge, SHEET_LIMITS, type Sheet, textCell } from './sheet.ts';
import { SHEET_PROBLEMS } from './sheetProblems.ts';
import { workOutFormulas } from './workOutFormulas.ts';

// Old .xls files hold Chinese text in code page 936.
xlsx.set_cptable(codepages);

type Row = (Cell | undefined)[];

/** Reads the bytes of a workbook; what the library cannot read is a problem, never an exception. */
export function readWorkbook(bytes: Uint8Array): OpenedSheets {
  let workbook: xlsx.WorkBook;
  try {
    workbook = xlsx.read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellDates: false,
      bookVBA: false,
      sheetRows: SHEET_LIMITS.rows + 1,
    });
  } catch (error) {
    return { ok: false, problem: whyNot(error) };
  }
  if (workbook.SheetNames.length === 0) return { ok: false, problem: SHEET_PROBLEMS.notASheet() };
  const calendar: Calendar = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const sheets: Sheet[] = [];
  const problems: FileProblem[] = [];
  let room: number = SHEET_LIMITS.cells;
  if (workbook.SheetNames.length > SHEET_LIMITS.sheets)
    problems.push(SHEET_PROBLEMS.sheetsLeftOut(SHEET_LIMITS.sheets));
  for (const [index, name] of workbook.SheetNames.slice(0, SHEET_LIMITS.sheets).entries()) {
    const found = workbook.Sheets[name];
    if (found === undefined) continue;
    const read = readRows(found, calendar, room);
    room -= read.cells;
    if (read.full) problems.push(SHEET_PROBLEMS.cellsLeftOut(name));
    if (read.tooLong) problems.push(SHEET_PROBLEMS.rowsLeftOut(name, SHEET_LIMITS.rows));
    if (read.tooWide) problems.push(SHEET_PROBLEMS.columnsLeftOut(name, SHEET_LIMITS.columns));
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push({ name, hidden, rows: read.rows, merges: mergesOf(found) });
  }
  return { ok: true, sheets, problems };
}

function whyNot(error: unknown): FileProblem {
  const message = error instanceof Error ? error.message : '';
  if (/password|encrypt/i.test(message)) return SHEET_PROBLEMS.encrypted();
  if (/cannot find workbook|unsupported file|unrecognized/i.test(message)) return SHEET_PROBLEMS.notASheet();
  return SHEET_PROBLEMS.damaged();
}

function readRows(sheet: xlsx.WorkSheet, calendar: Calendar, room: number) {
  const given: (readonly (xlsx.CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rows: (Row | undefined)[] = [];
  const formulas: { row: number; column: number; formula: string }[] = [];
  let cells = 0;
  let [full, tooWide] = [false, false];
  const tooLong = given.length > SHEET_LIMITS.rows;
  for (const [row, line] of given.entries()) {
    if (row >= SHEET_LIMITS.rows) break;
    // Rows and cells are sparse: a sheet may say that it begins far down or far right.
    if (line === undefined || line === null || full) continue;
    const made: Row = [];
    for (const [column, cell] of line.entries()) {
      if (cell === undefined || cell === null) continue;
      if (column >= SHEET_LIMITS.columns) {
        tooWide ||= cell.v !== undefined && cell.v !== '';
        continue;
      }
      if (cells >= room) {
        full = true;
        break;
      }
      const read = readCell(cell, calendar);
      if (read === null) continue;
      cells += 1;
      made[column] = read;
      if (read.unworked && typeof cell.f === 'string') formulas.push({ row, column, formula: cell.f });
    }
    // Without holes, which some ways of going through a list pass over.
    // What was read is let go: cells of the library and ours together would take twice the memory.
    given[row] = [];
    if (made.length > 0) rows[row] = Array.from(made);
  }
  workOutFormulas(rows, formulas);
  return { rows: Array.from(rows, (row) => row ?? []), cells, full, tooLong, tooWide };
}

function readCell(cell: xlsx.CellObject, calendar: Calendar): Cell | null {
  const { v: value } = cell;
  if (value === undefined || value === null) {
    const isFormula = typeof cell.f === 'string' && cell.f !== '';
    return isFormula ? { text: '', number: null, date: null, unworked: true } : null;
  }
  if (cell.t === 'e') return textCell(ERRORS[Number(value)] ?? '#VALUE!');
  if (typeof value === 'number') return numberCell(value, String(cell.z ?? 'General'), calendar);
  const text = textCell(String(value));
  return text.text === '' ? null : text;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function mergesOf(sheet: xlsx.WorkSheet): readonly Merge[] {
  return (sheet['!merges'] ?? [])
    .slice(0, SHEET_LIMITS.rows)
    .map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: Math.min(e.r, SHEET_LIMITS.rows - 1),
      right: Math.min(e.c, SHEET_LIMITS.columns - 1),
    }))
    .filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}
