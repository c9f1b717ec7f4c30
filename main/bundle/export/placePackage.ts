import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fileSha256 } from '../fileSha256.ts';

export const MANIFEST_NAME = 'manifest.json';

const EarlierManifest = z.object({
  format: z.literal(1),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

/**
 * Moves a finished package from its stage (same volume) into the folder the user chose.
 * An earlier package there gives way only where its files are still what was exported then; one that
 * somebody has worked on since is kept beside the new one under another name. Files of the user's own
 * are never touched. The manifest comes last: a folder with a manifest holds a whole package.
 * @returns names under which earlier files were kept
 */
export async function placePackage(stage: string, folder: string, stamp: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(stage)).sort(
    (a, b) => Number(a === MANIFEST_NAME) - Number(b === MANIFEST_NAME),
  );
  const earlier = await earlierFiles(folder);
  const kept: string[] = [];
  await rm(path.join(folder, MANIFEST_NAME), { force: true });
  for (const name of new Set([...names, ...earlier.keys()])) {
    if (name === MANIFEST_NAME || !(await exists(path.join(folder, name)))) continue;
    if ((await fileSha256(path.join(folder, name))) === earlier.get(name)) {
      if (!names.includes(name)) await rm(path.join(folder, name));
      continue;
    }
    const aside = await freeName(folder, name, stamp);
    await rename(path.join(folder, name), path.join(folder, aside));
    kept.push(aside);
  }
  for (const name of names) await rename(path.join(stage, name), path.join(folder, name));
  return kept;
}

/** Names and hashes of the package exported into this folder before; empty when there is none to trust. */
async function earlierFiles(folder: string): Promise<Map<string, string>> {
  try {
    const text = await readFile(path.join(folder, MANIFEST_NAME), 'utf8');
    const manifest = EarlierManifest.parse(JSON.parse(text));
    // A manifest is a file anybody can edit: only plain names inside this folder are believed.
    const plain = manifest.files.filter(({ name }) => name === path.basename(name) && !/[\\/]/.test(name));
    return new Map(plain.map(({ name, sha256 }) => [name, sha256]));
  } catch {
    return new Map();
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function freeName(folder: string, name: string, stamp: string): Promise<string> {
  const { name: base, ext } = path.parse(name);
  for (let turn = 1; ; turn += 1) {
    const candidate = `${base}（此前的版本 ${stamp}${turn === 1 ? '' : ` ${turn}`}）${ext}`;
    if (!(await exists(path.join(folder, candidate)))) return candidate;
  }
}
