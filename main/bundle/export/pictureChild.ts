import { sharp } from '../../intake/sharp.ts';
import { serve, serveOperations } from '../../process/serveOperations.ts';
import { pictureOperation } from './pictureOperation.ts';

/** 160 mm of text width at 300 dpi is 1,890 px; more only makes the file heavy. */
const WIDEST_PX = 2000;
const TALLEST_PX = 2900;
/** A photograph of a large camera has 50 to 100 million pixels; more is an attack or a mistake. */
const MOST_PIXELS = 150_000_000;

// Pictures come from anywhere: they are decoded here, in a process that may be killed.
serveOperations([
  serve(pictureOperation, async ({ path }) => {
    const picture = sharp(path, { failOn: 'error', limitInputPixels: MOST_PIXELS });
    const { format } = await picture.metadata();
    const upright = picture
      .rotate()
      .resize({ width: WIDEST_PX, height: TALLEST_PX, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const photo = format === 'jpeg';
    const { data, info } = await (photo
      ? upright.jpeg({ quality: 90 })
      : upright.flatten({ background: '#ffffff' }).png({ compressionLevel: 9 })
    ).toBuffer({ resolveWithObject: true });
    return {
      bytes: new Uint8Array(data),
      mime: photo ? ('image/jpeg' as const) : ('image/png' as const),
      widthPx: info.width,
      heightPx: info.height,
    };
  }),
]);
