/** The numbers of all anchors that prepared sections and dividers carry, wherever they are inside. */
export function placedAnchors(prepared: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (Array.isArray(prepared)) for (const item of prepared) placedAnchors(item, found);
  else if (typeof prepared === 'object' && prepared !== null) {
    for (const [key, value] of Object.entries(prepared)) {
      if (key === 'anchor' && typeof value === 'number') found.add(value);
      else if (typeof value === 'object') placedAnchors(value, found);
    }
  }
  return found;
}
