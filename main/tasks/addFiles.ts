import type { FileProblem } from '../../shared/entities/attachment.ts';
import type { AttachmentReading, FileReading } from '../../shared/entities/fileReading.ts';
import { keptBeside } from '../../shared/evidence/keptBeside.ts';
import { inspectFiles } from '../intake/inspectFiles.ts';
import type { Inspection } from '../intake/inspection.ts';
import { attachments } from '../store/attachments.ts';
import type { Draft } from '../store/draft.ts';
import type { AddedFile } from './addedFile.ts';
import { createTaker, notAdded, type TakerOptions } from './createTaker.ts';
import type { FileToAdd } from './fileToAdd.ts';
import { type InspectedFile, type ReadingWish, readWanted } from './readWanted.ts';

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

export interface AddOptions extends TakerOptions {
  /** Files looked into so far. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Files read so far, of those that are read; begins when all have been looked into. */
  readonly onRead?: ((done: number, total: number, ref: string) => void) | undefined;
  /** Files taken into the draft so far; begins when all have been looked into and read. */
  readonly onStored?: ((done: number, total: number, ref: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Nothing is read unless wished. */
  readonly reading?: ReadingWish | undefined;
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
  if (saved.ok) return { ok: true, files: added, readings: taker.readings() };
  const { code, message } = saved.problem;
  const problems: FileProblem[] = [{ code, message, severity: 'error' }];
  const lost = new Set(taker.rows.map(({ id }) => id));
  const told = added.map((file) =>
    file.id !== null && lost.has(file.id) ? { ...file, ok: false, id: null, problems } : file,
  );
  return {
    ok: true,
    files: told,
    readings: taker.readings().filter(({ attachment }) => !lost.has(attachment)),
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
  const { problems } = inspection;
  const known = new Set(problems.map(({ code }) => code));
  const turned = reading.problems.filter(({ code }) => TURNED.has(code) && !known.has(code));
  const original = keptBeside({ ...inspection, name: inspection.path }, reading);
  return original === null
    ? { ...inspection, problems: [...problems, ...turned] }
    : { ...inspection, ...original, ok: true };
}

/** A code on a scan shows how its page stands; intake alone sees only words. */
const TURNED: ReadonlySet<string> = new Set(['page-upside-down', 'page-sideways']);
