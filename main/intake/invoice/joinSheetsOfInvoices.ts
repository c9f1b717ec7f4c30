import type { ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { identityOf } from './joinInvoiceLines.ts';

/**
 * The invoices of all lists of one workbook. A 全量发票导出 tells each invoice on two sheets, as a whole and by its
 * lines: it is one reading, with the fields of the first and the lines of the one that has them.
 */
export function joinSheetsOfInvoices(sheets: readonly (readonly ReadInvoice[])[]): readonly ReadInvoice[] {
  const joined: ReadInvoice[] = [];
  const places = new Map<string, number>();
  for (const sheet of sheets) {
    const before = new Map(places);
    for (const invoice of sheet) {
      const identity = identityOf(invoice);
      // Rows of one sheet are never put together here: the same invoice twice on it is for a person to see.
      const place = identity === null ? undefined : before.get(identity);
      const known = place === undefined ? undefined : joined[place];
      if (place !== undefined && known !== undefined) joined[place] = together(known, invoice);
      else {
        if (identity !== null) places.set(identity, joined.length);
        joined.push(invoice);
      }
    }
  }
  return joined;
}

/** Every value of both sheets side by side; the same value once. */
function together(first: ReadInvoice, next: ReadInvoice): ReadInvoice {
  const told = new Set(first.fields.map(({ field, value }) => `${field}=${value}`));
  const messages = new Map(
    [...first.problems, ...next.problems].map((problem) => [problem.message, problem]),
  );
  return {
    pages: [],
    fields: [...first.fields, ...next.fields.filter(({ field, value }) => !told.has(`${field}=${value}`))],
    lines: first.lines.length >= next.lines.length ? first.lines : next.lines,
    problems: [...messages.values()],
  };
}
