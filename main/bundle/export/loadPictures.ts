import type { PictureAsset } from '../../../shared/documents/bundleDocument.ts';
import { createProcessPool } from '../../process/createProcessPool.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import { pictureOperation } from './pictureOperation.ts';

export interface LoadedPictures {
  readonly assets: ReadonlyMap<string, PictureAsset>;
  /** Pictures that cannot be shown, in words, by SHA-256; the writers print a named box in their place. */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Decodes the pictures of the text in killable child processes.
 * @param wanted SHA-256 of each picture
 * @param files path of the bytes of each, by SHA-256
 */
export async function loadPictures(
  wanted: readonly string[],
  files: ReadonlyMap<string, string>,
  signal?: AbortSignal,
): Promise<LoadedPictures> {
  if (wanted.length === 0) return { assets: new Map(), problems: new Map() };
  const pool = createProcessPool({ entry: resolveEntry(import.meta.url, './pictureChild') });
  try {
    const assets = new Map<string, PictureAsset>();
    const problems = new Map<string, string>();
    await Promise.all(
      wanted.map(async (sha256) => {
        const path = files.get(sha256);
        if (path === undefined) {
          problems.set(sha256, `建设方案中有一张图片不在草稿里（${sha256.slice(0, 12)}），请重新插入`);
          return;
        }
        const outcome = await pool.run(pictureOperation, { path }, { signal });
        if (outcome.ok) assets.set(sha256, { sha256, ...outcome.value });
        else problems.set(sha256, `建设方案中有一张图片无法读取：${outcome.problem.message}，请重新插入`);
      }),
    );
    return { assets, problems };
  } finally {
    pool.close();
  }
}
