import type { LedgerRow } from '../../entities/ledger.ts';
import type { Fen } from '../../entities/money.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';
import { comparedYuan } from './yuan.ts';

/** 归集金额 = sum of the cost details; in the 2015 layout 借方金额 = sum of the details. */
export function ledgerRowSum(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledgerRows');
  if (row === null) return null;
  const details = detailsFen(row.value);
  const { collectedFen, voucherFen } = row.value;
  // A credit entry of the 2015 layout (carried over, reversed) has no debit to split up.
  if (
    row.project.style === '2015' &&
    row.value.creditFen !== null &&
    (voucherFen ?? 0) === 0 &&
    details === null
  ) {
    return null;
  }
  const stated: readonly (readonly [string, Fen | null])[] =
    row.project.style === '2015'
      ? [
          ['voucherFen', voucherFen],
          ['collectedFen', collectedFen],
        ]
      : [['collectedFen', collectedFen]];
  // A self-made ledger need not have a column for the sum of its details: the details are what was collected.
  if (row.project.style === 'other' && collectedFen === null && details !== null) return met();
  const told = stated.filter(([, fen]) => fen !== null);
  if (details === null || told.length === 0) {
    const what = details === null ? '费用明细' : '归集金额';
    return unknown([`${row.name}的${what}`], { column: details === null ? 'details' : 'collectedFen' });
  }
  for (const [column, fen] of told) {
    if (fen !== null && fen !== details) return unmet({ column, compared: comparedYuan(fen, details) });
  }
  return met();
}

/** Sum of a row's cost details; null when it has none. */
function detailsFen(row: LedgerRow): Fen | null {
  const details = Object.values(row.details);
  return details.length === 0 ? null : details.reduce((sum, fen) => sum + fen, 0);
}
