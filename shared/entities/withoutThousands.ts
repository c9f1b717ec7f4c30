/**
 * A figure without its thousands separators (`1,245.00`, `1 245`) and without spaces around its parts; full-width
 * characters become half-width. Marks between digits that do not stand as thousands (`12,5`, `1 2`) stay, so that
 * what reads the figure refuses it: taken away, 12,5 would be 125.
 */
export function withoutThousands(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\d[\d,\s]*/, (whole) =>
      /^[1-9]\d{0,2}(?:(?:,\s?\d{3})+|(?:\s\d{3})+)\s*$/.test(whole) ? whole.replace(/[,\s]/g, '') : whole,
    )
    .replace(/(?<!\d|\d,)\s|\s(?![\d,])/g, '');
}
