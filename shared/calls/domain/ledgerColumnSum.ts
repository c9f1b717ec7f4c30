import { collectedFenOf, LEDGER_COST_LABELS, LedgerCost, type LedgerProject } from '../../entities/ledger.ts';
import type { Fen } from '../../entities/money.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';
import { comparedYuan, yuan } from './yuan.ts';

/** The sheet's printed 合计 equals the sums of its columns. A sheet without one has nothing to compare. */
export function ledgerColumnSum(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledger');
  if (row === null || row.value.printedTotals === null) return null;
  const wrong = printedColumns(row.value).filter(({ printed, sum }) => printed !== sum);
  const [first] = wrong;
  if (first === undefined) return met();
  return unmet({
    column: 'printedTotals',
    compared: comparedYuan(first.printed, first.sum),
    names: wrong.map(
      ({ name, printed, sum }) =>
        `${name}合计 ${yuan(printed)}，各行之和 ${yuan(sum)}，相差 ${yuan(Math.abs(printed - sum))}`,
    ),
  });
}

interface Column {
  readonly name: string;
  readonly printed: Fen;
  readonly sum: Fen;
}

function printedColumns({ printedTotals, rows, style }: LedgerProject): Column[] {
  if (printedTotals === null) return [];
  const columns: Column[] = [];
  const add = (
    name: string,
    printed: Fen | null | undefined,
    amounts: readonly (Fen | null | undefined)[],
  ) => {
    if (typeof printed !== 'number') return;
    columns.push({ name, printed, sum: amounts.reduce<Fen>((sum, fen) => sum + (fen ?? 0), 0) });
  };
  add(
    style === '2015' ? '借方金额' : '会计凭证记载金额',
    printedTotals.voucherFen,
    rows.map((line) => line.voucherFen),
  );
  add('归集金额', printedTotals.collectedFen, rows.map(collectedFenOf));
  for (const cost of LedgerCost.options) {
    add(
      LEDGER_COST_LABELS[cost],
      printedTotals.details[cost],
      rows.map((line) => line.details[cost]),
    );
  }
  return columns;
}
