import { rmdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Removes folders a recursive mkdir made for nothing, innermost first, as far as they are empty.
 * @param made the outermost of them, as mkdir returned it
 * @param folder the innermost, absolute
 */
export async function removeMade(made: string, folder: string): Promise<void> {
  const below = path.relative(made, folder);
  const levels =
    below === '' || below.startsWith('..') || path.isAbsolute(below) ? 0 : below.split(path.sep).length;
  let empty = path.resolve(folder);
  for (let level = 0; level <= levels; level += 1) {
    try {
      // rmdir refuses a folder that holds anything, which is what is wanted.
      await rmdir(empty);
    } catch {
      return;
    }
    empty = path.dirname(empty);
  }
}
