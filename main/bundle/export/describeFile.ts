import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import { fileSha256 } from '../fileSha256.ts';

type Described = PackageManifest['files'][number];

/** A written file as the manifest names it, measured on disk. @throws when it cannot be read */
export async function describeFile(
  folder: string,
  role: Described['role'],
  name: string,
): Promise<Described> {
  const file = path.join(folder, name);
  return { role, name, bytes: (await stat(file)).size, sha256: await fileSha256(file) };
}
