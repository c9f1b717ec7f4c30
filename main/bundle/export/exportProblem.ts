import type { ExportInput } from './exportInput.ts';
import { ExportRefused } from './exportRefused.ts';

const DISK_PROBLEMS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘空间不足，成品没有写出，已有的文件没有改动。请清理磁盘或换一个位置再导出。',
  EDQUOT: '磁盘配额不足，成品没有写出，已有的文件没有改动。请换一个位置再导出。',
  EACCES: '没有权限写入这个文件夹，成品没有写出。请换一个位置再导出。',
  EPERM:
    '没有权限写入这个文件夹，成品没有写出，已有的文件没有改动。若其中的文件正在别的程序中打开，请先关闭它。',
  EBUSY: '文件夹中的文件正在别的程序中打开，成品没有写出，已有的文件没有改动。请先关闭它再导出。',
  ETXTBSY: '文件夹中的文件正在别的程序中打开，成品没有写出，已有的文件没有改动。请先关闭它再导出。',
  EROFS: '这个位置是只读的，成品没有写出。请换一个位置再导出。',
  ENOTDIR: '导出位置不是文件夹，成品没有写出。请换一个位置再导出。',
  EEXIST: '导出位置已有一个同名文件，成品没有写出。请换一个位置再导出。',
  EISDIR: '导出位置已有一个与成品文件同名的文件夹，成品没有写出，已有的文件没有改动。请移走它再导出。',
  EIO: '读写磁盘时出错，成品没有写出，已有的文件没有改动。请检查磁盘或换一个位置再导出。',
  ENODEV: '导出位置所在的磁盘已断开，成品没有写出。请重新接好或换一个位置再导出。',
  ELOOP: '导出位置的快捷链接绕成了圈，成品没有写出。请换一个位置再导出。',
  EMFILE: '系统中打开的文件太多，成品没有写出，已有的文件没有改动。请关闭一些程序再导出。',
  ENFILE: '系统中打开的文件太多，成品没有写出，已有的文件没有改动。请关闭一些程序再导出。',
  ENAMETOOLONG: '导出位置的路径太长，成品没有写出。请换一个路径较短的文件夹。',
};

/** What a failed export tells the user; null for a bug. */
export function exportProblem(
  error: unknown,
  { signal }: ExportInput,
): { readonly code: string; readonly message: string } | null {
  // Files that could not be put back are told even to one who no longer waits.
  if (error instanceof ExportRefused) return { code: error.code, message: error.message };
  if (signal?.aborted === true) return { code: 'cancelled', message: '已取消导出，没有留下任何文件。' };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = DISK_PROBLEMS[code];
  return message === undefined ? null : { code: `disk-${code.toLowerCase()}`, message };
}
