import type { GreyPicture } from './greyPicture.ts';

/**
 * A picture `factor` times as large. Smaller ones are averages of the pixels they stand for, which takes noise away;
 * larger ones are interpolated, which gives a code's modules enough pixels to be told apart.
 */
export function resizeGrey(picture: GreyPicture, factor: number): GreyPicture {
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  return factor < 1 ? shrink(picture, width, height) : enlarge(picture, width, height);
}

function shrink(picture: GreyPicture, width: number, height: number): GreyPicture {
  const grey = new Uint8Array(width * height);
  const columns = edges(picture.width, width);
  const rows = edges(picture.height, height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [rows[y] ?? 0, rows[y + 1] ?? 0];
    for (let x = 0; x < width; x++) {
      const [left, right] = [columns[x] ?? 0, columns[x + 1] ?? 0];
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        const start = row * picture.width;
        for (let column = left; column < right; column++) sum += picture.grey[start + column] ?? 0;
      }
      grey[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width, height, grey };
}

/** Where the source pixels of each target pixel begin; one entry more than there are targets. */
function edges(source: number, target: number): Uint32Array {
  return Uint32Array.from({ length: target + 1 }, (_, index) => Math.floor((index * source) / target));
}

function enlarge(picture: GreyPicture, width: number, height: number): GreyPicture {
  const { grey: from } = picture;
  const grey = new Uint8Array(width * height);
  const [scaleX, scaleY] = [picture.width / width, picture.height / height];
  for (let y = 0; y < height; y++) {
    const atY = Math.min(Math.max((y + 0.5) * scaleY - 0.5, 0), picture.height - 1);
    const top = Math.floor(atY);
    const [upper, lower] = [top * picture.width, Math.min(top + 1, picture.height - 1) * picture.width];
    const down = atY - top;
    for (let x = 0; x < width; x++) {
      const atX = Math.min(Math.max((x + 0.5) * scaleX - 0.5, 0), picture.width - 1);
      const left = Math.floor(atX);
      const right = Math.min(left + 1, picture.width - 1);
      const along = atX - left;
      const above = (from[upper + left] ?? 0) * (1 - along) + (from[upper + right] ?? 0) * along;
      const below = (from[lower + left] ?? 0) * (1 - along) + (from[lower + right] ?? 0) * along;
      grey[y * width + x] = above * (1 - down) + below * down + 0.5;
    }
  }
  return { width, height, grey };
}
