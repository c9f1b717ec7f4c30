const open = new Map<string, number>();

/**
 * Files this process holds open through SQLite, by `dev:ino`. On POSIX, closing any other descriptor of
 * such a file silently drops SQLite's locks on it, so nothing here may open one through node:fs.
 */
export function isOpenHere(identity: string): boolean {
  return open.has(identity);
}

/** Notes that a file is open; returns the function that takes the note back. */
export function noteOpen(identity: string): () => void {
  open.set(identity, (open.get(identity) ?? 0) + 1);
  let noted = true;
  return () => {
    if (!noted) return;
    noted = false;
    const left = (open.get(identity) ?? 1) - 1;
    if (left === 0) open.delete(identity);
    else open.set(identity, left);
  };
}
