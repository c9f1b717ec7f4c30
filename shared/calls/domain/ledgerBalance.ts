import type { LedgerRow } from '../../entities/ledger.ts';
import type { Fen } from '../../entities/money.ts';
import type { Scope } from '../operators/scope.ts';
import { fact, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';
import { comparedYuan, yuan } from './yuan.ts';

/**
 * 2015 layout: every printed 余额 is the one before it plus 借方 minus 贷方. After a wrong one it goes
 * on from what is printed, so that one slip is named once.
 */
export function ledgerBalance(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledger');
  if (row === null || row.value.style !== '2015') return null;
  if (row.value.rows.every((line) => line.balanceFen === null)) return null;
  const wrong: string[] = [];
  let first: { readonly line: LedgerRow; readonly printed: Fen; readonly computed: Fen } | null = null;
  // A sheet that carries on without telling its opening balance starts from its first printed one.
  let running: Fen | null = row.value.openingFen;
  for (const [index, line] of row.value.rows.entries()) {
    const movement = (line.voucherFen ?? 0) - (line.creditFen ?? 0);
    const computed: Fen | null = running === null ? (index === 0 ? null : movement) : running + movement;
    const printed = signedBalance(line);
    if (printed !== null && computed !== null && printed !== computed) {
      wrong.push(`第 ${index + 1} 行余额 ${yuan(printed)}，应为 ${yuan(computed)}`);
      first ??= { line, printed, computed };
    }
    running = printed ?? computed;
  }
  return fact(wrong.length === 0, {
    names: wrong,
    column: first === null ? null : `rows[${first.line.id}].balanceFen`,
    compared: first === null ? null : comparedYuan(first.printed, first.computed),
  });
}

/** Balance with its side: 借 counts up, 贷 down, 平 is nothing. */
function signedBalance(line: LedgerRow): Fen | null {
  if (line.balanceSide === '平') return 0;
  if (line.balanceFen === null) return null;
  return line.balanceSide === '贷' ? -line.balanceFen : line.balanceFen;
}
