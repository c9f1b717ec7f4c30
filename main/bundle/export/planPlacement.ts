import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileSha256 } from '../fileSha256.ts';
import { earlierPackage } from './earlierPackage.ts';
import { ExportRefused } from './exportRefused.ts';
import { freeName } from './freeName.ts';
import { MANIFEST_NAME } from './manifestName.ts';
import type { Move } from './moveAll.ts';

export interface Placement {
  /** In this order; at no point between two of them does the folder hold a manifest without its whole package. */
  readonly moves: readonly Move[];
  /** Names earlier files will be kept under. */
  readonly kept: readonly string[];
}

/**
 * Looks at everything in the way of a finished package and plans how it gives way; nothing is changed.
 * @param places absolute folders on one volume: `stage` holds the package, `gaveWay` takes earlier files
 *   nobody has worked on since they were exported
 * @throws ExportRefused when one of the package's names is taken by a folder
 */
export async function planPlacement(
  places: { readonly stage: string; readonly gaveWay: string; readonly folder: string },
  stamp: string,
): Promise<Placement> {
  const { stage, gaveWay, folder } = places;
  const names = [...(await readdir(stage)).filter((name) => name !== MANIFEST_NAME), MANIFEST_NAME];
  const earlier = await earlierPackage(folder);
  const ours = new Set(earlier?.values());

  // The manifest goes first and comes last: without it nobody takes what lies there for a package.
  const leaving: Move[] = [];
  const kept: string[] = [];
  for (const [name, stats] of await inTheWay(folder, names.toReversed(), earlier)) {
    const file = path.join(folder, name);
    const untouched =
      name === MANIFEST_NAME ? earlier !== null : stats.isFile() && ours.has(await fileSha256(file));
    if (untouched) leaving.push({ from: file, to: path.join(gaveWay, name) });
    else {
      const aside = await freeName(folder, name, stamp);
      leaving.push({ from: file, to: path.join(folder, aside) });
      kept.push(aside);
    }
  }
  const arriving = names.map((name) => ({ from: path.join(stage, name), to: path.join(folder, name) }));
  return { moves: [...leaving, ...arriving], kept };
}

/**
 * Files under the names of the package, and those of the earlier one. Each file once: where a system
 * does not tell A from a, both names may find it.
 */
async function inTheWay(
  folder: string,
  names: readonly string[],
  earlier: ReadonlyMap<string, string> | null,
): Promise<ReadonlyMap<string, BigIntStats>> {
  const found = new Map<string, BigIntStats>();
  for (const name of names) {
    const stats = await look(folder, name);
    // A link is of the user's own making and gives way like a file; a folder does not.
    if (stats !== null && !stats.isFile() && !stats.isSymbolicLink()) throw notAFile(name);
    if (stats !== null) found.set(name, stats);
  }
  const seen = new Set([...found.values()].map(({ dev, ino }) => `${dev} ${ino}`));
  for (const name of earlier?.keys() ?? []) {
    // What a manifest names and cannot be looked at is not ours to move.
    const stats = found.has(name) ? null : await look(folder, name).catch(() => null);
    if (stats?.isFile() === true && !seen.has(`${stats.dev} ${stats.ino}`)) found.set(name, stats);
  }
  return found;
}

async function look(folder: string, name: string): Promise<BigIntStats | null> {
  return lstat(path.join(folder, name), { bigint: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
}

function notAFile(name: string): ExportRefused {
  return new ExportRefused(
    'target-not-a-file',
    `导出位置已有名为“${name}”的文件夹或特殊文件，成品没有写出，已有的文件没有改动。请把它移走或改名，或换一个位置再导出。`,
  );
}
