import { PAGE_BYTES } from '../format.ts';
import type { Pages } from './openPages.ts';
import { childrenOf, PageType, typeOf } from './readCells.ts';

const ENTRIES_PER_MAP = Math.floor(PAGE_BYTES / 5);
const ROOT = 1;
const FREE = 2;
const BELOW = 5;

type MapEntry = { readonly type: number; readonly parent: number };

/** A draft has auto_vacuum, so pointer-map pages tell each page's kind and parent (file format, 1.8). */
function mapReader(pages: Pages): (page: number) => MapEntry {
  const cached = new Map<number, Buffer>();
  return (page) => {
    const mapPage = Math.floor((page - 2) / (ENTRIES_PER_MAP + 1)) * (ENTRIES_PER_MAP + 1) + 2;
    if (page < 3 || page === mapPage) return { type: 0, parent: 0 };
    const bytes = cached.get(mapPage) ?? pages.read(mapPage);
    cached.set(mapPage, bytes);
    const offset = 5 * (page - mapPage - 1);
    return { type: bytes.readUInt8(offset), parent: bytes.readUInt32BE(offset + 1) };
  };
}

function isTree(type: number): boolean {
  return Object.values(PageType).some((known) => known === type);
}

/** What is reachable from the roots by going down, as SQLite itself would find it; also past a cut-off end. */
function topDown(pages: Pages, roots: Iterable<number>): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (const root of roots) {
    const waiting = [root];
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      if (page < 1 || owners.has(page)) continue;
      owners.set(page, root);
      if (page <= pages.count) waiting.push(...childrenOf(page, pages.read(page)));
    }
  }
  return owners;
}

/**
 * Finds for every b-tree page the root it belongs to: by the pointer map, which is there even when the
 * pages between are destroyed, else by going down from the roots. `lost` are pages known to belong to a
 * root (and to no free list) whose bytes are no b-tree page any more.
 */
export function pageOwners(
  pages: Pages,
  roots: ReadonlySet<number>,
): {
  readonly owners: ReadonlyMap<number, number>;
  readonly lost: ReadonlyMap<number, number>;
  readonly nameless: number;
} {
  const entryOf = mapReader(pages);
  const down = topDown(pages, roots);
  const climb = (start: number): number | null => {
    let page = start;
    for (let depth = 0; depth < 30; depth += 1) {
      if (roots.has(page)) return page;
      const entry = entryOf(page);
      if (entry.type !== BELOW) return null;
      page = entry.parent;
    }
    return null;
  };
  const owners = new Map<number, number>();
  const lost = new Map<number, number>();
  let nameless = 0;
  for (let page = 1; page <= pages.count; page += 1) {
    const kind = entryOf(page).type;
    if (kind === FREE) continue;
    const root =
      climb(page) ?? (kind === BELOW || kind === ROOT || kind === 0 ? down.get(page) : undefined) ?? null;
    const tree = isTree(typeOf(page, pages.read(page)));
    if (root !== null) (tree ? owners : lost).set(page, root);
    else if (kind === BELOW) nameless += 1;
  }
  for (const [page, root] of down) {
    if (page > pages.count) lost.set(page, root);
  }
  return { owners, lost, nameless };
}
