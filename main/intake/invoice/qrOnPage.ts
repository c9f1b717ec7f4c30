import type { Corners } from '../qr/scanCodes.ts';

/** A code found on a page, its corners as parts of the page's width and height. */
export type PageCode = { readonly text: string; readonly corners: Corners };

/** Quarter turns clockwise by which a code stands: 0 upright, 2 upside down; null when it stands slanted. */
export function turnOf(
  { corners: [topLeft, topRight] }: { readonly corners: Corners },
  aspect: number,
): 0 | 1 | 2 | 3 | null {
  const angle = Math.atan2(topRight.y - topLeft.y, (topRight.x - topLeft.x) * aspect);
  const quarters = angle / (Math.PI / 2);
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) > 0.35) return null;
  const turn = (nearest + 4) % 4;
  return turn === 1 || turn === 2 || turn === 3 ? turn : 0;
}
