import { ask } from '../../../app/bridge.ts';
import type { KeepPicture } from './insertPictures.ts';

const LARGEST_MB = 20;
/** Kept as they are; the program prints them. */
const KNOWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/tiff']);

/** Puts pictures into the draft of a session: those it knows as they are, others (BMP, GIF, AVIF) as PNG. */
export function keepPictureIn(session: string): KeepPicture {
  return async (file) => {
    const name = file.name || '粘贴的图片.png';
    if (file.size > LARGEST_MB * 2 ** 20)
      return {
        refused: `“${name}”超过 ${LARGEST_MB} MB，没有插入。请缩小后再试（打印只需约 2000 像素宽）。`,
      };
    const bytes = KNOWN.has(file.type) ? await bytesOf(file) : await asPng(file);
    if (bytes === null)
      return { refused: `“${name}”不是能显示的图片，没有插入。请另存为 PNG 或 JPEG 后再试。` };
    const reply = await ask('pictures:add', { session, name: name.slice(0, 300), bytes });
    return reply.ok
      ? { asset: reply.value.sha256 }
      : { refused: `“${name}”没有插入：${reply.problem.message}` };
  };
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** Drawn once and taken as PNG; null for what Chromium cannot draw. */
async function asPng(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const picture = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    picture.close();
    return await bytesOf(await canvas.convertToBlob({ type: 'image/png' }));
  } catch {
    return null;
  }
}
