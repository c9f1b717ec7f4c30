import type { InvoiceFieldName } from '../../../shared/entities/invoiceReading.ts';
import type { ColumnMeaning } from '../../../shared/entities/tableReading.ts';
import { meaningOf } from './headRule.ts';
import { INVOICE_HEADS, PLAIN_AMOUNT } from './invoiceHeads.ts';
import { firstOfEach, hasColumn, leaveOpen, type OpenQuestion, type Recognised } from './recognised.ts';

const WORDS: Partial<Record<ColumnMeaning, string>> = {
  issuedOn: '开票日期',
  netFen: '不含税金额',
  taxFen: '税额',
  totalFen: '价税合计',
};

/** Amounts whose name leans towards the whole of an invoice once the tax stands beside them. */
const WHOLE = /^(合计|总金额|发票总额|发票总金额)$/;

/** Columns of an invoice list by its heads (plain, from the top down). */
export function recogniseInvoiceList(paths: readonly (readonly string[])[]): Recognised {
  const named = paths.map((path): InvoiceFieldName | null => meaningOf(INVOICE_HEADS, path) ?? null);
  const { columns: amounts, open: plain } = placePlainAmounts(withOwnDate(named, paths), paths);
  // A platform that exports old and fully digital invoices together has a column of numbers for each.
  const { columns, open: repeated } = firstOfEach(amounts, (meaning) => meaning === 'number', WORDS);
  const open = [...repeated, ...plain];
  const missing = [...missingOfInvoiceList(columns), ...open.map(({ words }) => words)];
  return { columns: leaveOpen(columns, open), missing, open };
}

/** The day of a document or of its entry stands for the invoice's only where no column names that one. */
function withOwnDate(
  named: readonly (InvoiceFieldName | null)[],
  paths: readonly (readonly string[])[],
): readonly (InvoiceFieldName | null)[] {
  const isOwn = (column: number) =>
    named[column] === 'issuedOn' && /票|开具|填开/.test(paths[column]?.join('') ?? '');
  if (!named.some((_, column) => isOwn(column))) return named;
  return named.map((meaning, column) => (meaning === 'issuedOn' && !isOwn(column) ? null : meaning));
}

/** What an invoice list cannot do without. */
export function missingOfInvoiceList(columns: readonly (ColumnMeaning | null)[]): string[] {
  const missing: string[] = [];
  if (!hasColumn(columns, 'number')) missing.push('发票号码');
  if (!hasColumn(columns, 'totalFen', 'netFen')) missing.push('金额（价税合计或不含税金额）');
  return missing;
}

/** Decides what a plain 金额 is by the amounts beside it; one that nobody can tell is asked about. */
function placePlainAmounts(
  named: readonly (InvoiceFieldName | null)[],
  paths: readonly (readonly string[])[],
): { readonly columns: readonly (InvoiceFieldName | null)[]; readonly open: readonly OpenQuestion[] } {
  const columns = [...named];
  const open: OpenQuestion[] = [];
  for (const [column, path] of paths.entries()) {
    const head = path.at(-1) ?? '';
    if (columns[column] !== null || !PLAIN_AMOUNT.includes(head) || open.length > 0) continue;
    const has = (meaning: InvoiceFieldName) => columns.includes(meaning);
    if (has('netFen') && has('totalFen')) continue;
    if (has('totalFen')) columns[column] = 'netFen';
    else if (has('netFen')) columns[column] = 'totalFen';
    else if (has('taxFen')) columns[column] = WHOLE.test(head) ? 'totalFen' : 'netFen';
    else {
      columns[column] = 'totalFen';
      open.push({
        anyOf: ['totalFen', 'netFen'],
        words: `“${head}”是含税还是不含税，表头没有写明，请选定`,
      });
    }
  }
  return { columns, open };
}
