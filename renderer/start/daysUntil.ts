import type { IsoDate } from '../../shared/entities/dates.ts';

/** Whole calendar days from today (as the person's clock shows it) to the date; negative when it has passed. */
export function daysUntil(date: IsoDate, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(date) - today) / 86_400_000);
}
