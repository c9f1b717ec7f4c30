import { buffer } from 'node:stream/consumers';
import { type Entry, open, type ZipFile } from 'yauzl';

export type ZipParts =
  | { readonly ok: true; readonly parts: Readonly<Record<string, Uint8Array>> }
  | { readonly ok: false; readonly why: 'damaged' | 'encrypted' | 'too-large' };

/** Entries of a package of office files; no spreadsheet comes near. */
const MAX_ENTRIES = 10_000;

/**
 * Unpacks the wanted parts of a ZIP, all of them together no larger than `maxBytes`. Sizes are added up before the
 * first byte is unpacked, and unpacking stops when a part is larger than it said: a bomb cannot go off.
 */
export async function readZipParts(
  path: string,
  wanted: (name: string) => boolean,
  maxBytes: number,
): Promise<ZipParts> {
  let zip: ZipFile | undefined;
  try {
    zip = await openZip(path);
    if (zip.entryCount > MAX_ENTRIES) return { ok: false, why: 'too-large' };
    const entries = (await listEntries(zip)).filter(({ fileName }) => wanted(fileName));
    if (entries.some((entry) => entry.isEncrypted())) return { ok: false, why: 'encrypted' };
    const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (total > maxBytes) return { ok: false, why: 'too-large' };
    const parts: Record<string, Uint8Array> = {};
    for (const entry of entries) parts[entry.fileName] = await unpack(zip, entry);
    return { ok: true, parts };
  } catch {
    return { ok: false, why: 'damaged' };
  } finally {
    zip?.close();
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error !== null) reject(error);
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) reject(error);
      else buffer(stream).then(resolve, reject);
    });
  });
}
