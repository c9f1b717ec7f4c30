import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from '../pdfium/renderPage.ts';

/** Small pictures of pages are mostly paper: more effort gains little. */
const LEVEL = 3;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** An RGB picture as PNG. For small pictures: no library has to be started for it. */
export function encodePng({ width, height, rgb }: Picture): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB
  const line = width * 3;
  const rows = Buffer.alloc((line + 1) * height); // each row begins with its filter: none
  for (let y = 0; y < height; y += 1) rows.set(rgb.subarray(y * line, (y + 1) * line), y * (line + 1) + 1);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: LEVEL })), chunk('IEND')];
  return new Uint8Array(Buffer.concat([SIGNATURE, ...parts]));
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
