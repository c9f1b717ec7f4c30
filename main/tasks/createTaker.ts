import path from 'node:path';
import type { Attachment, FileProblem } from '../../shared/entities/attachment.ts';
import type { AttachmentReading, FileReading } from '../../shared/entities/fileReading.ts';
import type { Inspection } from '../intake/inspection.ts';
import { attachments } from '../store/attachments.ts';
import { addBlob } from '../store/blobs/addBlob.ts';
import type { Draft } from '../store/draft.ts';
import type { AddedFile } from './addedFile.ts';
import type { FileToAdd } from './fileToAdd.ts';
import { rowIds } from './rowIds.ts';

export interface TakerOptions {
  /** Makes the id of a new row; counted by kind unless given. Never an id that was in use before. */
  readonly newId?: ((kind: string) => string) | undefined;
  /** The same bytes are taken once in the whole draft, not once a kind. */
  readonly onceInDraft?: boolean;
  /** Words for a kind, to name another file of the same content. */
  readonly labelOf?: ((kind: string) => string) | undefined;
}

/**
 * Whether the bytes of a file were read to their end, so that they can go into the draft. What is no file,
 * is gone, or is larger than anything that can be bound was not read, and must not be read here either: a
 * pipe never ends. An empty file has nothing to read.
 */
function wasRead({ sha256, problems }: Inspection): boolean {
  return sha256 !== '' || problems.some(({ code }) => code === 'file-empty');
}

/** Takes files into a draft one by one; the rows are the caller's to save. */
export type Taker = {
  /** New rows, not saved yet. */
  readonly rows: readonly Attachment[];
  /** Of the files taken so far that were read. */
  readonly readings: () => readonly AttachmentReading[];
  readonly take: (file: FileToAdd, inspection: Inspection, reading: FileReading | null) => Promise<AddedFile>;
};

export function createTaker(draft: Draft, { newId, onceInDraft = false, labelOf }: TakerOptions): Taker {
  const present = attachments.all(draft);
  const next = rowIds(present, newId);
  const known = new Map<string, Attachment[]>();
  for (const row of present) known.set(row.sha256, [...(known.get(row.sha256) ?? []), row]);
  const rows: Attachment[] = [];
  const readings = new Map<string, AttachmentReading>();
  const old = new Set(present.map(({ id }) => id));

  const take: Taker['take'] = async ({ path: source, kind, ref, name }, inspection, reading) => {
    const { ok, sniffedType, pages, problems } = inspection;
    const facts = { file: ref, kind, sniffedType, pages };
    if (!wasRead(inspection)) return notAdded({ kind, ref }, inspection, problems);
    const blob = await addBlob(draft, source);
    if (!blob.ok) {
      const { code, message } = blob.problem;
      return notAdded({ kind, ref }, inspection, [...problems, { code, message, severity: 'error' }]);
    }
    const { sha256, bytes } = blob.value;
    // What was found out, read from it too, is of other bytes: a folder that is still syncing. Nothing names these.
    if (inspection.sha256 !== '' && inspection.sha256 !== sha256)
      return notAdded({ kind, ref }, inspection, [CHANGED]);
    const same = known.get(sha256) ?? [];
    const there = onceInDraft ? same[0] : same.find((one) => one.kind === kind);
    if (there !== undefined) {
      if (reading !== null && old.has(there.id)) readings.set(there.id, { attachment: there.id, reading });
      // What was told of it when it came still holds, a reading then included.
      const isFine = there.pages !== null && !there.problems.some(({ severity }) => severity === 'error');
      return {
        ...facts,
        ok: isFine,
        id: there.id,
        kind: there.kind,
        pages: there.pages,
        sha256,
        problems: [...there.problems, alreadyAttached(onceInDraft)],
      };
    }
    const [elsewhere] = same;
    const told = [...problems, ...(elsewhere === undefined ? [] : [alsoUnder(elsewhere, labelOf)])];
    const { id, order } = next(kind);
    const row: Attachment = {
      id,
      kind,
      name: name ?? path.basename(source),
      title: '',
      sha256,
      bytes,
      sniffedType,
      pages,
      encrypted: inspection.encrypted,
      blankPages: [...inspection.blankPages],
      dpi: inspection.dpi,
      colourPages: inspection.colourPages,
      problems: told,
      order,
      rotate: 0,
      omitPages: [],
    };
    known.set(sha256, [...same, row]);
    rows.push(row);
    if (reading !== null) readings.set(id, { attachment: id, reading });
    return { ...facts, ok, id, sha256, problems: told };
  };
  return { rows, readings: () => [...readings.values()], take };
}

/** A file that stays outside, with what is known about it. */
export function notAdded(
  { kind, ref }: Pick<FileToAdd, 'kind' | 'ref'>,
  { sniffedType, pages }: Inspection,
  problems: readonly FileProblem[],
): AddedFile {
  return { file: ref, kind, sniffedType, pages, ok: false, id: null, sha256: null, problems };
}

const CHANGED: FileProblem = {
  code: 'file-changed',
  message: '文件在读取时被改动了，没有添加；请等它写完或同步完再添加一次',
  severity: 'error',
};

function alreadyAttached(onceInDraft: boolean): FileProblem {
  return {
    code: 'file-already-attached',
    message: onceInDraft ? '同一个文件已在附件中，没有重复添加' : '同一个文件已在这一类附件中，没有重复添加',
    severity: 'warning',
  };
}

/** True forever, whatever becomes of the other file: it says how things were when this one came. */
function alsoUnder(
  { kind, name }: Pick<Attachment, 'kind' | 'name'>,
  labelOf: TakerOptions['labelOf'],
): FileProblem {
  const place = labelOf === undefined ? '' : `“${labelOf(kind)}”中的`;
  return {
    code: 'file-also-elsewhere',
    message: `添加时，附件中已有内容相同的文件：${place}“${name}”`,
    severity: 'hint',
  };
}
