import { isAtOrBelow } from '../../../shared/calls/isAtOrBelow.ts';

/** Of the places a page shows, the one meant: the place itself, else the deepest that holds it; null for none. */
export function findPlace<Shown extends { readonly at: string }>(
  shown: readonly Shown[],
  at: string,
): { readonly found: Shown; readonly exact: boolean } | null {
  let best: Shown | null = null;
  for (const one of shown) {
    if (one.at === at) return { found: one, exact: true };
    if (isAtOrBelow(at, one.at) && one.at.length > (best?.at.length ?? -1)) best = one;
  }
  return best === null ? null : { found: best, exact: false };
}
