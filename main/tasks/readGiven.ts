import type { FileProblem, SniffedType } from '../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../shared/entities/fileReading.ts';
import { readFiles } from '../intake/reading/readFiles.ts';
import { sniffFile } from '../intake/sniffFile.ts';
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
    // All in one go: what archives may unpack to, and how many files come, is limited for all of them together.
    const { files, refused } = await gatherFiles(given.map(toPath), {
      names: given,
      signal,
      unpackTo: scratch.path,
    });
    let done = 0;
    const readings = await readFiles(files, {
      signal,
      onFile: () => {
        done += 1;
        onProgress(done, files.length);
      },
    });
    const told = await Promise.all(
      files.map(async ({ path, ref, from }, index) => ({
        from,
        file: ref,
        reading: await withType(readings[index] ?? NOTHING_READ, path),
      })),
    );
    const found = [
      ...told,
      ...refused.map(({ name, from, problems }) => ({
        from,
        file: name,
        reading: { ...NOTHING_READ, problems: [...problems] },
      })),
    ];
    // In the order of the caller's names.
    return found.sort((a, b) => a.from - b.from).map(({ file, reading }) => ({ file, reading }));
  } finally {
    await scratch.remove();
  }
}

const UNREADABLE: ReadonlySet<SniffedType> = new Set(['docx', 'zip', 'unknown']);
const NO_READER: FileProblem = {
  code: 'file-type-unsupported',
  message: '这种文件不能识读；能识读的有 PDF、OFD、XML、图片和 xlsx、xls、csv 表格',
  severity: 'error',
};

/** No reader takes such a file, which is another reason than that it says nothing. */
async function withType(reading: FileReading, path: string): Promise<FileReading> {
  if (Object.values(reading).some(({ length }) => length > 0)) return reading;
  const sniffed = await sniffFile(path).catch(() => null);
  return sniffed !== null && UNREADABLE.has(sniffed.sniffedType)
    ? { ...NOTHING_READ, problems: [NO_READER] }
    : reading;
}
