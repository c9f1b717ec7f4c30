import path from 'node:path';
import type { Attachment, FileProblem, SniffedType } from '../../shared/entities/attachment.ts';
import { inspectFiles } from '../intake/inspectFiles.ts';
import type { Inspection } from '../intake/inspection.ts';
import { attachments } from '../store/attachments.ts';
import { addBlob } from '../store/blobs/addBlob.ts';
import type { Draft } from '../store/draft.ts';

export interface FileToAdd {
  /** Absolute. */
  readonly path: string;
  readonly kind: string;
  /** How the caller names the file. */
  readonly ref: string;
}

export interface AddedFile {
  readonly file: string;
  /** It is in the draft and can be bound as far as intake can tell. */
  readonly ok: boolean;
  /** Id of the attachment; null when the file is not in the draft. */
  readonly id: string | null;
  readonly kind: string;
  readonly sniffedType: SniffedType;
  readonly pages: number | null;
  readonly sha256: string | null;
  readonly problems: readonly FileProblem[];
}

export type AddOutcome =
  | { readonly ok: true; readonly files: readonly AddedFile[] }
  | { readonly ok: false; readonly problem: { readonly code: 'cancelled'; readonly message: string } };

const CANCELLED: AddOutcome = {
  ok: false,
  problem: { code: 'cancelled', message: '已取消，没有添加任何附件' },
};

export interface AddOptions {
  /** Files looked into so far. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Files taken into the draft so far; begins when all have been looked into. */
  readonly onStored?: ((done: number, total: number, ref: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Makes the id of a new row; counted by kind unless given. Never an id that was in use before. */
  readonly newId?: ((kind: string) => string) | undefined;
  /** The same bytes are taken once in the whole draft, not once a kind. */
  readonly onceInDraft?: boolean;
}

function nextIds(draft: Draft, newId?: (kind: string) => string) {
  const count = countedIds(draft);
  return (kind: string): { readonly id: string; readonly order: number } => {
    const counted = count(kind);
    return newId === undefined ? counted : { ...counted, id: newId(kind) };
  };
}

function countedIds(draft: Draft): (kind: string) => { id: string; order: number } {
  const present = attachments.all(draft);
  const taken = new Set(present.map(({ id }) => id));
  const orders = new Map<string, number>();
  for (const { kind, order } of present) orders.set(kind, Math.max(orders.get(kind) ?? 0, order + 1));
  return (kind) => {
    const order = orders.get(kind) ?? 0;
    orders.set(kind, order + 1);
    let number = order + 1;
    while (taken.has(`${kind}-${number}`)) number += 1;
    const id = `${kind}-${number}`;
    taken.add(id);
    return { id, order };
  };
}

/**
 * Whether the bytes of a file were read to their end, so that they can go into the draft. What is no file,
 * is gone, or is larger than anything that can be bound was not read, and must not be read here either: a
 * pipe never ends. An empty file has nothing to read.
 */
function wasRead({ sha256, problems }: Inspection): boolean {
  return sha256 !== '' || problems.some(({ code }) => code === 'file-empty');
}

/**
 * Takes files into a draft: each is looked at in a killable process, its bytes go in piece by piece, and what
 * is known about it is kept beside them. A file with problems goes in all the same, so that it stays listed
 * and can be replaced; one that cannot be read at all is only reported. The same bytes under the same kind
 * are not taken twice. Cancelled, it leaves the draft's attachments as they were.
 */
export async function addFiles(
  draft: Draft,
  files: readonly FileToAdd[],
  { onProgress, onStored, signal, newId, onceInDraft = false }: AddOptions = {},
): Promise<AddOutcome> {
  let done = 0;
  const inspections = await inspectFiles(
    files.map((file) => file.path),
    {
      ...(signal === undefined ? {} : { signal }),
      onFile: () => {
        done += 1;
        onProgress?.(done, files.length);
      },
    },
  );
  const next = nextIds(draft, newId);
  const keyOf = (kind: string, sha256: string): string => (onceInDraft ? sha256 : `${kind} ${sha256}`);
  const known = new Map(attachments.all(draft).map(({ kind, sha256, id }) => [keyOf(kind, sha256), id]));
  const added: AddedFile[] = [];
  const rows: Attachment[] = [];
  for (const [index, { path: source, kind, ref }] of files.entries()) {
    const inspection = inspections[index];
    if (inspection === undefined) throw new Error('an inspection for every file');
    if (signal?.aborted === true) return CANCELLED;
    onStored?.(index, files.length, ref);
    const { ok, sniffedType, pages, problems } = inspection;
    const facts = { file: ref, kind, sniffedType, pages };
    if (!wasRead(inspection)) {
      added.push({ ...facts, ok: false, id: null, sha256: null, problems });
      continue;
    }
    const blob = await addBlob(draft, source);
    if (!blob.ok) {
      const problem: FileProblem = {
        code: blob.problem.code,
        message: blob.problem.message,
        severity: 'error',
      };
      added.push({ ...facts, ok: false, id: null, sha256: null, problems: [...problems, problem] });
      continue;
    }
    const { sha256, bytes } = blob.value;
    const there = known.get(keyOf(kind, sha256));
    if (there !== undefined) {
      const problem: FileProblem = {
        code: 'file-already-attached',
        message: onceInDraft
          ? '同一个文件已在附件中，没有重复添加'
          : '同一个文件已在这一类附件中，没有重复添加',
        severity: 'warning',
      };
      added.push({ ...facts, ok, id: there, sha256, problems: [...problems, problem] });
      continue;
    }
    const { id, order } = next(kind);
    known.set(keyOf(kind, sha256), id);
    rows.push({
      id,
      kind,
      name: path.basename(source),
      title: '',
      sha256,
      bytes,
      sniffedType,
      pages,
      encrypted: inspection.encrypted,
      blankPages: [...inspection.blankPages],
      dpi: inspection.dpi,
      colourPages: inspection.colourPages,
      problems: [...problems],
      order,
      rotate: 0,
      omitPages: [],
    });
    added.push({ ...facts, ok, id, sha256, problems });
  }
  if (signal?.aborted === true) return CANCELLED;
  const saved = attachments.saveMany(draft, rows);
  if (saved.ok) return { ok: true, files: added };
  const problem: FileProblem = { ...pick(saved.problem), severity: 'error' };
  const lost = new Set(rows.map(({ id }) => id));
  const told = added.map((file) =>
    file.id !== null && lost.has(file.id) ? { ...file, ok: false, id: null, problems: [problem] } : file,
  );
  return { ok: true, files: told };
}

function pick({ code, message }: { readonly code: string; readonly message: string }) {
  return { code, message };
}
