import { type AmountBasis, claimedAmountFen, invoiceAmountFen } from '../../entities/invoice.ts';
import { collectedFenOf, ledgerClaimedFen, ledgerTotalFen } from '../../entities/ledger.ts';
import type { Row } from './row.ts';

/**
 * A property of a row by dotted path (schema/rowPaths.ts): the entities' own names and the derived
 * ones. Empty text is "not answered", as null is. A path that leads nowhere gives null.
 */
export function rowValue(row: Row, path: string, basis: AmountBasis): string | number | boolean | null {
  const value = derivedValue(row, path, basis) ?? plainValue(row.value, path);
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function derivedValue(row: Row, path: string, basis: AmountBasis): number | null | undefined {
  if (row.of === 'invoices') {
    if (path === 'countedFen') return claimedAmountFen(row.value, basis);
    if (path === 'amountFen') return invoiceAmountFen(row.value, basis);
    if (path === 'copyCount') return row.value.copies.length;
  }
  if (row.of === 'ledger') {
    if (path === 'countedFen') return ledgerClaimedFen(row.value);
    if (path === 'totalFen') return ledgerTotalFen(row.value);
    if (path === 'rowCount') return row.value.rows.length;
  }
  if (row.of === 'ledgerRows' && path === 'countedFen') return collectedFenOf(row.value);
  return undefined;
}

function plainValue(value: unknown, path: string): unknown {
  if (!path.includes('.')) return property(value, path);
  let at: unknown = value;
  for (const step of path.split('.')) at = property(at, step);
  return at;
}

function property(of: unknown, name: string): unknown {
  // What every object inherits is functions and objects, which no row tells as its value.
  if (typeof of !== 'object' || of === null) return null;
  return (of as Readonly<Record<string, unknown>>)[name];
}
