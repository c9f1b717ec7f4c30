import { firstDayOf, type IsoDate, IsoMonth, lastDayOf } from '../../entities/dates.ts';
import type { Scope } from '../operators/scope.ts';
import { answerText } from './answerText.ts';

/** First and last day of the project's period; null while one of its months is not told. */
export function projectPeriod(scope: Scope): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const { projectStart, projectEnd } = scope.call.roles;
  const start = IsoMonth.safeParse(answerText(scope, projectStart).slice(0, 7));
  const end = IsoMonth.safeParse(answerText(scope, projectEnd).slice(0, 7));
  return start.success && end.success ? { from: firstDayOf(start.data), to: lastDayOf(end.data) } : null;
}
