import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { AttachingReport } from '../../shared/contract/Attaching.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { TableMapping } from '../../shared/entities/tableReading.ts';
import { attachments } from '../store/attachments.ts';
import { lastSavedAt } from '../store/changes.ts';
import type { Draft } from '../store/draft.ts';
import { type AddOptions, type AddOutcome, addFiles } from './addFiles.ts';
import type { FileToAdd } from './fileToAdd.ts';
import { type Gathered, gatherFiles } from './gatherFiles.ts';
import { generalKind, kindOfPath } from './kindOfPath.ts';
import { scratchFolder } from './scratchFolder.ts';
import { type Sorting, sortFiles } from './sortFiles.ts';

export interface AttachRequest {
  readonly draft: Draft;
  readonly call: Call;
  readonly application: Application;
  /** Absolute paths of files, folders and ZIP archives. */
  readonly paths: readonly string[];
  /** Null sorts them by folder, content and name. */
  readonly kind: string | null;
  /** Columns of tables as the user corrected them. */
  readonly mappings?: readonly TableMapping[];
  readonly signal: AbortSignal;
  /** @param done of `total` files taken in, `file` the one at work; 0 of 0 while folders and archives are gone through */
  readonly onProgress: (done: number, total: number, file: string) => void;
}

export type AttachOutcome =
  | { readonly ok: true; readonly report: AttachingReport }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

const UNPACKED = 'chengce-unpacked-';

/**
 * Takes files, folders and archives handed over in the window into its draft, and reads what they tell of invoices
 * and ledgers. Cancelled, none of them is an attachment, and nothing that was unpacked stays on the disk.
 */
export async function attachFiles(request: AttachRequest): Promise<AttachOutcome> {
  const { draft, call, application, paths, kind, signal, onProgress } = request;
  const general = generalKind(call);
  if (general === null) return refusal('kind-unknown', '这次申报不收附件，没有添加');
  if (kind !== null && !call.attachments.some(({ id }) => id === kind))
    return refusal('kind-unknown', '这次申报没有这一类附件，没有添加');
  const scratch = scratchFolder(UNPACKED);
  try {
    onProgress(0, 0, '');
    const gathered = await gatherFiles(paths, {
      signal,
      unpackTo: scratch.path,
      onArchive: (ref) => onProgress(0, 0, ref),
    });
    const sorting = sortFiles(call, {
      given: kind,
      kindOfName: kindOfPath(call, application.invoices),
      general,
    });
    const files = gathered.files.map(({ path: source, ref }) => ({
      path: source,
      ref,
      name: path.posix.basename(ref),
      kind: sorting.firstKind(ref),
    }));
    const outcome = await addFiles(draft, files, {
      signal,
      // Undo may bring a removed row back, so an id is never given twice.
      newId: (of) => `${of}-${randomUUID().slice(0, 8)}`,
      onceInDraft: kind === null,
      labelOf: (of) => call.attachments.find(({ id }) => id === of)?.label ?? of,
      reading: {
        mappings: request.mappings ?? [],
        // A file the draft has was read when it came.
        isWanted: ({ ref }, _type, present) => present === null && sorting.isReadable(ref),
        kindOf: sorting.kindOf,
      },
      ...progressOf(files, onProgress),
    });
    if (!outcome.ok) return { ok: false, problem: outcome.problem };
    return { ok: true, report: reportOf(draft, gathered, outcome, sorting) };
  } finally {
    await scratch.remove();
  }
}

/** Looking into files, reading them and taking them in are a third each. */
function progressOf(
  files: readonly FileToAdd[],
  onProgress: AttachRequest['onProgress'],
): Pick<AddOptions, 'onProgress' | 'onRead' | 'onStored'> {
  const total = files.length;
  const tell = (third: number, part: number, ref: string): void =>
    onProgress(Math.floor((total * (third + part)) / 3), total, ref);
  return {
    onProgress: (done) => tell(0, done / total, files[done - 1]?.ref ?? ''),
    onRead: (done, all, ref) => tell(1, done / all, ref),
    onStored: (done, all, ref) => tell(2, done / all, ref),
  };
}

function reportOf(
  draft: Draft,
  gathered: Gathered,
  { files, readings }: Extract<AddOutcome, { ok: true }>,
  { isGuessed }: Sorting,
): AttachingReport {
  const rows = new Map(attachments.all(draft).map((row) => [row.id, row]));
  const report: AttachingReport = {
    added: [],
    refused: gathered.refused.map(({ name, problems }) => ({ name, problems: [...problems] })),
    already: [],
    guessed: [],
    readings: [...readings],
    savedAt: null,
  };
  for (const [index, { file: name, id, problems }] of files.entries()) {
    const row = id === null ? undefined : rows.get(id);
    if (row === undefined) report.refused.push({ name, problems: [...problems] });
    else if (problems.some(({ code }) => code === 'file-already-attached'))
      report.already.push({ name, id: row.id });
    else {
      report.added.push(row);
      const source = gathered.files[index];
      if (source !== undefined && isGuessed(source)) report.guessed.push(row.id);
    }
  }
  if (report.added.length > 0) report.savedAt = lastSavedAt(draft);
  return report;
}

function refusal(code: string, message: string): AttachOutcome {
  return { ok: false, problem: { code, message } };
}
