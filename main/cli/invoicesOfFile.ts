import type { FileProblem } from '../../shared/entities/attachment.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';
import { ReadingSource } from '../../shared/entities/invoiceReading.ts';
import { type SettledInvoice, settledInvoice } from './settledInvoice.ts';
import { tableProblems } from './tableProblems.ts';

/** One file as `invoice read` and `invoice import` print it. */
export interface InvoicesOfFile {
  readonly file: string;
  /** At least one invoice with its number was read, and nothing grave was in the way. */
  readonly ok: boolean;
  readonly invoices: readonly SettledInvoice[];
  /** The most trustworthy source in the file; null when it told nothing. */
  readonly source: ReadingSource | null;
  readonly problems: readonly FileProblem[];
}

/** @param reading of one file; its invoices are settled one by one */
export function invoicesOfFile(file: string, { invoices, tables, problems }: FileReading): InvoicesOfFile {
  const settled = invoices.map(settledInvoice);
  const sources = new Set(invoices.flatMap(({ fields }) => fields.map(({ source }) => source)));
  const all = [...problems, ...invoices.flatMap((one) => one.problems), ...tableProblems(tables)];
  if (settled.length === 0 && all.length === 0)
    all.push({ code: 'no-invoice', message: '没有读到发票', severity: 'error' });
  const isRead = settled.some(({ number }) => number !== '');
  return {
    file,
    ok: isRead && !all.some(({ severity }) => severity === 'error'),
    invoices: settled,
    source: ReadingSource.options.find((source) => sources.has(source)) ?? null,
    problems: all,
  };
}
