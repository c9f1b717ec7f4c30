import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { Application } from '../../shared/entities/application.ts';
import { createDraft } from '../store/createDraft.ts';
import { discardDraft } from '../store/discardDraft.ts';
import type { Draft } from '../store/draft.ts';
import { invoices } from '../store/invoices.ts';
import { checkDraftName, moveDraft } from '../store/moveDraft.ts';
import { plan } from '../store/plan.ts';
import type { AddedFile } from './addedFile.ts';
import { type AddOptions, addFiles } from './addFiles.ts';
import { originalsWish } from './originalsWish.ts';
import { type ResolvedNames, resolveFileNames } from './resolveFileNames.ts';
import { sortByFolder, type UnsortedFile } from './sortByFolder.ts';

export interface MadeDraft {
  readonly files: readonly AddedFile[];
  readonly unsorted: readonly UnsortedFile[];
  /** Copies and pictures the answers name that are not in the folder. */
  readonly missing: ResolvedNames['missing'];
}

type Problem = { readonly code: string; readonly message: string };
export type MakeOutcome =
  | { readonly ok: true; readonly value: MadeDraft }
  | { readonly ok: false; readonly problem: Problem };

/** The place itself failed, not one file: what was begun is taken back. */
const FATAL: ReadonlySet<string> = new Set(['disk-full', 'disk-error', 'draft-moved']);

/**
 * Makes a draft of an application and a folder of files. Never overwrites; when it cannot be finished, or is
 * cancelled, nothing is left at `target`. It is put together under another name beside it and gets its own
 * when it is whole: a killed program or a lost current leaves no draft that only looks finished.
 * @param target absolute path of the new draft
 * @param folder absolute path of the attachments, sorted by kind; none when null
 * @throws when the folder cannot be read
 */
export async function makeDraft(
  call: Call,
  application: Application,
  target: string,
  folder: string | null,
  options: AddOptions = {},
): Promise<MakeOutcome> {
  const found = folder === null ? { sorted: [], unsorted: [] } : await sortByFolder(call, folder);
  // Asked before the work, and once more when the draft gets its name.
  const free = checkDraftName(target);
  if (!free.ok) return free;
  // An answers file names copies by path; they are named by id once the files are in.
  const bare = application.invoices.map((invoice) => ({ ...invoice, copies: [] }));
  const created = createDraft(unfinishedName(target), { ...application, invoices: bare });
  if (!created.ok) return created;
  const draft = created.value;
  try {
    const added = await addFiles(draft, found.sorted, { reading: originalsWish(call), ...options });
    if (!added.ok || options.signal?.aborted === true) return CANCELLED;
    const outcome = fill(draft, application, added.files, found.unsorted);
    if (!outcome.ok) return outcome;
    const moved = moveDraft(draft, target);
    return moved.ok ? outcome : moved;
  } finally {
    if (!draft.state.closed) discardDraft(draft);
  }
}

const CANCELLED: MakeOutcome = {
  ok: false,
  problem: { code: 'cancelled', message: '已取消新建，没有留下任何文件' },
};

/** Short, since names have a limit; says what it is to whoever finds it after a crash; opens as no draft. */
function unfinishedName(target: string): string {
  return path.join(path.dirname(target), `新建未完成-${randomUUID().slice(0, 8)}.part`);
}

function fill(
  draft: Draft,
  application: Application,
  files: readonly AddedFile[],
  unsorted: readonly UnsortedFile[],
): MakeOutcome {
  const fatal = files.flatMap(({ problems }) => problems).find(({ code }) => FATAL.has(code));
  if (fatal !== undefined) return { ok: false, problem: { code: fatal.code, message: fatal.message } };
  const names = resolveFileNames(application, files);
  const invoicesSaved = invoices.saveMany(draft, names.invoices);
  if (!invoicesSaved.ok) return invoicesSaved;
  const planSaved = plan.saveMany(draft, names.plan);
  if (!planSaved.ok) return planSaved;
  return { ok: true, value: { files, unsorted, missing: names.missing } };
}
