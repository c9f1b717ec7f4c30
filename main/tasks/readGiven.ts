import path from 'node:path';
import type { FileProblem } from '../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../shared/entities/fileReading.ts';
import { readFiles } from '../intake/reading/readFiles.ts';
import { gatherFiles } from './gatherFiles.ts';
import { scratchFolder } from './scratchFolder.ts';

export interface GivenFile {
  /** As the caller named it; what lies in a folder or an archive is named below it. */
  readonly file: string;
  readonly reading: FileReading;
}

export interface ReadGivenOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Reads files, folders and archives without a draft. What is no file is among the results with the reason.
 * @param given as the caller named them @param toPath makes an absolute path of a name
 */
export async function readGiven(
  given: readonly string[],
  toPath: (name: string) => string,
  { signal, onProgress }: ReadGivenOptions,
): Promise<readonly GivenFile[]> {
  const scratch = scratchFolder('chengce-unpacked-');
  try {
    const found: {
      readonly file: string;
      readonly path: string | null;
      readonly problems: readonly FileProblem[];
    }[] = [];
    for (const name of given) {
      const root = toPath(name);
      const named = (ref: string): string => `${name}${ref.slice(path.basename(root).length)}`;
      const { files, refused } = await gatherFiles([root], { signal, unpackTo: scratch.path });
      for (const one of files) found.push({ file: named(one.ref), path: one.path, problems: [] });
      for (const one of refused) found.push({ file: named(one.name), path: null, problems: one.problems });
    }
    const readable = found.flatMap(({ path: source }) => (source === null ? [] : [{ path: source }]));
    let done = 0;
    const readings = await readFiles(readable, {
      signal,
      onFile: () => {
        done += 1;
        onProgress(done, readable.length);
      },
    });
    const next = readings.values();
    return found.map(({ file, path: source, problems }) => {
      const reading = source === null ? undefined : next.next().value;
      return { file, reading: reading ?? { ...NOTHING_READ, problems: [...problems] } };
    });
  } finally {
    await scratch.remove();
  }
}
