import type { Finding } from '../../shared/calls/finding.ts';
import { isOpen } from '../../shared/calls/isOpen.ts';

const NONE: readonly Finding[] = [];
const indexes = new WeakMap<readonly Finding[], ReadonlyMap<string, readonly Finding[]>>();

/**
 * Open findings at a place or below it, in the report's order. The report is gone through once, whoever asks and
 * however often: forty fields do not each look at the findings of ten thousand invoices.
 */
export function findingsByPlace(findings: readonly Finding[], at: string): readonly Finding[] {
  let index = indexes.get(findings);
  if (index === undefined) {
    index = indexOf(findings);
    indexes.set(findings, index);
  }
  return index.get(at) ?? NONE;
}

function indexOf(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const index = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!isOpen(finding)) continue;
    for (const place of placesAround(finding.at)) {
      const held = index.get(place);
      if (held === undefined) index.set(place, [finding]);
      else held.push(finding);
    }
  }
  return index;
}

/** A path and all that hold it: `invoices[a].buyer`, `invoices[a]`, `invoices`. */
function placesAround(at: string): readonly string[] {
  const places = [at];
  for (let end = at.length - 1; end > 0; end -= 1) {
    const letter = at[end];
    if (letter === '.' || letter === '[') places.push(at.slice(0, end));
  }
  return places;
}
