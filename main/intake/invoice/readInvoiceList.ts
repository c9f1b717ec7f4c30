import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { FieldReading, InvoiceFieldName, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { INVOICE_EXTRAS, type InvoiceExtra } from '../sheet/invoiceHeads.ts';
import { plainHead } from '../sheet/plainHead.ts';
import { readDigits } from '../sheet/readDigits.ts';
import { type PlacedCell, rowReader, type TableRow } from '../sheet/readRows.ts';
import type { Table } from '../sheet/recogniseTable.ts';
import { rowRole } from '../sheet/rowRole.ts';
import { cellAt, cellName } from '../sheet/sheet.ts';
import { SHEET_PROBLEMS } from '../sheet/sheetProblems.ts';
import { amountsOfLines } from './amountsOfLines.ts';
import { amountsOfOwnRows } from './amountsOfOwnRows.ts';
import { identityOf, joinInvoiceLines } from './joinInvoiceLines.ts';
import { kindOfWords } from './kindOfWords.ts';
import { rateText } from './rateText.ts';
import { redLetterNumbers } from './redLetterNumbers.ts';

export type InvoiceList = {
  readonly invoices: readonly ReadInvoice[];
  readonly problems: readonly FileProblem[];
  /** Rows of data, from 0. */
  readonly rows: readonly number[];
};

const DIGITS = [
  'code',
  'checkCode',
  'buyer.taxId',
  'seller.taxId',
  'redLetterOf.code',
  'redLetterOf.number',
] as const;
const MONEY = ['netFen', 'taxFen', 'totalFen', 'claimedFen'] as const;
const TEXT = ['buyer.name', 'seller.name', 'category', 'use', 'voucher', 'note'] as const;

/** Reads the rows of an invoice list. A list is copied by people and programs: nothing in it is certain. */
export function readInvoiceList(table: Table): InvoiceList {
  const { sheet, mapping } = table;
  const reader = rowReader(table);
  const extras = extraColumns(table);
  const invoices: ReadInvoice[] = [];
  const rows: number[] = [];
  for (let row = mapping.headRow + 1; row < sheet.rows.length; row += 1) {
    if (rowRole(table, row) !== 'data') continue;
    const invoice = readRow(table, reader.rowAt(row), reader.columnsOf('number'), (extra) => {
      const column = extras[extra];
      return column === undefined ? '' : (cellAt(sheet, row, column)?.text ?? '');
    });
    if (invoice === null) continue;
    invoices.push(invoice);
    rows.push(row);
  }
  return { invoices: joinedBy(extras, invoices), problems: reader.problems(), rows };
}

function joinedBy(extras: ExtraColumns, invoices: readonly ReadInvoice[]): readonly ReadInvoice[] {
  if (extras.item !== undefined) return joinInvoiceLines(invoices, amountsOfLines);
  return extras.ownItem === undefined ? withRepeats(invoices) : joinInvoiceLines(invoices, amountsOfOwnRows);
}

function readRow(
  { sheet }: Table,
  line: TableRow,
  numberColumns: readonly number[],
  extra: (name: InvoiceExtra) => string,
): ReadInvoice | null {
  const fields: FieldReading[] = [];
  const problems: FileProblem[] = [];
  const add = (
    field: InvoiceFieldName,
    value: string | number | null,
    { name }: { readonly name: string },
    confidence: FieldReading['confidence'] = 'likely',
  ): void => {
    if (value === null || value === '') return;
    fields.push({
      field,
      value,
      source: 'sheet',
      confidence,
      place: { on: 'cell', sheet: sheet.name, cell: name },
    });
  };
  const addDigits = (field: InvoiceFieldName, found: PlacedCell): void => {
    const read = readDigits(found.cell);
    if (read.lost) problems.push(SHEET_PROBLEMS.digitsLost(found.name));
    const padded = read.asNumber && !read.lost ? withNoughts(field, read.text) : read.text;
    if (padded !== read.text) problems.push(SHEET_PROBLEMS.noughtsLost(found.name, padded));
    add(field, padded, found, read.lost || padded !== read.text ? 'doubtful' : 'likely');
  };

  const number = numberCell(line, numberColumns, (column) => cellAt(sheet, line.row, column));
  if (number !== null) addDigits('number', number);
  const amounts = MONEY.map((field) => [field, line.money(field)] as const);
  const known =
    line.cell('seller.name') ?? line.cell('buyer.name') ?? line.cell('issuedOn') ?? line.cell('code');
  if (number === null && (known === null || amounts.every(([, fen]) => fen === null))) return null;

  for (const [field, fen] of amounts) {
    const found = line.cell(field);
    if (found !== null) add(field, fen, found);
  }
  const isDigital = number !== null && readDigits(number.cell).text.length === 20;
  for (const field of DIGITS) {
    const found = line.cell(field);
    // A paper copy of a fully digital invoice has old numbers as well; the 20 digits alone identify it.
    if (found !== null && !(field === 'code' && isDigital)) addDigits(field, found);
  }
  const kind = line.cell('kind');
  if (kind !== null) add('kind', kindOfWords(kind.cell.text), kind);
  const issued = line.cell('issuedOn');
  if (issued !== null) add('issuedOn', line.date('issuedOn'), issued);
  for (const field of TEXT) {
    const found = line.cell(field);
    if (found !== null) add(field, found.cell.text, found);
  }
  const note = line.cell('note');
  if (note !== null) addRedLetter(note, fields, add);
  problems.push(...statusProblems(extra('status')));
  const tax = line.money('taxFen');
  const item = extra('item') || extra('ownItem');
  const lines =
    item === ''
      ? []
      : [{ item, netFen: line.money('netFen'), taxRate: rateText(extra('rate')), taxFen: tax }];
  return { pages: [], fields, lines, problems };
}

/** Of several columns of numbers the one with the 20 digits of a 数电票, else the first that holds one. */
function numberCell(
  line: TableRow,
  columns: readonly number[],
  at: (column: number) => PlacedCell['cell'] | undefined,
): PlacedCell | null {
  const placed = columns.flatMap((column): PlacedCell[] => {
    const cell = at(column);
    return cell === undefined || !/\d/.test(cell.text)
      ? []
      : [{ cell, column, name: cellName(line.row, column) }];
  });
  const digital = placed.find(({ cell }) => readDigits(cell).text.length === 20 || readDigits(cell).lost);
  return digital ?? placed[0] ?? line.cell('number');
}

/** Noughts a spreadsheet took from the front of a number it kept as a figure. */
function withNoughts(field: InvoiceFieldName, text: string): string {
  if (field === 'number' || field === 'redLetterOf.number')
    return text.length < 8 ? text.padStart(8, '0') : text;
  if (field === 'code' || field === 'redLetterOf.code') return text.length === 11 ? `0${text}` : text;
  return text;
}

/** The blue invoice that the remark of a red-letter one names. */
function addRedLetter(
  note: PlacedCell,
  fields: readonly FieldReading[],
  add: (field: InvoiceFieldName, value: string, place: PlacedCell) => void,
): void {
  if (fields.some(({ field }) => field === 'redLetterOf.number')) return;
  const blue = redLetterNumbers(note.cell.text);
  if (blue === null) return;
  add('redLetterOf.code', blue.code, note);
  add('redLetterOf.number', blue.number, note);
}

function statusProblems(status: string): readonly FileProblem[] {
  if (/作废|失控|异常/.test(status)) return [SHEET_PROBLEMS.invoiceVoid(status)];
  return /红冲|冲红|已红/.test(status) ? [SHEET_PROBLEMS.invoiceReversed(status)] : [];
}

type ExtraColumns = Partial<Record<InvoiceExtra, number>>;

function extraColumns({ heads }: Table): ExtraColumns {
  const leaves = heads.map((head) => plainHead(head.split('/').at(-1) ?? ''));
  const found: ExtraColumns = {};
  for (const [extra, names] of Object.entries(INVOICE_EXTRAS) as [InvoiceExtra, readonly string[]][]) {
    const column = leaves.findIndex((leaf) => names.includes(leaf));
    if (column !== -1) found[extra] = column;
  }
  return found;
}

/** Rows that name the same invoice again, told on the later one. */
function withRepeats(invoices: readonly ReadInvoice[]): readonly ReadInvoice[] {
  const first = new Map<string, string>();
  return invoices.map((invoice) => {
    const number = invoice.fields.find(({ field }) => field === 'number');
    const identity = identityOf(invoice);
    if (identity === null || number?.place?.on !== 'cell') return invoice;
    const before = first.get(identity);
    if (before === undefined) {
      first.set(identity, number.place.cell);
      return invoice;
    }
    return {
      ...invoice,
      problems: [...invoice.problems, SHEET_PROBLEMS.repeated(number.place.cell, before)],
    };
  });
}
