import { stat } from 'node:fs/promises';
import { type OfdToPdf, ofdToPdf } from '../ofd/ofdToPdf.ts';

let last: { readonly key: string; readonly drawn: Promise<OfdToPdf> } | null = null;

/**
 * An OFD drawn as a PDF. The last one is kept: its pages are asked for one after the other, and small and large.
 * @throws errors of the file system
 */
export async function ofdAsPdf(path: string): Promise<OfdToPdf> {
  const { size, mtimeMs } = await stat(path);
  const key = `${size} ${mtimeMs} ${path}`;
  if (last?.key !== key) last = { key, drawn: ofdToPdf(path) };
  return last.drawn;
}
