/** Numbers in PDF syntax, separated by spaces: at most six decimals, never an exponent. */
export function pdfNumbers(...values: readonly number[]): string {
  return values.map(pdfNumber).join(' ');
}

function pdfNumber(value: number): string {
  // What a chain of matrices made unsound must not end up in the file.
  if (!Number.isFinite(value) || Math.abs(value) > 1e9) return '0';
  return String(Math.round(value * 1e6) / 1e6);
}
