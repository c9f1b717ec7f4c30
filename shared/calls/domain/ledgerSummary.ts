import { ledgerTotalFen } from '../../entities/ledger.ts';
import type { Scope } from '../operators/scope.ts';
import { fact, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';
import { comparedYuan } from './yuan.ts';

/** The sheet's total equals its row of the 汇总表, when one was given. */
export function ledgerSummary(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledger');
  if (row === null || row.value.summaryFen === null) return null;
  const total = ledgerTotalFen(row.value);
  return fact(total === row.value.summaryFen, {
    column: 'summaryFen',
    compared: comparedYuan(total, row.value.summaryFen),
  });
}
