import { totalmem } from 'node:os';
import type { BundleDocument, PictureAsset } from '../../../shared/documents/bundleDocument.ts';
import type { PaginationGroup } from '../../../shared/documents/planPagination.ts';
import { openChild } from '../../process/openChild.ts';
import type { Outcome } from '../../process/outcome.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import type { Numbered } from '../typeset/typesetNumbered.ts';
import { typesetOperation } from '../typeset/typesetOperation.ts';
import type { WriteWordInput } from '../word/writeWord.ts';
import { writeWordOperation } from '../word/writeWordOperation.ts';
import type { ExportInput } from './exportInput.ts';
import { ExportRefused } from './exportRefused.ts';

/** The two writers, each in a process of its own: neither tells how far it is, and both take all of a thread. */
export interface Writers {
  readonly typeset: (
    document: BundleDocument,
    groups: readonly PaginationGroup[],
    assets: ReadonlyMap<string, PictureAsset>,
  ) => Promise<Numbered>;
  readonly writeWord: (document: BundleDocument, input: WriteWordInput) => Promise<Uint8Array>;
  /** Ends both, also in the middle of work. */
  readonly close: () => void;
}

/** 10,000 invoices take minutes on a slow machine; what takes longer hangs. */
const TOTAL_MS = 20 * 60_000;
/** A table of 3,000 invoices takes 1.1 GB to typeset. */
const MEMORY_BYTES = Math.max(2 * 1024 ** 3, totalmem() * 0.6);

/**
 * Starts both writers; does not wait until they are ready.
 * @throws when used: ExportRefused when a writer came to its limits, the signal's reason when it was aborted
 */
export function openWriters({
  fontsDir,
  now,
  signal,
}: Pick<ExportInput, 'fontsDir' | 'now' | 'signal'>): Writers {
  const children = {
    typesetter: openChild({
      entry: resolveEntry(import.meta.url, '../typeset/typesetChild'),
      memoryBytes: MEMORY_BYTES,
    }),
    word: openChild({
      entry: resolveEntry(import.meta.url, '../word/writeWordChild'),
      memoryBytes: MEMORY_BYTES,
    }),
  };
  const limits = { idleMs: TOTAL_MS, totalMs: TOTAL_MS, signal };
  return {
    typeset: async (document, groups, assets) => {
      const child = await children.typesetter;
      const given = {
        document,
        groups: [...groups],
        pictures: [...assets.values()],
        shown: [...assets.keys()],
        fontsDir,
        date: now.toISOString(),
        tagged: true,
      };
      return result(await child.call(typesetOperation, given, limits), '排版', signal);
    },
    writeWord: async (document, input) => {
      const child = await children.word;
      return result(
        await child.call(writeWordOperation, { document, input }, limits),
        '写 Word 文档',
        signal,
      );
    },
    close: () => {
      for (const child of Object.values(children)) child.then(({ close }) => close()).catch(() => undefined);
    },
  };
}

function result<Value>(outcome: Outcome<Value>, work: string, signal: AbortSignal | undefined): Value {
  if (outcome.ok) return outcome.value;
  signal?.throwIfAborted();
  const { code, detail } = outcome.problem;
  // An exception inside is a bug of ours and told as one.
  if (code === 'process-failed') throw new Error(detail);
  const why = WHY[code];
  throw new ExportRefused(
    code,
    `${work}时${why}，成品没有写出，已有的文件没有改动。${NEXT[code] ?? '请再导出一次。'}`,
  );
}

const WHY = {
  'process-timeout': '用时过长，已停止',
  'process-memory': '需要的内存超过了这台电脑能给的',
  'process-crashed': '程序组件意外退出',
  'process-cancelled': '被取消',
} as const;

const NEXT: Readonly<Record<string, string>> = {
  'process-memory': '请关闭一些别的程序后再导出。',
};
