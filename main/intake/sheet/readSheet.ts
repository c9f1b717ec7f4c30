import { assertNever } from '../../../shared/assertNever.ts';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import type { ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import type { LedgerSummaryRow, TableMapping, TableReading } from '../../../shared/entities/tableReading.ts';
import { joinSheetsOfInvoices } from '../invoice/joinSheetsOfInvoices.ts';
import { readInvoiceList } from '../invoice/readInvoiceList.ts';
import { joinMonthlySheets, type SheetProject } from '../ledger/joinMonthlySheets.ts';
import { readLedgerSheet } from '../ledger/readLedgerSheet.ts';
import { readLedgerSummary } from '../ledger/readLedgerSummary.ts';
import { openSheet, type SheetType } from './openSheet.ts';
import { recogniseTable, type Table } from './recogniseTable.ts';
import { cellAt } from './sheet.ts';
import { SHEET_PROBLEMS } from './sheetProblems.ts';
import { unusedColumns } from './unusedColumns.ts';

/** Rows of data a person sees to judge whether the columns were understood. */
const PREVIEW_ROWS = 8;
/** So many sheets that nobody knows are offered to a person; a workbook with more is no list. */
const MOST_UNRECOGNISED = 10;

/**
 * Reads a spreadsheet, or separated text: invoice lists, R&D ledgers and 汇总表 on any of its sheets, by their heads.
 * Sheets that look like one and cannot be understood without doubt are told in `tables` (not `sure`) and give no rows
 * until the user says what their columns hold. Sheets of something else are `unrecognised` and tell nothing.
 * @param mappings columns the user corrected, for sheets with the same heads
 */
export async function readSheet(
  path: string,
  type: SheetType,
  mappings: readonly TableMapping[],
): Promise<FileReading> {
  const opened = await openSheet(path, type);
  if (!opened.ok) return { ...NOTHING_READ, problems: [opened.problem] };
  const tables: TableReading[] = [];
  const unrecognised: TableReading[] = [];
  const invoices: ReadInvoice[][] = [];
  const projects: SheetProject[] = [];
  const summary: LedgerSummaryRow[] = [];
  const problems: FileProblem[] = [];
  for (const sheet of opened.sheets) {
    const table = recogniseTable(sheet, mappings);
    if (table === null) continue;
    if (!table.isRecognised) {
      if (unrecognised.length < MOST_UNRECOGNISED) unrecognised.push(tableReading(table, []));
      continue;
    }
    if (table.leftOut) {
      tables.push(tableReading(table, []));
      problems.push(SHEET_PROBLEMS.leftOut(sheet.name));
      continue;
    }
    const sure = table.missing.length === 0;
    const read = readTable(table);
    tables.push(tableReading(table, read.rows));
    if (!sure) continue;
    invoices.push([...read.invoices]);
    projects.push(...read.projects);
    summary.push(...read.summary);
    problems.push(...read.problems);
    if (sheet.hidden && read.rows.length > 0) problems.push(SHEET_PROBLEMS.hidden(sheet.name));
  }
  const joined = joinMonthlySheets(projects);
  return {
    invoices: [...joinSheetsOfInvoices(invoices)],
    tables,
    unrecognised,
    ledger: [...joined.ledger],
    summary,
    // What was wrong with the file itself matters only where it holds something for us.
    problems: tables.length === 0 ? [] : [...opened.problems, ...problems, ...joined.problems],
  };
}

type ReadTable = {
  readonly invoices: readonly ReadInvoice[];
  readonly projects: readonly SheetProject[];
  readonly summary: readonly LedgerSummaryRow[];
  readonly problems: readonly FileProblem[];
  readonly rows: readonly number[];
};

function readTable(table: Table): ReadTable {
  const nothing = { invoices: [], projects: [], summary: [] };
  const { kind, signature } = table.mapping;
  switch (kind) {
    case 'invoice-list':
      return { ...nothing, ...readInvoiceList(table) };
    case 'ledger': {
      const { projects, problems, rows } = readLedgerSheet(table);
      const sheet = table.sheet.name;
      // A sheet of a workbook that was prepared and never filled is no ledger.
      const kept = projects.filter((project) => project.rows.length > 0);
      return { ...nothing, projects: kept.map((project) => ({ sheet, signature, project })), problems, rows };
    }
    case 'ledger-summary':
      return { ...nothing, ...readLedgerSummary(table) };
    default:
      return assertNever(kind);
  }
}

function tableReading(table: Table, rows: readonly number[]): TableReading {
  const { sheet, mapping, heads, missing } = table;
  return {
    sheet: sheet.name,
    mapping,
    heads: [...heads],
    preview: previewRows(sheet.rows, mapping.headRow, rows).map((row) =>
      heads.map((_, column) => cellAt(sheet, row, column)?.text ?? ''),
    ),
    rows: rows.length,
    sure: missing.length === 0,
    missing: [...missing],
    unused: [...unusedColumns(table, rows)],
  };
}

/** The first rows of data; of a table not understood the first that hold anything. */
function previewRows(
  all: Table['sheet']['rows'],
  headRow: number,
  rows: readonly number[],
): readonly number[] {
  if (rows.length > 0) return rows.slice(0, PREVIEW_ROWS);
  const found: number[] = [];
  for (let row = headRow + 1; row < all.length && found.length < PREVIEW_ROWS; row += 1)
    if ((all[row] ?? []).some((cell) => cell !== undefined)) found.push(row);
  return found;
}
