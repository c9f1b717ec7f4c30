import { lstat, rename } from 'node:fs/promises';
import path from 'node:path';
import { ExportRefused } from './exportRefused.ts';

export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * Renames files one after another on one volume, never over a file that is there. When one cannot be
 * renamed, all that were are put back.
 * @throws what the file system said; ExportRefused when a name was taken meanwhile, or when files could
 *   not be put back, naming the folder they are in
 */
export async function moveAll(moves: readonly Move[]): Promise<void> {
  const done: Move[] = [];
  try {
    for (const move of moves) {
      if (await isThere(move.to))
        throw new ExportRefused(
          'target-appeared',
          `导出期间文件夹中出现了“${path.basename(move.to)}”，成品没有写出，已有的文件没有改动。请再导出一次。`,
        );
      await rename(move.from, move.to);
      done.push(move);
    }
  } catch (error) {
    const stuck = await putBack(done);
    if (stuck.length === 0) throw error;
    const places = new Set(stuck.map(({ to }) => path.dirname(to)));
    throw new ExportRefused(
      'package-not-restored',
      `成品没有写完，也没能恢复原样（磁盘出错，或文件正在别的程序中打开）。没能放回原处的文件在：${[...places].join('、')}`,
    );
  }
}

/** @returns the moves that could not be undone */
async function putBack(done: readonly Move[]): Promise<Move[]> {
  const stuck: Move[] = [];
  for (const move of done.toReversed())
    try {
      await rename(move.to, move.from);
    } catch {
      stuck.push(move);
    }
  return stuck;
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
