import { randomUUID } from 'node:crypto';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { AttachingReport } from '../../shared/contract/Attaching.ts';
import type { Application } from '../../shared/entities/application.ts';
import { attachments } from '../store/attachments.ts';
import { lastSavedAt } from '../store/changes.ts';
import type { Draft } from '../store/draft.ts';
import { addFiles } from './addFiles.ts';
import { gatherFiles } from './gatherFiles.ts';
import { generalKind, kindOfPath } from './kindOfPath.ts';

export interface AttachRequest {
  readonly draft: Draft;
  readonly call: Call;
  readonly application: Application;
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  /** Null sorts them by folder and name. */
  readonly kind: string | null;
  readonly signal: AbortSignal;
  /** @param done of `total` files taken in, `file` the one at work */
  readonly onProgress: (done: number, total: number, file: string) => void;
}

export type AttachOutcome =
  | { readonly ok: true; readonly report: AttachingReport }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

/** Takes files and folders handed over in the window into its draft. Cancelled, none of them is an attachment. */
export async function attachFiles(request: AttachRequest): Promise<AttachOutcome> {
  const { draft, call, application, paths, kind, signal, onProgress } = request;
  const general = generalKind(call);
  if (general === null) return refusal('kind-unknown', '这次申报不收附件，没有添加');
  if (kind !== null && !call.attachments.some(({ id }) => id === kind))
    return refusal('kind-unknown', '这次申报没有这一类附件，没有添加');
  const gathered = await gatherFiles(paths, signal);
  const told = kindOfPath(call, application.invoices);
  const unknown = new Set<number>();
  const files = gathered.files.map(({ path, ref }, index) => {
    const found = kind ?? told(ref);
    if (found === null) unknown.add(index);
    return { path, ref, kind: found ?? general };
  });
  const total = files.length;
  const outcome = await addFiles(draft, files, {
    signal,
    // Undo may bring a removed row back, so an id is never given twice.
    newId: (of) => `${of}-${randomUUID().slice(0, 8)}`,
    onceInDraft: kind === null,
    // Looking into a file and taking it in are half of it each.
    onProgress: (done) => onProgress(Math.floor(done / 2), total, files[done - 1]?.ref ?? ''),
    onStored: (done, _total, ref) => onProgress(Math.floor((total + done) / 2), total, ref),
  });
  if (!outcome.ok) return { ok: false, problem: outcome.problem };
  const rows = new Map(attachments.all(draft).map((row) => [row.id, row]));
  const report: AttachingReport = {
    added: [],
    refused: gathered.refused.map(({ name, problems }) => ({ name, problems: [...problems] })),
    already: [],
    guessed: [],
    readings: [],
    savedAt: null,
  };
  for (const [index, { file: name, id, problems }] of outcome.files.entries()) {
    const row = id === null ? undefined : rows.get(id);
    if (row === undefined) report.refused.push({ name, problems: [...problems] });
    else if (problems.some(({ code }) => code === 'file-already-attached'))
      report.already.push({ name, id: row.id });
    else {
      report.added.push(row);
      if (unknown.has(index)) report.guessed.push(row.id);
    }
  }
  if (report.added.length > 0) report.savedAt = lastSavedAt(draft);
  return { ok: true, report };
}

function refusal(code: string, message: string): AttachOutcome {
  return { ok: false, problem: { code, message } };
}
