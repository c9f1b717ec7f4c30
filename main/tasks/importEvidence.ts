import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { FileProblem, SniffedType } from '../../shared/entities/attachment.ts';
import type { AttachmentReading, FileReading } from '../../shared/entities/fileReading.ts';
import { evidenceKinds, tellsSomething } from '../../shared/evidence/kindOfReading.ts';
import { type TakenInEvidence, takeInEvidence } from '../../shared/evidence/takeInEvidence.ts';
import { attachments } from '../store/attachments.ts';
import type { Draft } from '../store/draft.ts';
import { loadApplication } from '../store/loadApplication.ts';
import { saveEdits } from '../store/saveEdits.ts';
import type { AddedFile } from './addedFile.ts';
import { addFiles } from './addFiles.ts';
import { type Gathered, gatherFiles } from './gatherFiles.ts';
import { generalKind } from './kindOfPath.ts';
import { scratchFolder } from './scratchFolder.ts';
import { sortFiles } from './sortFiles.ts';

export interface ImportRequest {
  readonly draft: Draft;
  readonly call: Call;
  /** Absolute paths of files, folders and ZIP archives. */
  readonly paths: readonly string[];
  /** What is looked for: where a file goes that tells nothing, and whether it comes in at all. */
  readonly wanted: 'invoices' | 'ledger';
  readonly signal: AbortSignal;
  readonly onProgress: (
    what: 'unpacking' | 'inspecting' | 'reading' | 'storing',
    done: number,
    total: number,
  ) => void;
}

export interface Imported {
  readonly files: readonly AddedFile[];
  /** What did not get as far as being looked into. */
  readonly refused: Gathered['refused'];
  readonly readings: readonly AttachmentReading[];
  readonly taken: TakenInEvidence;
  /** The draft after the import. */
  readonly application: Application;
}

export type ImportOutcome =
  | { readonly ok: true; readonly value: Imported }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

/**
 * Takes files into a draft, reads them, and makes rows of invoices and sub-ledgers of what they tell, all in one go:
 * cancelled, or when the rows cannot be saved, the draft is as it was. The same files once more change nothing.
 */
export async function importEvidence(request: ImportRequest): Promise<ImportOutcome> {
  const { draft, call, paths, wanted, signal, onProgress } = request;
  const general = evidenceKinds(call)[wanted] ?? generalKind(call);
  if (general === null) return refused('kind-unknown', '这次申报不收附件，没有导入');
  const scratch = scratchFolder('chengce-unpacked-');
  try {
    const gathered = await gatherFiles(paths, {
      signal,
      unpackTo: scratch.path,
      onArchive: () => onProgress('unpacking', 0, paths.length),
    });
    const sorting = sortFiles(call, { given: null, kindOfName: () => null, general });
    const told = new Set(loadApplication(draft).readings.map(({ attachment }) => attachment));
    const added = await addFiles(
      draft,
      gathered.files.map(({ path: source, ref }) => ({
        path: source,
        ref,
        name: path.posix.basename(ref),
        kind: sorting.firstKind(ref),
      })),
      {
        signal,
        newId: (kind) => `${kind}-${randomUUID().slice(0, 8)}`,
        onceInDraft: true,
        reading: {
          mappings: [],
          // Nothing tells whether a sheet that is there was taken in, so it is read once more; so is what somebody takes
          // for a ledger though it told of invoices.
          isWanted: ({ ref }, _type, present) =>
            sorting.isReadable(ref) && (present === null || wanted === 'ledger' || !told.has(present)),
          kindOf: sorting.kindOf,
          refusal: (type, reading) => refusalOf(wanted, type, reading),
        },
        onProgress: (done, total) => onProgress('inspecting', done, total),
        onRead: (done, total) => onProgress('reading', done, total),
        onStored: (done, total) => onProgress('storing', done, total),
      },
    );
    if (!added.ok) return CANCELLED;
    return takeIn(request, gathered, added.files, added.readings, told);
  } finally {
    await scratch.remove();
  }
}

const CANCELLED: ImportOutcome = {
  ok: false,
  problem: { code: 'cancelled', message: '已取消导入，草稿没有改动' },
};

/** Not awaited anywhere: from the files' rows to the invoices' rows nothing comes between. */
function takeIn(
  { draft, call }: ImportRequest,
  { refused: notLookedInto }: Gathered,
  files: readonly AddedFile[],
  readings: readonly AttachmentReading[],
  told: ReadonlySet<string>,
): ImportOutcome {
  const before = loadApplication(draft);
  // What told of invoices was taken in when it came; read again without the columns a person corrected, it would undo
  // them.
  const fresh = readings.filter(({ attachment }) => !told.has(attachment));
  const taken = takeInEvidence(call, before, fresh, () => randomUUID());
  if (taken.edits.length > 0) {
    const saved = saveEdits(draft, taken.edits);
    if (!saved.ok) {
      attachments.remove(draft, newIds(files));
      return { ok: false, problem: saved.problem };
    }
  }
  const value = { files, refused: notLookedInto, readings, taken, application: loadApplication(draft) };
  return { ok: true, value };
}

function newIds(files: readonly AddedFile[]): string[] {
  return files.flatMap(({ id, problems }) =>
    id === null || problems.some(({ code }) => code === 'file-already-attached') ? [] : [id],
  );
}

const PAGES: ReadonlySet<SniffedType> = new Set(['pdf', 'ofd', 'jpeg', 'png', 'tiff', 'webp']);

/** Pages that tell no invoice may be a copy a person has to read; data that tells nothing is nothing. */
function refusalOf(
  wanted: ImportRequest['wanted'],
  type: SniffedType,
  reading: FileReading | null,
): FileProblem | null {
  if (reading !== null && tellsSomething(reading)) return null;
  if (wanted === 'invoices' && PAGES.has(type)) return null;
  const [why] = reading?.problems ?? [];
  if (why !== undefined) return why;
  const message =
    wanted === 'invoices'
      ? '没有读到发票，没有添加'
      : '没有读到研发支出辅助账，没有添加；辅助账请用 Excel 或 CSV 文件';
  return { code: 'nothing-read', message, severity: 'error' };
}

function refused(code: string, message: string): ImportOutcome {
  return { ok: false, problem: { code, message } };
}
