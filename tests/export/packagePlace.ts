import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { placePackage } from '../../main/bundle/export/placePackage.ts';

export const STAMP = '2026-11-23 0800';

export interface Place {
  /** What the user chose. */
  readonly folder: string;
  readonly stage: string;
  readonly gaveWay: string;
}

/** A folder with the stage inside it, as an export has them, under a name as users have them. */
export async function packagePlace(): Promise<Place> {
  const root = await mkdtemp(path.join(tmpdir(), '成品 放置-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = path.join(root, '成品');
  const work = path.join(folder, '.chengce-1');
  await mkdir(work, { recursive: true });
  return { folder, stage: path.join(work, 'package'), gaveWay: path.join(work, 'earlier') };
}

/** What tells a manifest of ours, for these files. */
export function manifestOf(files: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    format: 1,
    final: true,
    call: { id: 'zj-agri-2031', revision: 3 },
    files: Object.entries(files).map(([name, content]) => ({
      name,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  });
}

/** Writes files and their manifest into the stage. */
export async function staged(place: Place, files: Readonly<Record<string, string>>): Promise<void> {
  await rm(place.stage, { recursive: true, force: true });
  await mkdir(place.stage);
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(place.stage, name), content);
  await writeFile(path.join(place.stage, 'manifest.json'), manifestOf(files));
}

/** Stages and places a package, and removes what gave way, as an export does. */
export async function placed(
  place: Place,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  await staged(place, files);
  const kept = await placePackage(place, STAMP);
  await rm(place.gaveWay, { recursive: true });
  return kept;
}

/** Every file of the folder and what is in it; folders as null; the stage left out. */
export async function contentOf(folder: string): Promise<Record<string, string | null>> {
  const content: Record<string, string | null> = {};
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (!entry.name.startsWith('.chengce-'))
      content[entry.name] = entry.isFile() ? await readFile(path.join(folder, entry.name), 'utf8') : null;
  return content;
}
