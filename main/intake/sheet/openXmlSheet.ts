import { readFile } from 'node:fs/promises';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { IsoDate } from '../../../shared/entities/dates.ts';
import { decodeXml } from '../xml/decodeXml.ts';
import { parseXmlText } from '../xml/parseXml.ts';
import { attributeOf, childOf, childrenOf, elementAt, textAt, type XmlElement } from '../xml/xmlElement.ts';
import { type Calendar, numberCell } from './numberCell.ts';
import type { OpenedSheets } from './openedSheets.ts';
import { plainField } from './plainField.ts';
import { type Cell, type Merge, SHEET_LIMITS, type Sheet, textCell } from './sheet.ts';
import { SHEET_PROBLEMS } from './sheetProblems.ts';

/** A cell is an element of two: some 300,000 filled cells, and a tree of them that stays far below a child's memory. */
const MOST_ELEMENTS = 600_000;

/** Names that the format has for the number formats of every spreadsheet. */
const NAMED_FORMATS: ReadonlyMap<string, string> = new Map([
  ['', 'General'],
  ['General Number', 'General'],
  ['Fixed', '0.00'],
  ['Standard', '#,##0.00'],
  ['Currency', '#,##0.00'],
  ['Short Date', 'yyyy/m/d'],
  ['Medium Date', 'yyyy/m/d'],
  ['Long Date', 'yyyy/m/d'],
  ['General Date', 'yyyy/m/d'],
]);

type Book = { readonly formats: ReadonlyMap<string, string>; readonly calendar: Calendar };

/** Opens an XML spreadsheet of 2003 (SpreadsheetML), which programs export under the name .xls. */
export async function openXmlSheet(path: string): Promise<OpenedSheets> {
  const text = decodeXml(await readFile(path));
  if (text === null) return refuse('damaged');
  const parsed = parseXmlText(text, MOST_ELEMENTS);
  if (!parsed.ok) return refuse(parsed.why);
  const { root } = parsed;
  const worksheets = childrenOf(root, 'Worksheet');
  if (worksheets.length === 0) return { ok: false, problem: SHEET_PROBLEMS.notASheet() };
  const problems: FileProblem[] = [];
  if (worksheets.length > SHEET_LIMITS.sheets)
    problems.push(SHEET_PROBLEMS.sheetsLeftOut(SHEET_LIMITS.sheets));
  const book: Book = {
    formats: formatsOf(root),
    calendar: elementAt(root, 'ExcelWorkbook/Date1904') === null ? 1900 : 1904,
  };
  let room: number = SHEET_LIMITS.cells;
  const sheets = worksheets.slice(0, SHEET_LIMITS.sheets).map((worksheet, index): Sheet => {
    const name = attributeOf(worksheet, 'Name') || `表${index + 1}`;
    const read = readTable(childOf(worksheet, 'Table'), book, room);
    room -= read.cells;
    if (read.full) problems.push(SHEET_PROBLEMS.cellsLeftOut(name));
    if (read.tooLong) problems.push(SHEET_PROBLEMS.rowsLeftOut(name, SHEET_LIMITS.rows));
    if (read.tooWide) problems.push(SHEET_PROBLEMS.columnsLeftOut(name, SHEET_LIMITS.columns));
    const visible = textAt(worksheet, 'WorksheetOptions/Visible');
    return {
      name,
      hidden: visible.startsWith('SheetHidden') || visible.startsWith('SheetVeryHidden'),
      ...read.grid,
    };
  });
  return { ok: true, sheets, problems };
}

function refuse(why: 'damaged' | 'forbidden' | 'too-large'): OpenedSheets {
  const problem = why === 'too-large' ? SHEET_PROBLEMS.markupTooLarge() : SHEET_PROBLEMS.damaged();
  return { ok: false, problem };
}

/** Number formats by the id of their style; a style built on another has the other's where it says nothing. */
function formatsOf(root: XmlElement): ReadonlyMap<string, string> {
  const formats = new Map<string, string>();
  for (const style of childrenOf(childOf(root, 'Styles'), 'Style')) {
    const own = childOf(style, 'NumberFormat');
    const said = own === null ? undefined : attributeOf(own, 'Format');
    const parent = formats.get(attributeOf(style, 'Parent')) ?? 'General';
    formats.set(attributeOf(style, 'ID'), said === undefined ? parent : (NAMED_FORMATS.get(said) ?? said));
  }
  return formats;
}

function readTable(table: XmlElement | null, book: Book, room: number) {
  const rows: (Cell | undefined)[][] = [];
  const merges: Merge[] = [];
  let cells = 0;
  let [full, tooLong, tooWide] = [false, false, false];
  let row = -1;
  for (const line of childrenOf(table, 'Row')) {
    row = placeOf(line, row + 1);
    if (row >= SHEET_LIMITS.rows) tooLong = true;
    if (tooLong || full) break;
    const made: (Cell | undefined)[] = [];
    let column = -1;
    for (const element of childrenOf(line, 'Cell')) {
      column = placeOf(element, column + 1);
      const left = column;
      const [across, down] = [countOf(element, 'MergeAcross'), countOf(element, 'MergeDown')];
      column += across;
      const cell = cellOf(element, book);
      if (left >= SHEET_LIMITS.columns) {
        tooWide ||= cell !== null;
        continue;
      }
      if (across + down > 0) {
        const bottom = Math.min(row + down, SHEET_LIMITS.rows - 1);
        merges.push({ top: row, left, bottom, right: Math.min(column, SHEET_LIMITS.columns - 1) });
      }
      if (cell === null) continue;
      full = cells === room;
      if (full) break;
      cells += 1;
      made[left] = cell;
    }
    rows[row] = Array.from(made);
    // Rows that look alike are written once and counted.
    row += countOf(line, 'Span');
  }
  return { grid: { rows: Array.from(rows, (made) => made ?? []), merges }, cells, full, tooLong, tooWide };
}

/** A row or cell stands behind the one before unless it says where, from 1; never back to one that was read. */
function placeOf(element: XmlElement, next: number): number {
  return Math.max(next, countOf(element, 'Index') - 1);
}

function countOf(element: XmlElement, name: string): number {
  const text = attributeOf(element, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function cellOf(element: XmlElement, { formats, calendar }: Book): Cell | null {
  const data = childOf(element, 'Data');
  // Text in several fonts is made of elements of its own.
  const parts = data === null ? [] : [data, ...allBelow(data)];
  const text = parts
    .map((part) => part.text)
    .join('')
    .trim();
  if (text === '') {
    const isFormula = attributeOf(element, 'Formula') !== '';
    return isFormula ? { text: '', number: null, date: null, unworked: true } : null;
  }
  switch (attributeOf(data, 'Type')) {
    case 'Number':
      return numberOf(text, formats.get(attributeOf(element, 'StyleID')) ?? 'General', calendar);
    case 'DateTime':
      return dayOf(text);
    default:
      return textCell(plainField(text));
  }
}

function allBelow(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => [child, ...allBelow(child)]);
}

/** Programs write numbers of documents as numbers with all their digits: here they still stand, and stay as text. */
function numberOf(text: string, format: string, calendar: Calendar): Cell {
  const number = Number(text);
  if (!Number.isFinite(number) || /^0\d|^\d{16,}$/.test(text)) return textCell(text);
  return numberCell(number, format, calendar);
}

function dayOf(text: string): Cell {
  const day = IsoDate.safeParse(text.slice(0, 10));
  return day.success ? { text: day.data, number: null, date: day.data, unworked: false } : textCell(text);
}
