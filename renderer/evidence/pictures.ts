/** Pictures of pages fetched ahead or in use, newest last: held so that the window need not fetch them again. */
const held = new Map<string, HTMLImageElement>();
const ratios = new Map<string, number>();
const listeners = new Map<string, Set<() => void>>();

/** A page at 1600 pixels is some 8 MB once it is drawn. */
const MOST_HELD = 12;

/** Fetches a picture that will soon be looked at, so that it is there at once. */
export function fetchAhead(address: string): void {
  const known = held.get(address);
  if (known !== undefined) {
    held.delete(address);
    held.set(address, known);
    return;
  }
  const picture = new Image();
  picture.decoding = 'async';
  picture.onload = () => {
    ratios.set(address, picture.naturalHeight / Math.max(1, picture.naturalWidth));
    for (const told of listeners.get(address) ?? []) told();
  };
  picture.src = address;
  held.set(address, picture);
  for (const old of [...held.keys()].slice(0, -MOST_HELD)) held.delete(old);
}

/** Height over width of a picture that was fetched; null while it is not there. */
export function pictureRatio(address: string): number | null {
  return ratios.get(address) ?? null;
}

/** Fetches a picture and tells when it is there; returns what ends the listening. */
export function whenFetched(address: string, told: () => void): () => void {
  const all = listeners.get(address) ?? new Set();
  listeners.set(address, all);
  all.add(told);
  fetchAhead(address);
  return () => {
    all.delete(told);
    if (all.size === 0) listeners.delete(address);
  };
}
