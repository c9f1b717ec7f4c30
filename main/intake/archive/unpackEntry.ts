import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { ARCHIVE_PROBLEMS } from './archiveProblems.ts';
import type { UnpackLimits } from './unpackOperation.ts';

const MB = 2 ** 20;

/** Counts what all entries of an archive unpack to. */
export type UnpackBudget = {
  /** Takes another piece of an entry that has come to `entryBytes`; says why it may not go on. */
  readonly take: (pieceBytes: number, entryBytes: number) => Overrun | null;
  /** Bytes so far. */
  readonly spent: () => number;
};

type Overrun = {
  readonly problem: FileProblem /** For the whole archive, not this entry alone. */;
  readonly ends: boolean;
};
export type EntryOutcome = { readonly ok: true } | ({ readonly ok: false } & Overrun);

/** @param packedBytes size of the archive @param onBytes hears the sum after every piece */
export function createUnpackBudget(
  limits: UnpackLimits,
  packedBytes: number,
  onBytes: (bytes: number) => void,
): UnpackBudget {
  let total = 0;
  return {
    spent: () => total,
    take: (pieceBytes, entryBytes) => {
      total += pieceBytes;
      onBytes(total);
      // Against the archive's own size: entries that share their packed bytes cannot cheat it.
      if (total > limits.ratioFromBytes && total > packedBytes * limits.ratio)
        return { problem: ARCHIVE_PROBLEMS.bomb(), ends: true };
      if (total > limits.totalBytes) return { problem: ARCHIVE_PROBLEMS.tooLarge(), ends: true };
      if (entryBytes > limits.entryBytes)
        return { problem: ARCHIVE_PROBLEMS.entryTooLarge(Math.round(limits.entryBytes / MB)), ends: false };
      return null;
    },
  };
}

/** Unpacks one entry to a new file; what could not be finished leaves none. */
export async function unpackEntry(
  zip: ZipFile,
  entry: Entry,
  file: string,
  budget: UnpackBudget,
): Promise<EntryOutcome> {
  const outcome = await writeEntry(zip, entry, file, budget).catch(refusalOf);
  if (!outcome.ok) await rm(file, { force: true });
  return outcome;
}

async function writeEntry(
  zip: ZipFile,
  entry: Entry,
  file: string,
  budget: UnpackBudget,
): Promise<EntryOutcome> {
  const target = await open(file, 'wx');
  let stream: Readable | null = null;
  try {
    // Unpacking begins at once: rubbish may fail before the loop below hears of it, and again after it was left.
    stream = (await zip.openReadStreamPromise(entry)).on('error', () => undefined);
    let [bytes, checksum] = [0, 0];
    for await (const chunk of stream) {
      const piece: Buffer = chunk;
      bytes += piece.length;
      const overrun = budget.take(piece.length, bytes);
      if (overrun !== null) return { ok: false, ...overrun };
      checksum = crc32(piece, checksum);
      await target.writeFile(piece);
    }
    return checksum === entry.crc32
      ? { ok: true }
      : { ok: false, problem: ARCHIVE_PROBLEMS.entryDamaged(), ends: false };
  } finally {
    stream?.destroy();
    await target.close();
  }
}

function refusalOf(error: unknown): EntryOutcome {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return { ok: false, problem: ARCHIVE_PROBLEMS.diskFull(), ends: true };
  // Whatever else the archive made of itself, only this entry is lost.
  return { ok: false, problem: ARCHIVE_PROBLEMS.entryDamaged(), ends: false };
}
