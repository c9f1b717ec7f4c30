/**
 * Address of a picture of one page of a file in the open draft, upright but not turned by the user's `rotate`.
 * @param page from 1
 * @param width in pixels of the screen, 40 to 2400; drawn in the next larger step
 */
export function pagePictureUrl(sha256: string, page: number, width: number): string {
  const pixels = Math.min(2400, Math.max(40, Math.ceil(width)));
  return `/files/${sha256}/pages/${page}?width=${pixels}`;
}
