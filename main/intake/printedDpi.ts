const A4_PT = { short: 595.28, long: 841.89 } as const;

/**
 * Resolution on paper of a page whose pictures have `dpi` at its own size: a page larger
 * than A4 is reduced when it is bound, which makes its pictures finer.
 * @param width of the page in points
 */
export function printedDpi(dpi: number, width: number, height: number): number {
  const [short, long] = width < height ? [width, height] : [height, width];
  const scale = Math.min(1, A4_PT.short / short, A4_PT.long / long);
  return Math.round(dpi / scale);
}
