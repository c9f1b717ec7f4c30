import { ledgerVoucher } from '../../../../shared/calls/domain/ledgerVoucher.ts';
import type { Call } from '../../../../shared/calls/schema/call.ts';
import type { Edit } from '../../../../shared/edits/edit.ts';
import type { Application } from '../../../../shared/entities/application.ts';
import type { Invoice } from '../../../../shared/entities/invoice.ts';
import { normaliseInvoiceNumber } from '../../../../shared/entities/invoiceNumber.ts';
import { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { fieldOf, withField } from '../../../../shared/evidence/invoiceField.ts';

/** The edits of a merge, none when a row is not there; or why the rows stay two, as a sentence. */
export type Merge =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly why: string };

/**
 * Two rows of one invoice become one: what the kept row lacks comes from the other, copies and readings go along, parts
 * claimed by both are added up, and use, voucher and note have the words of both. Nothing that stands in the kept row is
 * overwritten. Rows that claim parts of different categories stay two: one row has one category.
 */
export function mergeInvoices(
  { invoices, readings }: Pick<Application, 'invoices' | 'readings'>,
  kept: string,
  gone: string,
  { investment }: Pick<Call, 'investment'>,
): Merge {
  const row = invoices.find(({ id }) => id === kept);
  const other = invoices.find(({ id }) => id === gone);
  if (row === undefined || other === undefined || row === other) return { ok: true, edits: [] };
  if (claimsOtherCategory(row, other)) {
    const [one, two] = [row, other].map(
      ({ category }) => investment.categories.find(({ id }) => id === category)?.label ?? category,
    );
    return {
      ok: false,
      why: `没有合并，两行都还在：一行计入“${one}”，另一行计入“${two}”，合成一行会丢掉其中一类。请先把投资类别改成一样，或把不计入的一行的计入金额填成 0。`,
    };
  }
  const moved = readings.filter(({ invoice }) => invoice === gone);
  const rows: Edit = { kind: 'rows', list: 'invoices', save: [merged(row, other)], remove: [gone] };
  if (moved.length === 0) return { ok: true, edits: [rows] };
  const save = moved.map((reading) => ({ ...reading, invoice: kept }));
  return { ok: true, edits: [rows, { kind: 'rows', list: 'readings', save, remove: [] }] };
}

/** A row without a part of its own claims the whole invoice. */
function claimsOtherCategory(row: Invoice, other: Invoice): boolean {
  const [one, two] = [row.category.trim(), other.category.trim()];
  return one !== '' && two !== '' && one !== two && row.claimedFen !== 0 && other.claimedFen !== 0;
}

function merged(row: Invoice, other: Invoice): Invoice {
  const filled = InvoiceFieldName.options.reduce((next, field) => {
    const value = fieldOf(other, field);
    return fieldOf(next, field) === null && value !== null ? withField(next, field, value) : next;
  }, row);
  const claimedFen =
    row.claimedFen !== null && other.claimedFen !== null
      ? row.claimedFen + other.claimedFen
      : // Without a part of its own a row claims the whole invoice, and goes on doing so.
        row.claimedFen;
  return {
    ...filled,
    claimedFen,
    category: categoryOf(row, other),
    redLetterOf: blueOf(row, other),
    use: joined(row.use, other.use),
    voucher: joined(row.voucher, other.voucher, (text) => ledgerVoucher('', text)),
    note: joined(row.note, other.note),
    lines: row.lines.length > 0 ? row.lines : other.lines,
    copies: [...new Set([...row.copies, ...other.copies])],
  };
}

/** That of the row that claims something, where only one of them does. */
function categoryOf(row: Invoice, other: Invoice): string {
  const takesOther = row.category.trim() === '' || (row.claimedFen === 0 && other.claimedFen !== 0);
  return takesOther && other.category.trim() !== '' ? other.category : row.category;
}

/** Never the code of one invoice beside the number of another. */
function blueOf({ redLetterOf: own }: Invoice, { redLetterOf: others }: Invoice): Invoice['redLetterOf'] {
  if (own === null || others === null) return own ?? others;
  const isSame = normaliseInvoiceNumber(own.number) === normaliseInvoiceNumber(others.number);
  return own.code === '' && isSame ? others : own;
}

/** Words of both, each once. */
function joined(one: string, other: string, plain: (text: string) => string = (text) => text): string {
  const words = [one.trim(), other.trim()].filter((text) => text !== '');
  return [...new Map(words.toReversed().map((text) => [plain(text), text])).values()].toReversed().join('；');
}
