import type { Attachment, SniffedType } from '../entities/attachment.ts';

const SPREADSHEETS: ReadonlySet<SniffedType> = new Set(['xlsx', 'xls', 'text']);

/**
 * Whether columns of a file can be looked at: a spreadsheet, or what a program exported under a spreadsheet's name as
 * a page or as XML. XML under its own name is an invoice.
 */
export function mayHoldTables({ sniffedType, name }: Pick<Attachment, 'sniffedType' | 'name'>): boolean {
  return SPREADSHEETS.has(sniffedType) || (sniffedType === 'xml' && !/\.xml$/i.test(name));
}
