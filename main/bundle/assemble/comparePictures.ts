import type { Picture } from '../../intake/pdfium/renderPage.ts';

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A watermark darkens a page by at most 30 of 255 levels; what differs by more is another page. */
const LEVELS = 56;
/** Darker than this is ink. */
const INK = 200;
const MAX_PART = 0.002;
/** On a page with little ink, so much of it may differ. */
const MAX_INK_PART = 0.25;
const ALWAYS_ALLOWED = 3;

/**
 * Says what differs between two small renderings of a page within `area` (pixels), undefined
 * when they show the same. Its rim of one pixel is left out: half-covered pixels are rounded
 * differently. A page with few marks must not lose them, so the ink counts too.
 */
export function comparePictures(expected: Picture, actual: Picture, area: Area): string | undefined {
  const x0 = Math.max(0, Math.ceil(area.x) + 1);
  const y0 = Math.max(0, Math.ceil(area.y) + 1);
  const x1 = Math.min(expected.width, Math.floor(area.x + area.width) - 1);
  const y1 = Math.min(expected.height, Math.floor(area.y + area.height) - 1);
  let different = 0;
  let ink = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const at = (y * expected.width + x) * 3;
      const [r, g, b] = [expected.rgb[at] ?? 0, expected.rgb[at + 1] ?? 0, expected.rgb[at + 2] ?? 0];
      const [R, G, B] = [actual.rgb[at] ?? 0, actual.rgb[at + 1] ?? 0, actual.rgb[at + 2] ?? 0];
      if (Math.min(r, g, b) < INK) ink += 1;
      if (Math.max(Math.abs(r - R), Math.abs(g - G), Math.abs(b - B)) > LEVELS) different += 1;
    }
  }
  const pixels = Math.max(1, (x1 - x0) * (y1 - y0));
  const tooMany = different > pixels * MAX_PART && different > ALWAYS_ALLOWED;
  const inkLost = different > ALWAYS_ALLOWED && different > ink * MAX_INK_PART;
  return tooMany || inkLost ? `${different} of ${pixels} pixels differ (${ink} with ink)` : undefined;
}
