import type { GreyPicture } from './greyPicture.ts';

/** The mean of every pixel's surroundings, a square of 2·radius+1 pixels; what is outside counts as its edge. */
export function blurGrey(picture: GreyPicture, radius: number): GreyPicture {
  return transposeBlurred(transposeBlurred(picture, radius), radius);
}

/** Blurs along the rows and swaps rows and columns, so that doing it twice blurs both ways. */
function transposeBlurred({ width, height, grey }: GreyPicture, radius: number): GreyPicture {
  const blurred = new Uint8Array(width * height);
  const span = 2 * radius + 1;
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const [first, last] = [grey[start] ?? 0, grey[start + width - 1] ?? 0];
    let sum = first * (radius + 1);
    for (let x = 0; x < radius; x++) sum += x < width ? (grey[start + x] ?? 0) : last;
    for (let x = 0; x < width; x++) {
      sum += x + radius < width ? (grey[start + x + radius] ?? 0) : last;
      blurred[x * height + y] = sum / span;
      sum -= x >= radius ? (grey[start + x - radius] ?? 0) : first;
    }
  }
  return { width: height, height: width, grey: blurred };
}
