import type { SeriesLook } from './chartData.ts';

/** Fill and edge of a series in the tokens' colours, so that the theme changes it too; `hatching` is the pattern's id. */
export function paintOf(
  look: SeriesLook,
  hatching: string,
): { readonly fill: string; readonly stroke: string } {
  switch (look) {
    case 'planned':
      return { fill: `url(#${hatching})`, stroke: 'var(--ink-faint)' };
    case 'spent':
      return { fill: 'var(--accent)', stroke: 'var(--accent)' };
    case 'more':
      return { fill: 'var(--done)', stroke: 'var(--done)' };
    case 'line':
      return { fill: 'none', stroke: 'var(--warning)' };
  }
}
