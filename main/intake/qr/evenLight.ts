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
  const mean = blurGrey(picture, radius).grey;
  const away = Uint8Array.from(picture.grey, (value, at) => Math.abs(value - (mean[at] ?? 0)));
  const spread = blurGrey({ ...picture, grey: away }, radius).grey;
  const grey = new Uint8Array(picture.grey.length);
  for (const [at, value] of picture.grey.entries()) {
    const scaled = (value - (mean[at] ?? 0)) / Math.max(spread[at] ?? 0, LEAST_SPREAD);
    grey[at] = Math.min(255, Math.max(0, 128 + scaled * 90));
  }
  return { ...picture, grey };
}
