/** A number in PDF syntax: at most six decimals, never an exponent. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no PDF number: ${value}`);
  const short = String(Number(value.toFixed(6)));
  return short.includes('e') ? value.toFixed(6) : short;
}

/** Several numbers, separated by spaces. */
export function formatNumbers(values: readonly number[]): string {
  return values.map(formatNumber).join(' ');
}
