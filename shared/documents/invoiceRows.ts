import type { Application } from '../entities/application.ts';

/**
 * Row numbers of the 投资明细表 each attachment is a copy of, by attachment id, in rising order.
 * One scan may hold several invoices, and one invoice several scans.
 */
export function invoiceRowsOf(application: Application): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [index, invoice] of application.invoices.entries())
    for (const copy of new Set(invoice.copies)) {
      const numbers = rows.get(copy);
      if (numbers === undefined) rows.set(copy, [index + 1]);
      else numbers.push(index + 1);
    }
  return rows;
}

/** What is stamped on every page of a copy: 投资明细表第 12、13 行. Empty for no row. */
export function invoiceStampText(rows: readonly number[]): string {
  return rows.length === 0 ? '' : `投资明细表第 ${rows.join('、')} 行`;
}
