import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { MANIFEST_NAME } from './manifestName.ts';
import { safeName } from './safeName.ts';

/** Only what tells a manifest of ours from another program's, so that those of other versions are known too. */
const EarlierManifest = z.object({
  format: z.literal(1),
  final: z.boolean(),
  call: z.object({ id: z.string(), revision: z.number() }),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});
/** A manifest of 10,000 invoice copies is about 5 MB. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * Files of the package exported into this folder before, SHA-256 by name. Null when the manifest.json there
 * is none of ours, or there is none.
 * @throws when it is there and cannot be read
 */
export async function earlierPackage(folder: string): Promise<ReadonlyMap<string, string> | null> {
  const file = path.join(folder, MANIFEST_NAME);
  const there = await lstat(file).catch(() => null);
  if (there === null || !there.isFile() || there.size > LARGEST_BYTES) return null;
  const manifest = parse(await readFile(file, 'utf8'));
  if (manifest === null) return null;
  // A manifest is a file anybody can edit: only plain names inside this folder are believed.
  const plain = manifest.files.filter(({ name }) => name !== '' && name === safeName(name));
  return new Map(plain.map(({ name, sha256 }) => [name, sha256]));
}

function parse(text: string): z.infer<typeof EarlierManifest> | null {
  try {
    return EarlierManifest.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
