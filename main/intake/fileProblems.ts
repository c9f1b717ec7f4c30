import type { FileProblem } from '../../shared/entities/attachment.ts';

type Severity = FileProblem['severity'];

const problem = (
  code: string,
  message: string,
  severity: Severity,
  pages?: readonly number[],
): FileProblem => ({ code, message, severity, ...(pages === undefined ? {} : { pages: [...pages] }) });

/** Longest list of pages in a message. */
const PAGES_NAMED = 8;

function pageList(pages: readonly number[]): string {
  const named = pages.slice(0, PAGES_NAMED).join('、');
  return pages.length > PAGES_NAMED ? `${named} 等 ${pages.length} 页` : named;
}

/** Every problem the intake can report, with the words a person reads. */
export const FILE_PROBLEMS = {
  missing: () => problem('file-missing', '文件不存在或已被移动', 'error'),
  folder: () => problem('file-is-folder', '这是文件夹，不是文件；请选择其中的文件', 'error'),
  special: () => problem('file-type-unsupported', '这不是普通文件，无法读取', 'error'),
  unreadable: () => problem('file-unreadable', '文件正被其他程序占用或没有读取权限', 'error'),
  empty: () => problem('file-empty', '文件为空（0 字节）', 'error'),
  tooLarge: (limitMb: number) => problem('file-too-large', `文件超过 ${limitMb} MB，无法处理`, 'error'),
  encrypted: () => problem('file-encrypted', '文件设有打开密码；请解除密码后重新添加', 'error'),
  restricted: () => problem('file-restricted', '文件设有编辑限制，装订时将保留页面内容', 'hint'),
  damaged: (why: string) => problem('file-damaged', `文件已损坏或不完整：${why}`, 'error'),
  noPages: () => problem('file-without-pages', '文件中没有页面', 'error'),
  tooManyPages: (pages: number) =>
    problem('too-many-pages', `文件声称有 ${pages} 页，超出可处理的范围`, 'error'),
  pictureTooLarge: () => problem('picture-too-large', '图片像素过多，无法处理；请缩小后再添加', 'error'),
  /** It asks for more memory than any invoice needs, whatever its own size. */
  ofdTooLarge: () =>
    problem('file-too-large', 'OFD 文件展开后的内容过多，无法处理；请向开票方索取 PDF 后添加', 'error'),
  ofdDamaged: () => problem('file-damaged', 'OFD 文件已损坏或不完整；请向开票方重新索取后添加', 'error'),
  /** @param missing what its pages lack, in words */
  ofdIncomplete: (missing: readonly string[]) =>
    problem(
      'ofd-incomplete',
      `${missing.slice(0, PAGES_NAMED).join('、')}${missing.length > PAGES_NAMED ? ` 等 ${missing.length} 处` : ''}没有画出来，请核对页面，并向开票方索取 PDF 一并附上`,
      'warning',
    ),
  /** An archive no reader of ours opens, by what it is called. */
  unpackFirst: (what: string) =>
    problem(
      'archive-not-unpacked',
      `这是 ${what} 压缩包，本软件不能解开；请先解压，再添加其中的文件`,
      'error',
    ),
  zip: () => problem('archive-not-unpacked', '这是 ZIP 压缩包；请先解压，再添加其中的文件', 'error'),
  /** Found by content, whatever the name says. */
  misnamed: (ending: string, what: string) =>
    problem('name-misleads', `文件名以 ${ending} 结尾，内容其实是${what}；已按内容处理`, 'hint'),
  upsideDown: (pages: readonly number[]) =>
    problem('page-upside-down', `第 ${pageList(pages)} 页上下颠倒，装订前请旋转 180°`, 'warning', pages),
  blankPages: (pages: readonly number[]) => problem('page-blank', `第 ${pageList(pages)} 页是空白页`, 'hint'),
} as const;
