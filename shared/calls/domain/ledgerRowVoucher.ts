import { collectedFenOf } from '../../entities/ledger.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';
import { comparedYuan } from './yuan.ts';

/** What is collected is at most what the voucher records; a reversing entry by its size. */
export function ledgerRowVoucher(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledgerRows');
  if (row === null) return null;
  const collected = collectedFenOf(row.value);
  const { voucherFen } = row.value;
  // A credit entry of the 2015 layout (carried over, reversed) collects nothing; its debit is empty or 0.
  const credit = row.project.style === '2015' && row.value.creditFen !== null;
  if (credit && (voucherFen === null || (voucherFen === 0 && collected === null))) return null;
  if (collected === null || voucherFen === null) {
    const what = collected === null ? '归集金额' : '凭证金额';
    return unknown([`${row.name}的${what}`], { column: collected === null ? 'collectedFen' : 'voucherFen' });
  }
  const within = voucherFen < 0 ? collected <= 0 && collected >= voucherFen : collected <= voucherFen;
  if (within) return met();
  return unmet({ column: 'collectedFen', compared: comparedYuan(collected, voucherFen) });
}
