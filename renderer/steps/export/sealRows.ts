import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';

type Seal = PackageManifest['seals'][number];
export type SealRow = {
  readonly key: string;
  readonly seal: string;
  readonly where: string;
  readonly pages: string;
};

/** More files of one kind than this are told in one line. */
const MOST_FILES = 8;

/** One line a place; many files of one kind that bear the same seal are one line. */
export function sealRows(seals: readonly Seal[]): SealRow[] {
  const groups = new Map<string, Seal[]>();
  for (const [index, seal] of seals.entries()) {
    const key = seal.kind === null ? `place ${index}` : `${seal.kind} ${seal.seal}`;
    groups.set(key, [...(groups.get(key) ?? []), seal]);
  }
  return [...groups].flatMap(([key, group]): SealRow[] => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    if (group.length <= MOST_FILES)
      return group.map((seal, index) => ({
        key: `${key} ${index}`,
        seal: seal.seal,
        where: seal.where,
        pages: pagesWords(seal.page, seal.lastPage),
      }));
    const [kind = first.where] = first.where.split('：');
    const pages = pagesWords(first.page, last.lastPage);
    return [{ key, seal: first.seal, where: `${kind}：共 ${group.length} 份，每份每页`, pages }];
  });
}

function pagesWords(first: number | null, last: number | null): string {
  if (first === null) return '—';
  return last === null || last <= first ? `第 ${first} 页` : `第 ${first}–${last} 页，每页`;
}
