import { mkdir } from 'node:fs/promises';
import { moveAll } from './moveAll.ts';
import { planPlacement } from './planPlacement.ts';

/**
 * Moves a finished package from its stage into the folder the user chose, whole or not at all.
 * An earlier package there gives way only where its files are still what was exported then; one that
 * somebody has worked on since is kept beside the new one under another name. Files of the user's own
 * are never touched, unless they bear a name of the package: then they are kept the same way.
 * @param places absolute folders on one volume; what gave way lies in `gaveWay` (made here) for the caller
 *   to remove
 * @returns names under which earlier files were kept
 * @throws ExportRefused or what the file system said; the folder is then as it was
 */
export async function placePackage(
  places: { readonly stage: string; readonly gaveWay: string; readonly folder: string },
  stamp: string,
): Promise<readonly string[]> {
  await mkdir(places.folder, { recursive: true });
  await mkdir(places.gaveWay, { recursive: true });
  const { moves, kept } = await planPlacement(places, stamp);
  await moveAll(moves);
  return kept;
}
