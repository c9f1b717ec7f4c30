/** A width the draft takes: 10 to 100 percent of the text. */
export function clampWidth(percent: number): number {
  return Number.isFinite(percent) && percent > 0 ? Math.min(100, Math.max(10, Math.round(percent))) : 100;
}
