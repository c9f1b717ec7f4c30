import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '../../shared/entities/attachment.ts';
import { LITTER } from './sortByFolder.ts';

export interface GatheredFile {
  /** Absolute; a regular file when it was looked at. */
  readonly path: string;
  /** As a person names it: the file's name, or its way from the folder that was handed over, with `/`. */
  readonly ref: string;
}

export interface Gathered {
  readonly files: readonly GatheredFile[];
  readonly refused: readonly { readonly name: string; readonly problems: readonly FileProblem[] }[];
}

/** More than anybody hands in; a whole disk dropped by mistake ends here. */
const MOST_FILES = 5000;
const DEEPEST = 12;

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
 * Every regular file among `paths` and below the folders among them, in order of name. Nothing is trusted: links
 * inside folders are not followed (they lead anywhere), what is no file is named as refused, the number of files and
 * the depth of folders are limited. A link that was handed over itself is followed: that is what was pointed at.
 * @param paths absolute
 */
export async function gatherFiles(paths: readonly string[], signal?: AbortSignal): Promise<Gathered> {
  const files: GatheredFile[] = [];
  const refused: { name: string; problems: FileProblem[] }[] = [];
  const refuse = (name: string, problem: FileProblem): void => {
    refused.push({ name, problems: [problem] });
  };

  const take = async (file: string, ref: string, depth: number): Promise<void> => {
    if (signal?.aborted === true || files.length > MOST_FILES) return;
    const found = await lstat(file).catch(() => null);
    if (found === null) return refuse(ref, REFUSALS.gone);
    if (found.isSymbolicLink()) return refuse(ref, REFUSALS.link);
    if (found.isDirectory()) return depth < DEEPEST ? walk(file, ref, depth) : refuse(ref, REFUSALS.deep);
    if (!found.isFile()) return refuse(ref, REFUSALS.special);
    if (/\.chengce$/i.test(file)) return refuse(ref, REFUSALS.draft);
    files.push({ path: file, ref });
  };
  const walk = async (folder: string, ref: string, depth: number): Promise<void> => {
    const names = await readdir(folder).catch(() => null);
    if (names === null) return refuse(ref, REFUSALS.unreadable);
    for (const name of names.filter((one) => !LITTER.test(one)).sort(byName))
      await take(path.join(folder, name), `${ref}/${name}`, depth + 1);
  };

  for (const given of paths) {
    const ref = path.basename(given);
    if (!path.isAbsolute(given)) refuse(ref, REFUSALS.gone);
    else await take(await realpath(given).catch(() => given), ref, 0);
  }
  if (files.length > MOST_FILES) {
    files.length = MOST_FILES;
    refuse('其余文件', REFUSALS.many);
  }
  return { files, refused };
}
