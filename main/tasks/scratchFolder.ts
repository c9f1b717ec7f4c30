import { rm } from 'node:fs/promises';
import os from 'node:os';
import { makeWorkFolder, REMOVAL, sweepAbandoned } from '../bundle/export/workFolder.ts';

/** A temporary folder of one piece of work. */
export type ScratchFolder = {
  /** Absolute path; made at the first call, when what killed work left under the same prefix is cleared away too. */
  readonly path: () => Promise<string>;
  /** Takes it away with all that is in it; to be called whatever became of the work. */
  readonly remove: () => Promise<void>;
};

/** @param prefix of the folder's name, by which an abandoned one is known for what it is */
export function scratchFolder(prefix: string): ScratchFolder {
  let made: Promise<string> | null = null;
  const make = async (): Promise<string> => {
    await sweepAbandoned(os.tmpdir(), prefix).catch(() => undefined);
    return makeWorkFolder(os.tmpdir(), prefix);
  };
  return {
    path: () => {
      made ??= make();
      return made;
    },
    remove: async () => {
      if (made !== null) await rm(await made, REMOVAL).catch(() => undefined);
    },
  };
}
