import path from 'node:path';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { z } from 'zod';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { sniffFile } from '../sniffFile.ts';
import { ARCHIVE_PROBLEMS } from './archiveProblems.ts';
import { decodeEntryName } from './decodeEntryName.ts';
import { safeEntryPath } from './safeEntryPath.ts';
import { createUnpackBudget, unpackEntry } from './unpackEntry.ts';
import type { UnpackLimits, unpackOperation } from './unpackOperation.ts';

type Input = z.output<typeof unpackOperation.input>;
type Unpacked = z.input<typeof unpackOperation.output>;
type Progress = z.input<typeof unpackOperation.progress>;

/** A ZIP with one of these in it is a document. */
const DOCUMENTS = new Set([
  'ofd.xml',
  'xl/workbook.xml',
  'xl/workbook.bin',
  'word/document.xml',
  'ppt/presentation.xml',
]);
/** A report after so many bytes, not after every piece. */
const TELL_BYTES = 4 * 2 ** 20;
const UNIX = 3;
const FILE_TYPE = 0xf000;
const REGULAR = 0x8000;

/** The work of `unpackArchive`, inside the child process. */
export async function unpackZip(
  { path: archive, into, limits, onlyLook }: Input,
  report: (progress: Progress) => void,
): Promise<Unpacked> {
  const none: Unpacked = { isArchive: false, files: [], bytes: 0, refused: [] };
  const { sniffedType, bytes } = await sniffFile(archive);
  if (sniffedType !== 'zip') return none;
  const whole = (problem: FileProblem): Unpacked => ({
    ...none,
    isArchive: true,
    refused: [{ ref: '', problem }],
  });
  let zip: ZipFile;
  try {
    // Sizes are counted and checksums compared here: headers are not believed.
    zip = await openPromise(archive, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
  } catch {
    return whole(ARCHIVE_PROBLEMS.damaged());
  }
  try {
    const listed = await listEntries(zip, limits);
    if (listed.entries.some(({ name }) => DOCUMENTS.has(name.toLowerCase()))) return none;
    if (onlyLook) return { ...none, isArchive: true };
    return await unpackAll(zip, listed, { into, limits, packedBytes: bytes, report });
  } finally {
    zip.close();
  }
}

type NamedEntry = { readonly entry: Entry; readonly name: string };
type Listed = { readonly entries: readonly NamedEntry[]; readonly problem: FileProblem | null };

/** The table of contents as far as it can be read and the limit allows; folders are left out. */
async function listEntries(zip: ZipFile, limits: UnpackLimits): Promise<Listed> {
  const entries: NamedEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const name = decodeEntryName(entry);
      if (/[\\/]$/.test(name)) continue;
      if (entries.length >= limits.entries)
        return { entries, problem: ARCHIVE_PROBLEMS.tooMany(limits.entries) };
      entries.push({ entry, name });
    }
    return { entries, problem: null };
  } catch {
    return { entries, problem: ARCHIVE_PROBLEMS.damaged() };
  }
}

type Work = {
  readonly into: string;
  readonly limits: UnpackLimits;
  readonly packedBytes: number;
  readonly report: (progress: Progress) => void;
};

async function unpackAll(zip: ZipFile, { entries, problem }: Listed, work: Work): Promise<Unpacked> {
  const files: Unpacked['files'] = [];
  const refused: Unpacked['refused'] = problem === null ? [] : [{ ref: '', problem }];
  const refs = new Map<string, number>();
  let told = 0;
  const tell = (bytes: number): void => {
    if (bytes - told < TELL_BYTES) return;
    told = bytes;
    work.report({ bytes });
  };
  const budget = createUnpackBudget(work.limits, work.packedBytes, tell);
  for (const [index, { entry, name }] of entries.entries()) {
    const ref = unlike(safeEntryPath(name), refs);
    const wrong = refusalOf(entry);
    if (wrong !== null) {
      refused.push({ ref, problem: wrong });
      continue;
    }
    const file = `${String(index + 1).padStart(5, '0')}${endingOf(ref)}`;
    const outcome = await unpackEntry(zip, entry, path.join(work.into, file), budget);
    // Thousands of tiny entries are progress too.
    work.report({ bytes: budget.spent() });
    if (outcome.ok) files.push({ file, ref });
    else refused.push({ ref: outcome.ends ? '' : ref, problem: outcome.problem });
    if (!outcome.ok && outcome.ends) break;
  }
  if (entries.length === 0 && problem === null) refused.push({ ref: '', problem: ARCHIVE_PROBLEMS.empty() });
  return { isArchive: true, files, bytes: budget.spent(), refused };
}

function refusalOf(entry: Entry): FileProblem | null {
  const isUnix = entry.versionMadeBy >>> 8 === UNIX;
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (isUnix && type !== 0 && type !== REGULAR) return ARCHIVE_PROBLEMS.link();
  if (entry.isEncrypted()) return ARCHIVE_PROBLEMS.encrypted();
  return entry.canDecodeFileData() ? null : ARCHIVE_PROBLEMS.method();
}

/**
 * Two entries may bear one name, or come to bear it when made safe; each is told apart.
 * @param taken names so far, in small letters, and how often each was wished for
 */
function unlike(ref: string, taken: Map<string, number>): string {
  const { dir, name, ext } = path.posix.parse(ref);
  let free = ref;
  let turn = taken.get(ref.toLowerCase()) ?? 0;
  while (taken.has(free.toLowerCase())) free = path.posix.join(dir, `${name} (${++turn + 1})${ext}`);
  taken.set(ref.toLowerCase(), turn);
  taken.set(free.toLowerCase(), taken.get(free.toLowerCase()) ?? 0);
  return free;
}

function endingOf(ref: string): string {
  const ending = path.posix.extname(ref).toLowerCase();
  return /^\.[a-z0-9]{1,10}$/.test(ending) ? ending : '';
}
