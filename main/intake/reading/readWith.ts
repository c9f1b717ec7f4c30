import { resolve } from 'node:path';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import type { TableMapping } from '../../../shared/entities/tableReading.ts';
import type { ProcessPool } from '../../process/createProcessPool.ts';
import { DEFAULT_IDLE_MS } from '../../process/openChild.ts';
import type { ProcessProblem } from '../../process/outcome.ts';
import { readOperation } from './readOperation.ts';

export type ReadOptions = {
  /** Columns of tables as the user corrected them; a sheet whose heads have the signature is read by it. */
  readonly mappings?: readonly TableMapping[];
  /** A file that makes no progress for so long is given up, in ms. */
  readonly idleMs?: number;
  /** Longest time for one file in all, in ms. */
  readonly totalMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** @param index of the file in `items` */
  readonly onFile?: (index: number, reading: FileReading) => void;
};

const TOTAL_MS = 5 * 60_000;

/** As `readFiles`, in processes that are there already. */
export function readWith(
  pool: ProcessPool,
  items: readonly { readonly path: string }[],
  options: ReadOptions = {},
): Promise<FileReading[]> {
  return Promise.all(
    items.map(async ({ path }, index) => {
      const reading = await readInPool(pool, resolve(path), options);
      options.onFile?.(index, reading);
      return reading;
    }),
  );
}

async function readInPool(pool: ProcessPool, path: string, options: ReadOptions): Promise<FileReading> {
  const { mappings = [], idleMs = DEFAULT_IDLE_MS, totalMs = TOTAL_MS, signal } = options;
  const outcome = await pool.run(
    readOperation,
    { path, mappings: [...mappings] },
    { idleMs, totalMs, signal },
  );
  return outcome.ok ? outcome.value : { ...NOTHING_READ, problems: [unread(outcome.problem)] };
}

/** The file can still be looked at, bound and typed in by hand: what failed is only the reading. */
function unread({ code, message }: ProcessProblem): FileProblem {
  if (code === 'process-cancelled') return { code, message, severity: 'warning' };
  const why = code === 'process-crashed' || code === 'process-failed' ? '内容无法解析' : message;
  return {
    code: code === 'process-failed' ? 'reading-failed' : code,
    message: `没能自动读出发票或辅助账：${why}；请对照原件手工填写`,
    severity: 'warning',
  };
}
