import path from 'node:path';
import {
  type Attachment,
  type FileProblem,
  isKeptBeside,
  type SniffedType,
} from '../../shared/entities/attachment.ts';
import type { AttachmentReading, FileReading } from '../../shared/entities/fileReading.ts';
import { FILE_PROBLEMS } from '../intake/fileProblems.ts';
import { inspectFiles } from '../intake/inspectFiles.ts';
import type { Inspection } from '../intake/inspection.ts';
import { attachments } from '../store/attachments.ts';
import { addBlob } from '../store/blobs/addBlob.ts';
import type { Draft } from '../store/draft.ts';
import type { FileToAdd } from './fileToAdd.ts';
import { tellsSomething } from './kindOfReading.ts';
import { type InspectedFile, type ReadingWish, readWanted } from './readWanted.ts';
import { type NextRow, rowIds } from './rowIds.ts';

export interface AddedFile {
  readonly file: string;
  /** It is in the draft and can be bound, or kept beside what is bound, as far as intake can tell. */
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
  | {
      readonly ok: true;
      readonly files: readonly AddedFile[];
      /** What those files told that were read, the ones that were there already included. */
      readonly readings: readonly AttachmentReading[];
    }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

const CANCELLED: AddOutcome = {
  ok: false,
  problem: { code: 'cancelled', message: '已取消，没有添加任何附件' },
};

export interface AddOptions {
  /** Files looked into so far. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Files read so far, of those that are read; begins when all have been looked into. */
  readonly onRead?: ((done: number, total: number, ref: string) => void) | undefined;
  /** Files taken into the draft so far; begins when all have been looked into and read. */
  readonly onStored?: ((done: number, total: number, ref: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Makes the id of a new row; counted by kind unless given. Never an id that was in use before. */
  readonly newId?: ((kind: string) => string) | undefined;
  /** The same bytes are taken once in the whole draft, not once a kind. */
  readonly onceInDraft?: boolean;
  /** Nothing is read unless wished. */
  readonly reading?: ReadingWish | undefined;
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

/**
 * Takes files into a draft: each is looked at in a killable process, its bytes go in piece by piece, and what
 * is known about it is kept beside them. A file with problems goes in all the same, so that it stays listed
 * and can be replaced; one that cannot be read at all is only reported. The same bytes under the same kind
 * are not taken twice. Cancelled, it leaves the draft's attachments as they were.
 */
export async function addFiles(
  draft: Draft,
  files: readonly FileToAdd[],
  options: AddOptions = {},
): Promise<AddOutcome> {
  const { signal, reading: wish, onRead = () => {} } = options;
  const isCancelled = (): boolean => signal?.aborted === true;
  const inspected = await inspectAll(draft, files, options);
  if (isCancelled()) return CANCELLED;
  const readings = wish === undefined ? [] : await readWanted(inspected, wish, onRead, signal);
  if (isCancelled()) return CANCELLED;
  const taker = createTaker(draft, options);
  const added: AddedFile[] = [];
  for (const [index, { file, inspection, present }] of inspected.entries()) {
    if (isCancelled()) return CANCELLED;
    options.onStored?.(index, files.length, file.ref);
    const reading = readings[index] ?? null;
    const known = withReading(inspection, reading);
    const kind = wish === undefined || reading === null ? file.kind : wish.kindOf(file, reading);
    const unwanted = present === null ? (wish?.refusal?.(known.sniffedType, reading) ?? null) : null;
    added.push(
      unwanted === null
        ? await taker.take({ ...file, kind }, known, reading)
        : notAdded({ ...file, kind }, known, [...known.problems, unwanted]),
    );
  }
  if (isCancelled()) return CANCELLED;
  const saved = attachments.saveMany(draft, taker.rows);
  if (saved.ok) return { ok: true, files: added, readings: taker.readings };
  const { code, message } = saved.problem;
  const problems: FileProblem[] = [{ code, message, severity: 'error' }];
  const lost = new Set(taker.rows.map(({ id }) => id));
  const told = added.map((file) =>
    file.id !== null && lost.has(file.id) ? { ...file, ok: false, id: null, problems } : file,
  );
  return {
    ok: true,
    files: told,
    readings: taker.readings.filter(({ attachment }) => !lost.has(attachment)),
  };
}

async function inspectAll(
  draft: Draft,
  files: readonly FileToAdd[],
  { signal, onProgress }: AddOptions,
): Promise<InspectedFile[]> {
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
  const present = new Map(attachments.all(draft).map(({ sha256, id }) => [sha256, id]));
  return files.map((file, index) => {
    const inspection = inspections[index];
    if (inspection === undefined) throw new Error('an inspection for every file');
    return { file, inspection, present: present.get(inspection.sha256) ?? null };
  });
}

/** What reading adds to the facts: scans that lie on their side, and that an original needs no pages. */
function withReading(inspection: Inspection, reading: FileReading | null): Inspection {
  if (reading === null) return inspection;
  const { pages, sniffedType, problems } = inspection;
  const known = new Set(problems.map(({ code }) => code));
  const turned = reading.problems.filter(({ code }) => TURNED.has(code) && !known.has(code));
  const isOriginal = pages === null && tellsSomething(reading) && isKeptBeside({ sniffedType, pages: 0 });
  if (!isOriginal) return { ...inspection, problems: [...problems, ...turned] };
  const others = problems.filter(({ code }) => code !== 'file-type-unsupported');
  return { ...inspection, ok: true, pages: 0, problems: [...others, FILE_PROBLEMS.keptBeside()] };
}

/** A code on a scan shows how its page stands; intake alone sees only words. */
const TURNED: ReadonlySet<string> = new Set(['page-upside-down', 'page-sideways']);

type Taker = {
  /** New rows, not saved yet. */
  readonly rows: readonly Attachment[];
  readonly readings: readonly AttachmentReading[];
  readonly take: (file: FileToAdd, inspection: Inspection, reading: FileReading | null) => Promise<AddedFile>;
};

function createTaker(draft: Draft, { newId, onceInDraft = false, labelOf }: AddOptions): Taker {
  const present = attachments.all(draft);
  const next: NextRow = rowIds(present, newId);
  const known = new Map<string, Attachment[]>();
  for (const row of present) known.set(row.sha256, [...(known.get(row.sha256) ?? []), row]);
  const rows: Attachment[] = [];
  const readings: AttachmentReading[] = [];

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
    const same = known.get(sha256) ?? [];
    const there = onceInDraft ? same[0] : same.find((one) => one.kind === kind);
    if (there !== undefined) {
      const isOld = present.some(({ id }) => id === there.id);
      if (reading !== null && isOld && !readings.some(({ attachment }) => attachment === there.id))
        readings.push({ attachment: there.id, reading });
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
    if (reading !== null) readings.push({ attachment: id, reading });
    return { ...facts, ok, id, sha256, problems: told };
  };
  return { rows, readings, take };
}

function notAdded(
  { kind, ref }: Pick<FileToAdd, 'kind' | 'ref'>,
  { sniffedType, pages }: Inspection,
  problems: readonly FileProblem[],
): AddedFile {
  return { file: ref, kind, sniffedType, pages, ok: false, id: null, sha256: null, problems };
}

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
  labelOf: AddOptions['labelOf'],
): FileProblem {
  const place = labelOf === undefined ? '' : `“${labelOf(kind)}”中的`;
  return {
    code: 'file-also-elsewhere',
    message: `添加时，附件中已有内容相同的文件：${place}“${name}”`,
    severity: 'hint',
  };
}
