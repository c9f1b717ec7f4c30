import type { FieldReading, InvoiceFieldName, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { LINES_UNCLEAR } from '../sheet/sheetProblems.ts';
import { identityOf } from './joinInvoiceLines.ts';

const LINE_AMOUNTS: readonly InvoiceFieldName[] = ['netFen', 'taxFen', 'totalFen'];

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

/** Every value of both sheets side by side; the same value once, and not doubtful where one of them is sure of it. */
function together(first: ReadInvoice, next: ReadInvoice): ReadInvoice {
  const told = new Map<string, FieldReading>();
  for (const reading of [...first.fields, ...next.fields]) {
    const key = `${reading.field}=${reading.value}`;
    const known = told.get(key);
    if (known === undefined || known.confidence === 'doubtful') told.set(key, reading);
  }
  const fields = [...told.values()];
  const isClear = !fields.some(
    ({ field, confidence }) => LINE_AMOUNTS.includes(field) && confidence === 'doubtful',
  );
  const messages = new Map(
    [...first.problems, ...next.problems].map((problem) => [problem.message, problem]),
  );
  return {
    pages: [],
    fields,
    lines: first.lines.length >= next.lines.length ? first.lines : next.lines,
    problems: [...messages.values()].filter(({ code }) => !(isClear && code === LINES_UNCLEAR)),
  };
}
