/**
 * A tax rate as it is printed: `0.13` and `13` are 13%, `6%` stays, words (免税, 不征税, `***`) stay too. The data of
 * an invoice writes a fraction, its page a percentage.
 */
export function rateText(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const number = /^(\d+(?:\.\d+)?)(%?)$/.exec(plain);
  if (number === null) return text.trim();
  const value = Number(number[1]);
  // No rate is below 1 % and none reaches 100 %, so a number says by itself which of the two it is.
  const percent = number[2] === '%' || value >= 1 ? value : value * 100;
  return `${Number(percent.toFixed(4))}%`;
}
