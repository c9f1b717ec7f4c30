/**
 * A location written in a part of an OFD as a path from the root: `/Doc_0/Res/a.png` is absolute, all else counts from
 * the folder of the part. Null when it leads out of the package.
 * @param folder without slashes at its ends; empty is the root
 */
export function resolveLoc(folder: string, loc: string): string | null {
  const written = loc.trim().replace(/\\/g, '/');
  if (written === '') return null;
  const steps = written.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of written.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

/** The folder of a path from the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
