/** A picture in shades of grey, one byte a pixel, rows from the top, no padding. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly grey: Uint8Array };

/** A rectangle of pixels. */
export type PixelArea = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Samples with 1 to 4 channels (grey, grey + alpha, RGB, RGB + alpha) as grey; transparent parts lie on white. */
export function toGrey(
  samples: Uint8Array,
  channels: number,
  size: { readonly width: number; readonly height: number },
): GreyPicture {
  const pixels = size.width * size.height;
  if (channels === 1) return { ...size, grey: samples };
  const grey = new Uint8Array(pixels);
  for (let pixel = 0, at = 0; pixel < pixels; pixel++, at += channels) {
    const light =
      channels < 3
        ? (samples[at] ?? 0)
        : (306 * (samples[at] ?? 0) + 601 * (samples[at + 1] ?? 0) + 117 * (samples[at + 2] ?? 0)) >> 10;
    const cover = channels === 2 || channels === 4 ? (samples[at + channels - 1] ?? 255) : 255;
    grey[pixel] = cover === 255 ? light : Math.round((light * cover + 255 * (255 - cover)) / 255);
  }
  return { ...size, grey };
}

/** A part of a picture; what lies outside of it is white. */
export function cropGrey(picture: GreyPicture, area: PixelArea): GreyPicture {
  const { width, height } = area;
  const grey = new Uint8Array(width * height).fill(255);
  const from = Math.max(0, area.left);
  const to = Math.min(picture.width, area.left + width);
  for (let y = Math.max(0, -area.top); y < height && y + area.top < picture.height; y++) {
    if (to <= from) break;
    const start = (y + area.top) * picture.width;
    grey.set(picture.grey.subarray(start + from, start + to), y * width + from - area.left);
  }
  return { width, height, grey };
}
