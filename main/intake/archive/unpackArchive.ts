import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { openChild } from '../../process/openChild.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import { ARCHIVE_PROBLEMS } from './archiveProblems.ts';
import { type UnpackLimits, unpackOperation } from './unpackOperation.ts';

const MB = 2 ** 20;
/** Far above what a company hands in, far below what fills a disk. */
export const UNPACK_LIMITS: UnpackLimits = {
  entries: 5000,
  entryBytes: 1024 * MB,
  totalBytes: 4096 * MB,
  ratio: 200,
  ratioFromBytes: 64 * MB,
};
const IDLE_MS = 20_000;
const TOTAL_MS = 10 * 60_000;

export type UnpackedFile = {
  /** Absolute path of the unpacked file. */
  readonly path: string;
  /** Its way inside the archive, made safe, with `/`. */
  readonly ref: string;
};

export type UnpackOutcome =
  /** A document that happens to be a ZIP (OFD, xlsx, docx), or no ZIP at all. */
  | { readonly isArchive: false }
  | {
      readonly isArchive: true;
      readonly files: readonly UnpackedFile[];
      /** What they take on the disk. */
      readonly bytes: number;
      /** `ref` empty: the archive itself. */
      readonly refused: readonly { readonly ref: string; readonly problem: FileProblem }[];
    };

export type UnpackOptions = {
  readonly limits?: Partial<UnpackLimits>;
  readonly idleMs?: number;
  /** Says whether it is an archive, and unpacks nothing. */
  readonly onlyLook?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Unpacked bytes so far. */
  readonly onBytes?: (bytes: number) => void;
};

/**
 * Unpacks a ZIP in a killable child process.
 * @param archive absolute path
 * @param into absolute path of a folder of our own; a new folder inside it takes the files
 */
export async function unpackArchive(
  archive: string,
  into: string,
  { limits = {}, idleMs = IDLE_MS, onlyLook = false, signal, onBytes }: UnpackOptions = {},
): Promise<UnpackOutcome> {
  const folder = await mkdtemp(path.join(into, 'archive-'));
  const child = await openChild({ entry: resolveEntry(import.meta.url, './unpackChild') });
  try {
    const outcome = await child.call(
      unpackOperation,
      { path: archive, into: folder, limits: { ...UNPACK_LIMITS, ...limits }, onlyLook },
      { idleMs, totalMs: TOTAL_MS, signal, onProgress: ({ bytes }) => onBytes?.(bytes) },
    );
    if (!outcome.ok) {
      // What was unpacked of it is of no use, and counts for nothing once it is gone.
      await rm(folder, { recursive: true, force: true });
      const problem = ARCHIVE_PROBLEMS.failed(outcome.problem.message);
      return { isArchive: true, files: [], bytes: 0, refused: [{ ref: '', problem }] };
    }
    const { isArchive, files, bytes, refused } = outcome.value;
    if (!isArchive) return { isArchive };
    return {
      isArchive,
      files: files.map(({ file, ref }) => ({ path: path.join(folder, file), ref })),
      bytes,
      refused,
    };
  } finally {
    child.close();
  }
}
