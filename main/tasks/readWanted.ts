import type { FileProblem, SniffedType } from '../../shared/entities/attachment.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';
import type { TableMapping } from '../../shared/entities/tableReading.ts';
import type { Inspection } from '../intake/inspection.ts';
import { readFiles } from '../intake/reading/readFiles.ts';
import type { FileToAdd } from './fileToAdd.ts';

/** Which of the files that come in are read for invoices and ledgers, and what follows from it. */
export interface ReadingWish {
  /** Columns of tables as the user corrected them. */
  readonly mappings: readonly TableMapping[];
  /** @param present id of the row that holds the same bytes already; null when the file is new */
  readonly isWanted: (file: FileToAdd, sniffedType: SniffedType, present: string | null) => boolean;
  /** Kind of a file that was read. */
  readonly kindOf: (file: FileToAdd, reading: FileReading) => string;
  /** Why a file is not to come in, after it was read (null when it was not); null when it is. */
  readonly refusal?: (sniffedType: SniffedType, reading: FileReading | null) => FileProblem | null;
}

/** A file of which it is known what it is, and the row that holds the same bytes already. */
export interface InspectedFile {
  readonly file: FileToAdd;
  readonly inspection: Inspection;
  readonly present: string | null;
}

/** Reads those that are wished, the same bytes once; null for the others. In the order of `files`. */
export async function readWanted(
  files: readonly InspectedFile[],
  wish: ReadingWish,
  onRead: (done: number, total: number, ref: string) => void,
  signal: AbortSignal | undefined,
): Promise<readonly (FileReading | null)[]> {
  const isWanted = files.map(({ file, inspection: { sha256, sniffedType, encrypted, pages }, present }) => {
    const isLocked = encrypted && pages === null;
    return sha256 !== '' && !isLocked && wish.isWanted(file, sniffedType, present);
  });
  const wanted = new Map<string, FileToAdd>();
  for (const [index, { file, inspection }] of files.entries())
    if (isWanted[index] === true && !wanted.has(inspection.sha256)) wanted.set(inspection.sha256, file);
  let done = 0;
  const order = [...wanted];
  const readings = await readFiles(
    order.map(([, { path }]) => ({ path })),
    {
      mappings: wish.mappings,
      signal,
      onFile: (index) => {
        done += 1;
        onRead(done, order.length, order[index]?.[1].ref ?? '');
      },
    },
  );
  const bySha = new Map(order.map(([sha256], index) => [sha256, readings[index]]));
  return files.map(({ inspection }, index) =>
    isWanted[index] === true ? (bySha.get(inspection.sha256) ?? null) : null,
  );
}
