import { lstat, open, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '../../shared/entities/attachment.ts';
import { ARCHIVE_PROBLEMS } from '../intake/archive/archiveProblems.ts';
import { UNPACK_LIMITS, unpackArchive } from '../intake/archive/unpackArchive.ts';
import { FILE_PROBLEMS } from '../intake/fileProblems.ts';
import { sniffFile } from '../intake/sniffFile.ts';
import { foreignArchive } from '../intake/sniffType.ts';
import { LITTER } from './sortByFolder.ts';

export interface GatheredFile {
  /** Absolute; a regular file when it was looked at. */
  readonly path: string;
  /** As a person names it: the file's name, or its way from the folder or archive that was handed over, with `/`. */
  readonly ref: string;
  /** Index of the path that was handed over, which it is or lies in. */
  readonly from: number;
}

export interface Gathered {
  readonly files: readonly GatheredFile[];
  readonly refused: readonly {
    readonly name: string;
    readonly problems: readonly FileProblem[];
    readonly from: number;
  }[];
}

export interface GatherOptions {
  /** What the caller calls each of the paths; their last part unless given. */
  readonly names?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Gives the folder archives are unpacked to (absolute path); without it they stay files. */
  readonly unpackTo?: (() => Promise<string>) | undefined;
  /** An archive is at work. */
  readonly onArchive?: ((ref: string) => void) | undefined;
}

/** More than anybody hands in; a whole disk dropped by mistake ends here. */
const MOST_FILES = 5000;
const DEEPEST = 12;
/** An archive inside an archive is unpacked; what lies deeper is somebody's trick or mistake. */
const MOST_ARCHIVES_DEEP = 2;
/** A ZIP begins with its first entry, or, when it is empty, with its end. */
const ZIP = /^504b(0304|0506)/;

const refusal = (code: string, message: string): FileProblem => ({ code, message, severity: 'error' });
const REFUSALS = {
  gone: refusal('file-missing', '文件不存在或已被移动'),
  special: refusal('file-type-unsupported', '这不是普通文件，无法读取'),
  link: refusal('file-is-link', '这是快捷方式或链接，没有跟随；请添加它指向的文件'),
  draft: refusal('file-is-draft', '这是成册的草稿，不能作为附件；要打开它，请用“打开草稿”'),
  deep: refusal('folder-too-deep', '文件夹层级过深，其中的文件没有添加'),
  many: refusal('too-many-files', `一次最多添加 ${MOST_FILES} 个文件，其余没有添加；请分几次添加`),
  unreadable: refusal('file-unreadable', '没有权限读取'),
} as const;

const byName = new Intl.Collator('zh-Hans-CN', { numeric: true }).compare;

/**
 * Every regular file among `paths`, below the folders and inside the ZIP archives among them, in order of name.
 * Nothing is trusted: links inside folders are not followed (they lead anywhere), what is no file is named as refused,
 * the number of files, the depth of folders and what archives may unpack to are limited. A link that was handed over
 * itself is followed: that is what was pointed at.
 * @param paths absolute
 */
export async function gatherFiles(
  paths: readonly string[],
  { names = [], signal, unpackTo, onArchive }: GatherOptions = {},
): Promise<Gathered> {
  const files: GatheredFile[] = [];
  const refused: { name: string; problems: FileProblem[]; from: number }[] = [];
  let from = 0;
  // All archives together, so that many small ones cannot do what one large one may not.
  let bytesLeft = UNPACK_LIMITS.totalBytes;
  const refuse = (name: string, problem: FileProblem): void => {
    refused.push({ name, problems: [problem], from });
  };

  const take = async (file: string, ref: string, depth: number): Promise<void> => {
    if (signal?.aborted === true || files.length > MOST_FILES) return;
    const found = await lstat(file).catch(() => null);
    if (found === null) return refuse(ref, REFUSALS.gone);
    if (found.isSymbolicLink()) return refuse(ref, REFUSALS.link);
    if (found.isDirectory()) return depth < DEEPEST ? walk(file, ref, depth) : refuse(ref, REFUSALS.deep);
    if (!found.isFile()) return refuse(ref, REFUSALS.special);
    await takeFile(file, ref, 0);
  };
  const walk = async (folder: string, ref: string, depth: number): Promise<void> => {
    const names = await readdir(folder).catch(() => null);
    if (names === null) return refuse(ref, REFUSALS.unreadable);
    for (const name of names.filter((one) => !LITTER.test(one)).sort(byName))
      await take(path.join(folder, name), `${ref}/${name}`, depth + 1);
  };
  const takeFile = async (file: string, ref: string, archivesDeep: number): Promise<void> => {
    if (signal?.aborted === true || files.length > MOST_FILES) return;
    if (/\.chengce$/i.test(ref)) return refuse(ref, REFUSALS.draft);
    if (unpackTo !== undefined) {
      const head = await firstBytes(file);
      const foreign = foreignArchive(head);
      if (foreign !== null) return refuse(ref, FILE_PROBLEMS.unpackFirst(foreign));
      const isZip = ZIP.test(head.toString('hex')) && (await isUnknownZip(file));
      if (isZip && (await unpack(file, ref, archivesDeep, unpackTo))) return;
    }
    files.push({ path: file, ref, from });
  };
  /** False when the file only looks like an archive. */
  const unpack = async (
    archive: string,
    ref: string,
    deep: number,
    to: () => Promise<string>,
  ): Promise<boolean> => {
    onArchive?.(ref);
    const limits = { totalBytes: Math.max(1, bytesLeft) };
    const onlyLook = deep >= MOST_ARCHIVES_DEEP;
    const unpacked = await unpackArchive(archive, await to(), { signal, limits, onlyLook });
    if (!unpacked.isArchive) return false;
    // An OFD cut short is a ZIP that cannot be opened; it stays listed as the damaged file it is.
    if (/\.ofd$/i.test(ref) && unpacked.files.length === 0) return false;
    if (onlyLook) refuse(ref, ARCHIVE_PROBLEMS.nested());
    bytesLeft -= unpacked.bytes;
    const wanted = unpacked.files.filter((one) => !isLitter(one.ref));
    for (const one of wanted.toSorted((a, b) => byName(a.ref, b.ref)))
      await takeFile(one.path, `${ref}/${one.ref}`, deep + 1);
    for (const { ref: inner, problem } of unpacked.refused)
      if (!isLitter(inner)) refuse(inner === '' ? ref : `${ref}/${inner}`, problem);
    return true;
  };

  for (const [index, given] of paths.entries()) {
    from = index;
    const ref = names[index] ?? path.basename(given);
    if (!path.isAbsolute(given)) refuse(ref, REFUSALS.gone);
    else await take(await realpath(given).catch(() => given), ref, 0);
  }
  if (files.length > MOST_FILES) {
    files.length = MOST_FILES;
    refuse('其余文件', REFUSALS.many);
  }
  return { files, refused };
}

function isLitter(ref: string): boolean {
  return LITTER.test(path.posix.basename(ref));
}

/** OFD and xlsx are told by their two ends: a folder of hundreds need not start a process for each to learn it. */
async function isUnknownZip(file: string): Promise<boolean> {
  const sniffed = await sniffFile(file).catch(() => null);
  return sniffed === null || sniffed.sniffedType === 'zip';
}

/** Empty when the file cannot be read: whoever looks into it says why. */
async function firstBytes(file: string): Promise<Buffer> {
  const opened = await open(file, 'r').catch(() => null);
  if (opened === null) return Buffer.alloc(0);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return Buffer.alloc(0);
  } finally {
    await opened.close();
  }
}
