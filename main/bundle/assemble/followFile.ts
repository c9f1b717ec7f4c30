import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** Reckons the SHA-256 of a file while it is still being written. */
export type FileFollower = {
  /** Bytes up to `offset` are in the file and will not change any more. */
  readonly advance: (offset: number) => void;
  /** The hash (hexadecimal) of the bytes up to `offset`. */
  readonly digest: (offset: number) => Promise<string>;
  readonly stop: () => void;
};

/**
 * The text of the following thread: plain JavaScript, since a build would have to ship one
 * more entry file otherwise. It reads what was written from the file cache, so hashing
 * costs the writer no time; it syncs on the way, so the last sync finds little left to do.
 */
const FOLLOWER = `
const { parentPort, workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { closeSync, fdatasyncSync, openSync, readSync } = require('node:fs');
const fd = openSync(workerData.path, 'r+');
const hash = createHash('sha256');
const buffer = Buffer.allocUnsafe(1 << 20);
let done = 0;
let synced = 0;
parentPort.on('message', ({ offset, answer }) => {
  try {
    while (done < offset) {
      const read = readSync(fd, buffer, 0, Math.min(buffer.length, offset - done), done);
      if (read === 0) throw new Error('the file is shorter than it should be');
      hash.update(buffer.subarray(0, read));
      done += read;
    }
    if (done - synced > workerData.syncBytes) {
      fdatasyncSync(fd);
      synced = done;
    }
    if (answer) parentPort.postMessage({ sha256: hash.copy().digest('hex') });
  } catch (error) {
    parentPort.postMessage({ error: String(error) });
  }
});
`;

const Answer = z.union([z.object({ sha256: z.string() }), z.object({ error: z.string() })]);
const SYNC_BYTES = 64 << 20;

/** Starts following a file that exists and is only ever appended to up to the offsets announced. */
export function followFile(path: string): FileFollower {
  const worker = new Worker(FOLLOWER, {
    eval: true,
    execArgv: [],
    workerData: { path, syncBytes: SYNC_BYTES },
  });
  let failure: Error | undefined;
  let settle: ((result: string | Error) => void) | undefined;
  const end = (result: string | Error): void => {
    if (result instanceof Error) failure = result;
    settle?.(result);
    settle = undefined;
  };
  worker.on('message', (message) => {
    const answer = Answer.parse(message);
    end('error' in answer ? new Error(answer.error) : answer.sha256);
  });
  worker.on('error', end);
  return {
    advance: (offset) => worker.postMessage({ offset, answer: false }),
    digest: (offset) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        settle = (result) => (result instanceof Error ? reject(result) : resolve(result));
        worker.postMessage({ offset, answer: true });
      }),
    stop: () => void worker.terminate(),
  };
}
