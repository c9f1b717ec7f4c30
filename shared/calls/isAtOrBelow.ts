/** Whether `place` is `at` or something inside it: `invoices[invoice-3].buyer.name` is inside `invoices[invoice-3]`. */
export function isAtOrBelow(place: string, at: string): boolean {
  return place === at || place.startsWith(`${at}.`) || place.startsWith(`${at}[`);
}
