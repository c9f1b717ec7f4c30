import { mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { freeName } from './freeName.ts';
import { MANIFEST_NAME } from './manifestName.ts';

const PREFIX = '.chengce-';
const OWNER = 'owner.json';
const Owner = z.object({ pid: z.number().int().min(1), host: z.string() });
/** Where files of an earlier package lie until the new one stands. */
export const EARLIER = 'earlier';
/** A virus scanner may hold a new file for a moment. */
export const REMOVAL = { recursive: true, force: true, maxRetries: 5 } as const;

/**
 * A folder for an export's unfinished files that tells whose it is; hidden inside the target unless another
 * prefix is given, so that renaming stays on one volume.
 */
export async function makeWorkFolder(folder: string, prefix: string = PREFIX): Promise<string> {
  const work = await mkdtemp(path.join(folder, prefix));
  await writeFile(path.join(work, OWNER), JSON.stringify({ pid: process.pid, host: hostname() }));
  return work;
}

/** Removes what the work left, but never the earlier files of a placement that could not be undone. */
export async function removeWorkFolder(work: string): Promise<void> {
  for (const name of await readdir(work).catch(() => []))
    if (name !== EARLIER) await rm(path.join(work, name), REMOVAL).catch(() => undefined);
  await rmdir(path.join(work, EARLIER)).catch(() => undefined);
  await rmdir(work).catch(() => undefined);
}

/**
 * Clears away what killed exports left in the target: people hand over the whole folder. Work of a process
 * that still runs, or of another computer, is left alone. Files of an earlier package that such an export
 * had already moved aside come back under a name that says what they are; nothing of them is lost.
 * @returns names under which such files came back
 */
export async function clearAbandonedWork(folder: string, stamp: string): Promise<string[]> {
  const back: string[] = [];
  for (const name of await readdir(folder)) {
    const work = path.join(folder, name);
    if (!name.startsWith(PREFIX) || !(await isAbandoned(work))) continue;
    for (const kept of await readdir(path.join(work, EARLIER)).catch(() => [])) {
      // A manifest without its package would vouch for files that are not there.
      if (kept === MANIFEST_NAME) continue;
      const target = await freeName(folder, kept, stamp);
      await rename(path.join(work, EARLIER, kept), path.join(folder, target));
      back.push(target);
    }
    await rm(work, REMOVAL).catch(() => undefined);
  }
  return back;
}

/** Removes folders that killed exports left under a prefix of their own; nothing in them is anybody's work. */
export async function sweepAbandoned(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(prefix) && (await isAbandoned(path.join(folder, name))))
      await rm(path.join(folder, name), REMOVAL).catch(() => undefined);
}

async function isAbandoned(work: string): Promise<boolean> {
  try {
    const owner = Owner.parse(JSON.parse(await readFile(path.join(work, OWNER), 'utf8')));
    return owner.host === hostname() && !isRunning(owner.pid);
  } catch {
    // No folder of ours, or one of which nothing is known: not ours to remove.
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
