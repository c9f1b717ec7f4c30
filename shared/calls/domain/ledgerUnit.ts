import { ledgerTotalFen } from '../../entities/ledger.ts';
import type { Fen } from '../../entities/money.ts';
import type { Scope } from '../operators/scope.ts';
import { fact, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';
import { comparedYuan, yuan } from './yuan.ts';

/** Two figures that tell the same and are some 10,000 times apart: 元 and 万元 were mixed up. */
export function ledgerUnit(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledger');
  if (row === null) return null;
  const { summaryFen, claimedFen, printedTotals } = row.value;
  const total = ledgerTotalFen(row.value);
  const others: readonly (readonly [string, Fen | null])[] = [
    ['汇总表金额', summaryFen],
    ['计入本项目的金额', claimedFen],
    ['合计行的归集金额', printedTotals?.collectedFen ?? null],
    ['合计行的凭证金额', printedTotals?.voucherFen ?? null],
  ];
  const wrong = others.flatMap(([name, fen]) => (fen !== null && apart(total, fen) ? [{ name, fen }] : []));
  const [first] = wrong;
  return fact(first === undefined, {
    column: null,
    compared: first === undefined ? null : comparedYuan(total, first.fen),
    names: wrong.map(({ name, fen }) => `各行归集合计 ${yuan(total)}，${name} ${yuan(fen)}`),
  });
}

/** Rounding to 万元 makes the ratio a little more or less than 10,000. */
function apart(a: Fen, b: Fen): boolean {
  const [small, great] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))];
  return small > 0 && great / small >= 9_000 && great / small <= 11_000;
}
