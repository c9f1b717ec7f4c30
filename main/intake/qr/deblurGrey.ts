import { blurGrey } from './blurGrey.ts';
import type { GreyPicture } from './greyPicture.ts';

const ROUNDS = 6;

/**
 * Takes the blur of a camera out of focus back: what blurring the guess lacks of the picture is added to the guess, a
 * few times over (van Cittert). More rounds would bring out the noise.
 * @param radius of the blur in pixels
 */
export function deblurGrey(picture: GreyPicture, radius: number): GreyPicture {
  let guess = picture;
  for (let round = 0; round < ROUNDS; round++) {
    const blurred = blurGrey(blurGrey(guess, radius), radius).grey;
    const grey = new Uint8Array(blurred.length);
    for (let at = 0; at < grey.length; at++) {
      const better = (guess.grey[at] ?? 0) + (picture.grey[at] ?? 0) - (blurred[at] ?? 0);
      grey[at] = Math.min(255, Math.max(0, better));
    }
    guess = { ...picture, grey };
  }
  return guess;
}
