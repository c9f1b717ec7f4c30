import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type Pagination, planPagination } from '../../../shared/documents/planPagination.ts';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { createProcessPool } from '../../process/createProcessPool.ts';
import { type Child, DEFAULT_IDLE_MS, DEFAULT_MEMORY_BYTES, openChild } from '../../process/openChild.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import { AssembleInput, type ParsedAssembleInput } from './assembleInput.ts';
import type { AssembledFile, AssembleResult } from './assembleResult.ts';
import { guardOperation } from './bindOperations.ts';
import { unreadable } from './bindProblems.ts';
import { convertFile, descendLadder, type Ladder } from './descendLadder.ts';
import { asPlaceholder, type FileState, firstState, toMergeFile } from './fileStates.ts';
import { type MergedFile, type MergeOutput, mergeOperation } from './mergeOperation.ts';

export type AssembleProgress = {
  readonly stage: 'converting' | 'merging' | 'checking';
  readonly done: number;
  readonly total: number;
};

export type AssembleOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: AssembleProgress) => void;
  /** Longest silence of a child process over one file, in ms. */
  readonly idleMs?: number;
};

type Merged = Extract<MergeOutput, { ok: true }>;
type Guarded = { readonly rendered: number; readonly identical: number; readonly refused: number };
type Job = {
  readonly input: ParsedAssembleInput;
  readonly basePath: string;
  readonly partial: string;
  readonly ladder: Ladder;
  readonly options: AssembleOptions;
};

/** A file goes down at most three steps; every further attempt is a bug that must end. */
const MAX_ATTEMPTS = 200;

/**
 * Binds the typeset document and its attachments into one PDF at `input.out`.
 *
 * Everything that touches a file happens in child processes that are killed when they hang
 * or grow; a file that cannot be bound is replaced by a page that says so and makes the
 * result a draft. The bundle is written beside its target, synced and renamed, so that what
 * stood there before is lost only to a complete new one.
 * @throws only when `given` is no AssembleInput (a bug of the caller)
 */
export async function assemble(given: AssembleInput, options: AssembleOptions = {}): Promise<AssembleResult> {
  const input = AssembleInput.parse(given);
  const out = resolve(input.out);
  const refused = refuse(input, out);
  if (refused !== undefined) return { ok: false, problem: refused };
  const folder = mkdtempSync(join(tmpdir(), 'chengce-bind-'));
  const partial = join(dirname(out), `.${basename(out)}.${randomUUID().slice(0, 8)}.partial`);
  const pool = createProcessPool({ entry: resolveEntry(import.meta.url, './bindChild') });
  let named = 0;
  const ladder: Ladder = {
    pool,
    folder,
    photoDpi: input.photoDpi,
    signal: options.signal,
    idleMs: options.idleMs ?? DEFAULT_IDLE_MS,
    nextName: () => `${++named}.pdf`,
  };
  try {
    let basePath = input.base;
    if (typeof basePath !== 'string') {
      const bytes = basePath;
      basePath = join(folder, 'base.pdf');
      writeFileSync(basePath, bytes);
    }
    const states = await prepare(input, ladder, options);
    const bound = await bind({ input, basePath, partial, ladder, options }, states);
    if (!bound.ok) return bound;
    renameSync(partial, out);
    return report(input, bound);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: failure('bundle-not-written', `无法写入装订文件：${detail}`) };
  } finally {
    pool.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(partial, { force: true });
  }
}

function failure(code: string, message: string): FileProblem {
  return { code, message, severity: 'error' };
}

function refuse(input: ParsedAssembleInput, out: string): FileProblem | undefined {
  const ids = input.groups.flatMap((group) => group.files.map((file) => file.id));
  if (new Set(ids).size !== ids.length) throw new Error('two files of a bundle have the same id');
  if (!existsSync(dirname(out))) return failure('folder-missing', `保存位置不存在：${dirname(out)}`);
  if (existsSync(out) && statSync(out).isDirectory())
    return failure('target-is-folder', `同名文件夹已存在：${basename(out)}`);
  if (!existsSync(input.stamps.fontPath)) return failure('font-missing', '缺少页码字体，请重新安装本软件');
  return undefined;
}

/** Starts every file on its step; pictures and OFD are converted, unknown types given up. */
async function prepare(
  input: ParsedAssembleInput,
  ladder: Ladder,
  options: AssembleOptions,
): Promise<Map<string, FileState>> {
  const files = input.groups.flatMap((group) => group.files);
  const total = files.filter((file) => conversionOf(file.sniffedType) !== null).length;
  let done = 0;
  const states = await Promise.all(
    files.map(async (file): Promise<FileState> => {
      const state = firstState(file);
      if (!existsSync(file.path))
        return asPlaceholder(state, failure('file-missing', '文件不存在或已被移动'));
      if (file.sniffedType === 'pdf') return state;
      const via = conversionOf(file.sniffedType);
      if (via === null)
        return asPlaceholder(
          state,
          failure('file-type-unsupported', '此类型的文件不能装订，请转换为 PDF 后添加'),
        );
      const converted = await convertFile(state, via, ladder);
      done += 1;
      options.onProgress?.({ stage: 'converting', done, total });
      return converted;
    }),
  );
  return new Map(states.map((state) => [state.file.id, state]));
}

function conversionOf(type: string): 'image' | 'ofd' | null {
  if (type === 'ofd') return 'ofd';
  return type === 'jpeg' || type === 'png' || type === 'tiff' || type === 'webp' ? 'image' : null;
}

type Bound = {
  readonly ok: true;
  readonly merged: Merged;
  readonly states: ReadonlyMap<string, FileState>;
  readonly guarded: Guarded;
};

/** Merges and checks, sending files down the ladder, until every file is bound or a placeholder. */
async function bind(
  job: Job,
  states: Map<string, FileState>,
): Promise<Bound | Extract<AssembleResult, { ok: false }>> {
  let [rendered, identical, refused] = [0, 0, 0];
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const outcome = await merge(job, states);
    if (!outcome.ok) return outcome;
    const { merged, failed } = outcome;
    const checked = merged === undefined || !job.input.guard ? NOTHING : await guard(job, states, merged);
    rendered += checked.rendered;
    identical += checked.identical;
    refused += checked.failed.length;
    const down = [...failed, ...checked.failed];
    if (job.options.signal?.aborted === true) return { ok: false, problem: cancelled() };
    if (down.length === 0 && merged !== undefined)
      return { ok: true, merged, states, guarded: { rendered, identical, refused } };
    await Promise.all(
      down.map(async ({ id, problem }) => {
        const state = states.get(id);
        if (state !== undefined) states.set(id, await descendLadder(state, problem, job.ladder));
      }),
    );
  }
  throw new Error('binding did not come to an end');
}

function cancelled(): FileProblem {
  return failure('process-cancelled', '已取消装订');
}

type Failed = { readonly id: string; readonly problem: FileProblem };
type Checked = { readonly rendered: number; readonly identical: number; readonly failed: readonly Failed[] };
const NOTHING: Checked = { rendered: 0, identical: 0, failed: [] };

type MergeAttempt =
  | { readonly ok: true; readonly merged: Merged | undefined; readonly failed: readonly Failed[] }
  | Extract<AssembleResult, { ok: false }>;

/** One attempt in a child of its own; a file it hangs or dies over is the one that goes down. */
async function merge(job: Job, states: ReadonlyMap<string, FileState>): Promise<MergeAttempt> {
  const { input, options, ladder } = job;
  const groups = input.groups.map(({ id, title, startOnRight, files }) => ({
    id,
    title,
    startOnRight,
    files: files.flatMap((file) => {
      const state = states.get(file.id);
      return state === undefined ? [] : [toMergeFile(state)];
    }),
  }));
  const { frontPages, bodyPages, outline, stamps, duplex, watermark, metadata } = input;
  const layout = { frontPages, bodyPages, outline, stamps, duplex, watermark, metadata };
  const total = states.size;
  let current: string | undefined;
  let done = 0;
  const child = await openMergeChild(states);
  const outcome = await child.call(
    mergeOperation,
    { ...layout, groups, basePath: job.basePath, out: job.partial },
    {
      idleMs: ladder.idleMs,
      signal: options.signal,
      onProgress: ({ fileId }) => {
        current = fileId;
        options.onProgress?.({ stage: 'merging', done: done++, total });
      },
    },
  );
  child.close();
  if (!outcome.ok) {
    const { code, message, detail } = outcome.problem;
    if (code === 'process-cancelled') return { ok: false, problem: cancelled() };
    const state = current === undefined ? undefined : states.get(current);
    if (
      current === undefined ||
      state === undefined ||
      state.via === 'placeholder' ||
      code === 'process-failed'
    )
      return { ok: false, problem: failure('bundle-not-written', `装订未能完成：${detail.slice(0, 300)}`) };
    return { ok: true, merged: undefined, failed: [{ id: current, problem: failure(code, message) }] };
  }
  const { value } = outcome;
  if (value.ok === 'base')
    return { ok: false, problem: failure('base-unusable', `正文 PDF 无法使用：${value.detail}`) };
  if (value.ok) return { ok: true, merged: value, failed: [] };
  const failed = value.failed.map(({ id }) => ({ id, problem: unreadable('页面无法复制') }));
  return { ok: true, merged: undefined, failed };
}

/** Needs the largest file in memory, with what its objects take. */
async function openMergeChild(states: ReadonlyMap<string, FileState>): Promise<Child> {
  let largest = 0;
  for (const { via, path } of states.values())
    if (via !== 'placeholder') largest = Math.max(largest, statSync(path).size);
  const memoryBytes = DEFAULT_MEMORY_BYTES + largest * 2;
  return openChild({ entry: resolveEntry(import.meta.url, './mergeChild'), memoryBytes });
}

/** Compares every bound page that was not compared before in this shape. */
async function guard(job: Job, states: Map<string, FileState>, merged: Merged): Promise<Checked> {
  const { ladder, options, partial } = job;
  const failed: Failed[] = [];
  let [rendered, identical, done] = [0, 0, 0];
  const open = merged.files.filter((file) => states.get(file.id)?.proven === false);
  const check = async (file: MergedFile): Promise<void> => {
    const state = states.get(file.id);
    if (state === undefined) return;
    const outcome = await ladder.pool.run(
      guardOperation,
      {
        bundlePath: partial,
        bundleStamp: merged.sha256,
        sourcePath: state.reference,
        omitPages: state.file.omitPages,
        pages: file.pages,
      },
      { idleMs: ladder.idleMs, signal: options.signal },
    );
    options.onProgress?.({ stage: 'checking', done: ++done, total: open.length });
    if (outcome.ok && outcome.value.ok) {
      rendered += outcome.value.rendered;
      identical += outcome.value.identical;
      states.set(file.id, { ...state, proven: true, pagesIn: file.pagesFound });
      return;
    }
    const problem = outcome.ok
      ? failure('page-not-provable', '装订后的页面与原文件不一致')
      : failure(outcome.problem.code, outcome.problem.message);
    failed.push({ id: file.id, problem });
  };
  await Promise.all(open.map(check));
  return { rendered, identical, failed };
}

function report(input: ParsedAssembleInput, { merged, states, guarded }: Bound): AssembleResult {
  const outOf = new Map(merged.files.map((file) => [file.id, file]));
  const plan: Pagination = planPagination({
    ...input,
    groups: input.groups.map(({ id, startOnRight, files }) => ({
      id,
      startOnRight,
      files: files.map((file) => ({ id: file.id, pages: outOf.get(file.id)?.pagesOut ?? 0 })),
    })),
  });
  const files = plan.files.map(({ id, pages, printed, physical }): AssembledFile => {
    const state = states.get(id);
    const found = outOf.get(id)?.pagesFound ?? 0;
    return {
      id,
      pagesIn: found > 0 ? found : (state?.pagesIn ?? 0),
      pagesOut: pages,
      firstPage: pages === 0 ? null : printed,
      physicalFirst: pages === 0 ? null : physical,
      via: state?.via ?? 'placeholder',
      problems: state?.problems ?? [],
    };
  });
  return {
    ok: true,
    pages: plan.pages,
    blankPages: plan.blankPages,
    draft: files.some((file) => file.via === 'placeholder'),
    files,
    groups: plan.groups.map(({ id, printed, physical }) => ({ id, page: printed ?? 0, physical })),
    guard: guarded,
    bytes: merged.bytes,
    sha256: merged.sha256,
  };
}
