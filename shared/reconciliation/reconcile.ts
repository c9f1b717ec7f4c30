import type { CheckReport } from '../calls/finding.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import { type Figure, figuresOf, otherMoney } from './figures.ts';
import { type CategoryLine, investmentByCategory } from './investmentByCategory.ts';
import { type Pair, pairsOf, statementPairs } from './pairsOf.ts';
import { sourceRows } from './sourceRows.ts';
import { statementFigures } from './statementFigures.ts';

/** 申报表, budget, invoices, sub-ledger and what else the form knows side by side (promise 3). */
export interface Reconciliation {
  readonly figures: readonly Figure[];
  readonly pairs: readonly Pair[];
  readonly categories: readonly CategoryLine[];
  readonly others: readonly Figure[];
}

/** Adds up and compares. Pure, linear in the rows; the states of pairs are those of the report's findings. */
export function reconcile(call: Call, application: Application, report: CheckReport): Reconciliation {
  const rows = sourceRows(application);
  const figures = figuresOf(call, application, rows);
  const proved = statementFigures(call, application);
  return {
    figures,
    pairs: [...pairsOf(call, application, report, figures, rows), ...statementPairs(report, proved)],
    categories: investmentByCategory(call, rows),
    others: otherMoney(call, application, new Set(proved.map(({ field }) => field.id))),
  };
}
