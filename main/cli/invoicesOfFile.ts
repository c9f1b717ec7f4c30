import type { FileProblem } from '../../shared/entities/attachment.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';
import { ReadingSource } from '../../shared/entities/invoiceReading.ts';
import { isFine } from './isFine.ts';
import { nothingRead } from './nothingRead.ts';
import { type SettledInvoice, settledInvoice } from './settledInvoice.ts';
import { tableProblems } from './tableProblems.ts';

/** One file as `invoice read` and `invoice import` print it. */
export interface InvoicesOfFile {
  readonly file: string;
  /** At least one invoice with its number was read, nothing grave was in the way, and no value was refused. */
  readonly ok: boolean;
  readonly invoices: readonly SettledInvoice[];
  /** The most trustworthy source in the file; null when it told nothing. */
  readonly source: ReadingSource | null;
  readonly problems: readonly FileProblem[];
}

/** @param reading of one file; its invoices are settled one by one */
export function invoicesOfFile(file: string, reading: FileReading): InvoicesOfFile {
  const { invoices, tables, problems } = reading;
  const settled = invoices.map(settledInvoice);
  const sources = new Set(invoices.flatMap(({ fields }) => fields.map(({ source }) => source)));
  const all = [...problems, ...invoices.flatMap((one) => one.problems), ...tableProblems(tables)];
  // What is wrong with the file itself says why nothing could be read of it.
  const isTold = all.some(({ code, severity }) => severity === 'error' || /^(file|invoice)-/.test(code));
  if (settled.length === 0 && !isTold) all.push(nothingRead('invoices', reading));
  const isRead = settled.some(({ number }) => number !== '');
  return {
    file,
    ok: isRead && isFine(all),
    invoices: settled,
    source: ReadingSource.options.find((source) => sources.has(source)) ?? null,
    problems: all,
  };
}
