/** A bill is booked in the month it is issued, or a little later when it comes by post; seldom before. */
const NEAR = 2;

/** Months since the year 0; null for no date. */
export function monthOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Whether two documents may be of one booking, by their months; one without a date may be of any. */
export function areNear(a: number | null, b: number | null): boolean {
  return a === null || b === null || Math.abs(a - b) <= NEAR;
}
