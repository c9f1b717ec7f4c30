import { blurGrey } from './blurGrey.ts';
import type { GreyPicture } from './greyPicture.ts';

/** Contrast below this is noise of the paper, not a code. */
const LEAST_SPREAD = 12;

/**
 * A picture as if it were lit evenly and had full contrast: every pixel against the mean of its surroundings, measured
 * by how much the surroundings differ from that mean.
 * @param radius of the surroundings in pixels, larger than a code's finder pattern
 */
export function evenLight(picture: GreyPicture, radius: number): GreyPicture {
  const { grey: from } = picture;
  const mean = blurGrey(picture, radius).grey;
  const away = new Uint8Array(from.length);
  for (let at = 0; at < away.length; at++) away[at] = Math.abs((from[at] ?? 0) - (mean[at] ?? 0));
  const spread = blurGrey({ ...picture, grey: away }, radius).grey;
  const grey = new Uint8Array(from.length);
  for (let at = 0; at < grey.length; at++) {
    const scaled = ((from[at] ?? 0) - (mean[at] ?? 0)) / Math.max(spread[at] ?? 0, LEAST_SPREAD);
    grey[at] = Math.min(255, Math.max(0, 128 + scaled * 90));
  }
  return { ...picture, grey };
}
