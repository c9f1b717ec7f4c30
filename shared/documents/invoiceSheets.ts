import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import { chineseDate } from '../entities/dates.ts';
import { claimedAmountFen, type Invoice, invoiceAmountFen } from '../entities/invoice.ts';
import { type Fen, formatMoney } from '../entities/money.ts';
import type { Cell, Inline, Row } from './block.ts';
import { cell, inlinesOf } from './blockBuilders.ts';
import { type CopyPages, copyAnchorsOf, copyPagesOf } from './invoiceRows.ts';
import { breakLines } from './measureText.ts';
import { plainText } from './plainText.ts';

/**
 * Sheet of the 已完成投资明细表. Rows have exact heights and are cut into pages here, not by the writers,
 * so that the subtotal at the foot of a page is the same in the PDF and in Word. All in millimetres, for
 * tables of size `small` (五号, 10.5 pt): 152 mm is the text width of domain.md section 5 with 4 mm gutter.
 */
export const INVOICE_SHEET = {
  /**
   * Wide enough that most rows take two lines: a code of 12 digits, half a number of 20, half a name of 14
   * characters, half a use with its category of 16; a day as LibreOffice spaces it: 12 月 13 日.
   * 序号, 发票代码及号码, 开票日期, 开票单位, 用途（类别）, 金额, 页码.
   */
  columns: [9, 28.1, 20.7, 29.1, 32.8, 23.3, 9],
  textHeight: 225,
  /** Caption and unit line above every table, and the note above the first. */
  above: 18.5,
  /** A line of that note. */
  noteLine: 6.2,
  head: 13,
  /** A subtotal or total row. */
  sum: 8,
  line: 5.65,
  padding: 1.4,
  /** Kept free at the foot: borders, and the empty line Word sets for a page break. */
  reserve: 5,
  em: 3.71,
  sidePadding: 3.05,
} as const;

/** An entry longer than this is continued in a further row of its own. */
const MOST_LINES = 16;
/** Pages of so many copies are named in a row; each copy bears the row's number anyway. */
const MOST_COPIES = 4;

export interface Entry {
  readonly invoice: Invoice;
  readonly number: number;
  readonly claimedFen: Fen | null;
}

export interface Sheet {
  readonly rows: Row[];
  readonly entries: Entry[];
}

/** The texts of an invoice's columns 1 to 6. */
function textsOf(call: Call, application: Application, { invoice, number, claimedFen }: Entry): string[] {
  const category =
    call.investment.categories.find(({ id }) => id === invoice.category)?.label ?? invoice.category;
  const use = [invoice.use, category === '' ? '' : `（${category}）`].filter(Boolean).join('');
  const whole = invoiceAmountFen(invoice, application.settings.amountBasis);
  const partly = claimedFen !== null && whole !== null && whole !== claimedFen;
  return [
    String(number),
    [invoice.code, invoice.number].filter(Boolean).join('\n'),
    // Broken after the year, where a reader would break it.
    invoice.issuedOn === null ? '' : chineseDate(invoice.issuedOn).replace('年', '年\n'),
    invoice.seller.name,
    use,
    claimedFen === null
      ? ''
      : formatMoney(claimedFen, 'yuan') + (partly ? `\n票面 ${formatMoney(whole, 'yuan')}` : ''),
  ].map(plainText);
}

function usableEms(column: number): number {
  return ((INVOICE_SHEET.columns[column] ?? 0) - INVOICE_SHEET.sidePadding) / INVOICE_SHEET.em;
}

export const ALIGN = ['center', 'left', 'center', 'left', 'left', 'right', 'center'] as const;

/** A row of exactly so many millimetres. */
export function exactRow(cells: readonly Cell[], mm: number, anchor: string | null): Row {
  return { cells, height: { mm: Math.round(mm * 10) / 10, rule: 'exact' }, anchor };
}

/** One row, and when a text is very long further rows that continue it. */
function rowsOf(call: Call, application: Application, entry: Entry, bound: CopyPages): Row[] {
  const whole = textsOf(call, application, entry);
  const columns = whole.map((text, column) => breakLines(text, usableEms(column)));
  // Only copies that are among the attachments have a page.
  const copies = copyAnchorsOf(entry.number, entry.invoice.copies, bound).slice(0, MOST_COPIES);
  const page = copies.length === 0 ? inlinesOf('—') : copies.flatMap(pageLine);
  const most = Math.max(copies.length, ...columns.map((lines) => lines.length));
  const rows: Row[] = [];
  for (let from = 0; from < most; from += MOST_LINES) {
    const parts = columns.map((lines) => lines.slice(from, from + MOST_LINES));
    const lines = Math.max(1, from === 0 ? copies.length : 1, ...parts.map((part) => part.length));
    const height = lines * INVOICE_SHEET.line + INVOICE_SHEET.padding;
    const texts = most <= MOST_LINES ? whole : parts.map((lines) => lines.join('\n'));
    rows.push(
      exactRow(
        [
          ...texts.map((text, column) => cell(text, { align: ALIGN[column] ?? 'left' })),
          cell(from === 0 ? page : '', { align: 'center' }),
        ],
        height,
        from === 0 ? `invoice.${entry.invoice.id}` : null,
      ),
    );
  }
  return rows;
}

/** The page of one copy, on a line of its own. */
function pageLine(anchor: string, index: number): Inline[] {
  return [...(index === 0 ? [] : [{ type: 'break' } as const]), { type: 'pageRef', anchor }];
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + (height?.mm ?? 0), 0);
}

/** The invoices cut into pages, the first of which bears `note` above; at least one page. */
export function sheetsOf(call: Call, application: Application, note: string): Sheet[] {
  const bound = boundCopies(call, application);
  const { textHeight, above, noteLine, columns, em, head, sum, reserve } = INVOICE_SHEET;
  const room = textHeight - above - head - sum - reserve;
  const sheets: Sheet[] = [{ rows: [], entries: [] }];
  const width = columns.reduce((all, column) => all + column, 0);
  let used = breakLines(note, width / em).length * noteLine;
  for (const [index, invoice] of application.invoices.entries()) {
    const claimedFen = claimedAmountFen(invoice, application.settings.amountBasis);
    const entry: Entry = { invoice, number: index + 1, claimedFen };
    for (const [part, next] of rowsOf(call, application, entry, bound).entries()) {
      const height = heightOf([next]);
      if ((sheets.at(-1)?.rows.length ?? 0) > 0 && used + height > room) {
        sheets.push({ rows: [], entries: [] });
        used = 0;
      }
      used += height;
      sheets.at(-1)?.rows.push(next);
      if (part === 0) sheets.at(-1)?.entries.push(entry);
    }
  }
  // The total stands below the last subtotal; where it does not fit, the last row goes along with it.
  const last = sheets.at(-1);
  if (last !== undefined && last.rows.length > 1 && used + sum > room) {
    const row = last.rows.splice(-1);
    const begins = row.some(({ anchor }) => anchor !== null);
    sheets.push({ rows: row, entries: begins ? last.entries.splice(-1) : [] });
  }
  return sheets;
}

/** Copies that take pages in the bundle: those of a kind the call binds, or of none it knows. */
function boundCopies(call: Call, application: Application): CopyPages {
  const unbound = new Set(call.attachments.filter(({ bound }) => !bound).map(({ id }) => id));
  const attachments = application.attachments.filter(({ kind }) => !unbound.has(kind));
  return copyPagesOf({ ...application, attachments });
}
