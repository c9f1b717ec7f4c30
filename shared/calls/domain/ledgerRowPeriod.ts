import { chineseDate } from '../../entities/dates.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { projectPeriod } from './projectPeriod.ts';
import { rowIn } from './rowIn.ts';

/** The date of a ledger row lies inside the project's period, its first and last day included. */
export function ledgerRowPeriod(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledgerRows');
  if (row === null) return null;
  const period = scope.once('project-period', projectPeriod);
  // Asked for by the period's own rules; a warning for each row of the ledger would only drown it.
  if (period === null) return null;
  const { date } = row.value;
  if (date === null) return unknown([`${row.name}的日期`], { column: 'date' });
  if (date >= period.from && date <= period.to) return met();
  return unmet({
    column: 'date',
    compared: {
      left: chineseDate(date),
      right: `${chineseDate(period.from)} 至 ${chineseDate(period.to)}`,
      difference: null,
    },
  });
}
