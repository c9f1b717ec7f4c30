import type { Attachment } from '../entities/attachment.ts';

/**
 * Whether columns of a file can be looked at: a spreadsheet, separated text, or what a program exported under a
 * spreadsheet's name as a page or as XML. XML under its own name is an invoice, and text that claims to be a PDF or a
 * picture is no table.
 */
export function mayHoldTables({ sniffedType, name }: Pick<Attachment, 'sniffedType' | 'name'>): boolean {
  switch (sniffedType) {
    case 'xlsx':
    case 'xls':
      return true;
    case 'text':
      return /\.(csv|tsv|txt|prn|xlsx?|et)$/i.test(name) || !/\.\w+$/.test(name);
    case 'xml':
      return !/\.xml$/i.test(name);
    default:
      return false;
  }
}
