import { resolve } from 'node:path';
import type { FileProblem, SniffedType } from '../../shared/entities/attachment.ts';
import { createProcessPool, type ProcessPool } from '../process/createProcessPool.ts';
import { DEFAULT_IDLE_MS, DEFAULT_MEMORY_BYTES } from '../process/openChild.ts';
import { resolveEntry } from '../process/resolveEntry.ts';
import { FILE_PROBLEMS } from './fileProblems.ts';
import { type Inspection, NO_FACTS } from './inspection.ts';
import { inspectOperation } from './inspectOperation.ts';

export type InspectOptions = {
  /** Draws every page small to find blank and coloured ones; true unless given. */
  readonly render?: boolean;
  /** A file that makes no progress for so long is given up, in ms. */
  readonly idleMs?: number;
  /** Longest time for one file in all, in ms. */
  readonly totalMs?: number;
  /** Resident memory one file may need, in bytes. */
  readonly memoryBytes?: number;
  readonly signal?: AbortSignal;
  readonly onFile?: (inspection: Inspection) => void;
};

const TOTAL_MS = 10 * 60_000;

/** Looks into one file by content; every failure is an inspection that is not `ok`, never an exception. */
export async function inspectFile(path: string, options: InspectOptions = {}): Promise<Inspection> {
  const [inspection] = await inspectFiles([path], options);
  if (inspection === undefined) throw new Error('no inspection came back');
  return inspection;
}

/**
 * Looks into many files, each in a killable child process; one that crashes, hangs or eats
 * memory costs only itself. The result has the order of `paths`.
 */
export async function inspectFiles(
  paths: readonly string[],
  options: InspectOptions = {},
): Promise<Inspection[]> {
  if (paths.length === 0) return [];
  const memoryBytes = options.memoryBytes ?? DEFAULT_MEMORY_BYTES;
  const entry = resolveEntry(import.meta.url, './inspectChild');
  const pool = createProcessPool({ entry, memoryBytes, ...(paths.length === 1 ? { size: 1 } : {}) });
  try {
    return await Promise.all(
      paths.map(async (path) => {
        const inspection = await inspectInPool(pool, resolve(path), options);
        options.onFile?.(inspection);
        return inspection;
      }),
    );
  } finally {
    pool.close();
  }
}

async function inspectInPool(pool: ProcessPool, path: string, options: InspectOptions): Promise<Inspection> {
  let known: { sniffedType: SniffedType; sha256: string; bytes: number } = {
    sniffedType: 'unknown',
    sha256: '',
    bytes: 0,
  };
  const outcome = await pool.run(
    inspectOperation,
    { path, render: options.render ?? true },
    {
      idleMs: options.idleMs ?? DEFAULT_IDLE_MS,
      totalMs: options.totalMs ?? TOTAL_MS,
      signal: options.signal,
      onProgress: ({ page: _page, ...facts }) => {
        known = facts;
      },
    },
  );
  if (outcome.ok) return outcome.value;
  const { code, message } = outcome.problem;
  const problem: FileProblem =
    code === 'process-crashed' || code === 'process-failed'
      ? FILE_PROBLEMS.damaged('内容无法解析')
      : { code, message, severity: 'error' };
  return { ...NO_FACTS, ...known, path, ok: false, problems: [problem] };
}
