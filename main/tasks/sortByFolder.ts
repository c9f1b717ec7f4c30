import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Call } from '../../shared/calls/schema/call.ts';
import { kindsByName } from './kindsByName.ts';

export interface SortedFile {
  /** Absolute. */
  readonly path: string;
  /** Path below the folder with forward slashes, as an answers file names it. */
  readonly ref: string;
  readonly kind: string;
}
export interface UnsortedFile {
  readonly ref: string;
  readonly message: string;
}

/** What file managers leave in folders; nobody means to hand these in. */
export const LITTER = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i;

/**
 * Every file below `folder`, sorted into attachment kinds by its first folder: a kind's id, its label, or
 * one of its folder names. Files that lie elsewhere are named, never dropped silently. In order of name,
 * numbers counted as numbers (2 before 10).
 * @throws when the folder cannot be read
 */
export async function sortByFolder(
  call: Call,
  folder: string,
): Promise<{ readonly sorted: readonly SortedFile[]; readonly unsorted: readonly UnsortedFile[] }> {
  const kindOf = kindsByName(call);
  const sorted: SortedFile[] = [];
  const unsorted: UnsortedFile[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const refs = entries
    .filter((entry) => !entry.isDirectory() && !LITTER.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(new Intl.Collator('zh-Hans-CN', { numeric: true }).compare);
  for (const ref of refs) {
    const [first = '', ...rest] = ref.split('/');
    const kind = rest.length === 0 ? null : kindOf(first);
    if (kind !== null) sorted.push({ path: path.join(folder, ...ref.split('/')), ref, kind });
    else
      unsorted.push({
        ref,
        message:
          rest.length === 0
            ? `“${ref}”不在任何附件类别的文件夹里，没有添加`
            : `文件夹“${first}”不对应任何附件类别，其中的“${ref}”没有添加`,
      });
  }
  return { sorted, unsorted };
}
