import { ImageRun, Paragraph, TextRun } from 'docx';
import type { Image } from '../../../shared/documents/block.ts';
import { inlinesOf } from '../../../shared/documents/blockBuilders.ts';
import { inlineRuns } from './inlineRuns.ts';
import type { WordContext } from './wordContext.ts';
import { twips } from './wordPage.ts';
import { wordText } from './wordText.ts';

/** A picture leaves room for its caption on the page. */
const HIGHEST = twips(195);
/** docx counts in pixels of 1/96 inch: 15 twips each. */
const TWIPS_PER_PIXEL = 15;

/** Size in pixels that fits `room` (twips) at the wished share of it, never distorted. */
function fittedSize(
  picture: { readonly widthPx: number; readonly heightPx: number },
  widthPercent: number,
  room: number,
): { width: number; height: number } {
  const ratio = Math.max(1, picture.heightPx) / Math.max(1, picture.widthPx);
  const share = Math.min(100, Math.max(1, Number.isFinite(widthPercent) ? widthPercent : 100)) / 100;
  const width = Math.min(room * share, HIGHEST / ratio);
  return { width: width / TWIPS_PER_PIXEL, height: (width * ratio) / TWIPS_PER_PIXEL };
}

/** A picture in its own centred paragraph, with its caption below; a missing one is named, never left out. */
export function wordPicture(image: Image, room: number, context: WordContext): Paragraph[] {
  const asset = context.assets.get(image.asset);
  const name = wordText(image.alt || image.caption || '插图').replaceAll('\n', ' ');
  const run =
    asset === undefined
      ? new TextRun(`［图片缺失：${name}］`)
      : new ImageRun({
          type: asset.mime === 'image/png' ? 'png' : 'jpg',
          data: asset.bytes,
          transformation: fittedSize(asset, image.widthPercent, room),
          altText: { name, description: name, title: name },
        });
  const captioned = image.caption.trim() !== '';
  const picture = new Paragraph({
    style: 'Picture',
    keepNext: captioned,
    children: context.withBookmarks([run]),
  });
  if (!captioned) return [picture];
  return [
    picture,
    new Paragraph({ style: 'FigureCaption', children: inlineRuns(inlinesOf(image.caption), context) }),
  ];
}
