import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type StoreProblem, storeProblem } from '../storeProblem.ts';
import { CHUNK_BYTES } from './chunkBytes.ts';

/** What a source of bytes cannot be read for. */
export class SourceError extends Error {
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

// Opening a pipe waits for a writer without it; Windows has no such pipes and not the flag.
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function problemOf(found: Stats, largestBytes: number): StoreProblem | null {
  if (!found.isFile()) return storeProblem('source-not-a-file', `mode ${found.mode.toString(8)}`);
  if (found.size > largestBytes) return storeProblem('source-too-large', `${found.size} bytes`);
  return null;
}

function unreadable(error: unknown): StoreProblem {
  return storeProblem('source-unreadable', error instanceof Error ? error.message : String(error));
}

/** Why the file at this path is not even opened (a pipe would hang, a device never ends); null when it may be. */
export async function refuseSource(path: string, largestBytes: number): Promise<StoreProblem | null> {
  try {
    return problemOf(await stat(path), largestBytes);
  } catch (error) {
    return unreadable(error);
  }
}

async function* readFile(path: string, largestBytes: number): AsyncGenerator<Uint8Array, void, void> {
  const file = await open(path, WITHOUT_WAITING);
  try {
    // Asked again of what is open: another file may have come to this path meanwhile.
    const problem = problemOf(await file.stat(), largestBytes);
    if (problem !== null) throw new SourceError(problem);
    const stream = file.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false });
    yield* stream as AsyncIterable<Uint8Array>;
  } finally {
    await file.close();
  }
}

/** The bytes of a file (absolute path) or stream; whatever goes wrong with reading is a SourceError. */
export async function* readSource(
  source: string | AsyncIterable<Uint8Array>,
  largestBytes: number,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* typeof source === 'string' ? readFile(source, largestBytes) : source;
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(unreadable(error));
  }
}
