import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { Surroundings } from '../../shared/calls/surroundings.ts';
import { compose } from '../../shared/documents/compose.ts';
import { picturesOf } from '../../shared/documents/picturesOf.ts';
import type { Application } from '../../shared/entities/application.ts';
import { assetsFolder } from '../assetsFolder.ts';
import type { ExportProgress } from '../bundle/export/exportInput.ts';
import { type ExportOutcome, exportPackage } from '../bundle/export/exportPackage.ts';
import { makeWorkFolder, sweepAbandoned } from '../bundle/export/workFolder.ts';
import { streamBlob } from '../store/blobs/streamBlob.ts';
import type { Draft } from '../store/draft.ts';

/** Where a draft's files lie while they are bound. */
const STREAMED = 'chengce-export-';

export interface ExportDraftOptions {
  /** What damage took from the draft when it was opened, one sentence a loss: the package is 草稿 then. */
  readonly losses?: readonly string[] | undefined;
  /** Other drafts of the workstation, as `evaluate` takes them. */
  readonly surroundings?: Surroundings | undefined;
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Exports a draft as it stands: checks it, streams its files out to a temporary folder and makes the package.
 * Bytes the draft cannot give (damaged, missing) leave a page that says so, and the package is 草稿.
 * @param folder absolute path of the folder the package goes into
 */
export async function exportDraft(
  draft: Draft,
  call: Call,
  application: Application,
  folder: string,
  { losses = [], surroundings, onProgress, signal }: ExportDraftOptions = {},
): Promise<ExportOutcome> {
  // Copies of somebody's papers must not stay behind in the temporary folder when a process is killed.
  await sweepAbandoned(tmpdir(), STREAMED);
  const work = await makeWorkFolder(tmpdir(), STREAMED);
  try {
    const streamed = await streamFiles(draft, filesOf(call, application), work, { onProgress, signal });
    if (!streamed.ok) return streamed;
    return await exportPackage({
      call,
      application,
      report: evaluate(call, application, surroundings),
      knownReasons: losses.map((loss) => `草稿文件有损坏：${loss}`),
      files: streamed.files,
      folder,
      fontsDir: assetsFolder('fonts'),
      now: draft.now(),
      onProgress,
      signal,
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** SHA-256 of everything the package shows: attachments that are bound, pictures of the text. */
function filesOf(call: Call, application: Application): Set<string> {
  const kept = new Set(call.attachments.filter((kind) => !kind.bound).map(({ id }) => id));
  return new Set([
    ...application.attachments.filter(({ kind }) => !kept.has(kind)).map(({ sha256 }) => sha256),
    ...picturesOf(compose(call, application, { draft: true })),
  ]);
}

type Streamed =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | Extract<ExportOutcome, { ok: false }>;

async function streamFiles(
  draft: Draft,
  hashes: ReadonlySet<string>,
  work: string,
  { onProgress, signal }: Pick<ExportDraftOptions, 'onProgress' | 'signal'>,
): Promise<Streamed> {
  const files = new Map<string, string>();
  let done = 0;
  for (const sha256 of hashes) {
    onProgress?.({ stage: 'files', message: `正在从草稿取出附件（${++done}/${hashes.size}）` });
    if (signal?.aborted === true)
      return { ok: false, problem: { code: 'cancelled', message: '已取消导出，没有留下任何文件。' } };
    const target = path.join(work, sha256);
    const written = await streamBlob(draft, sha256, target);
    if (written.ok) files.set(sha256, target);
    else if (written.problem.code === 'disk-full' || written.problem.code === 'target-unwritable')
      return {
        ok: false,
        problem: {
          code: written.problem.code,
          message: `导出需要的临时空间不足：${written.problem.message}`,
        },
      };
  }
  return { ok: true, files };
}
