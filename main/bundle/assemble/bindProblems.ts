import { assertNever } from '../../../shared/assertNever.ts';
import type { FileProblem } from '../../../shared/entities/attachment.ts';

/** The file is there but cannot be read, for a reason given in Chinese. */
export function unreadable(reason: string): FileProblem {
  return { code: 'file-damaged', message: `文件已损坏或格式不规范：${reason}`, severity: 'error' };
}

/** Why PDFium did not open a file. */
export function openProblem(code: 'file-encrypted' | 'file-damaged' | 'file-too-large'): FileProblem {
  switch (code) {
    case 'file-encrypted':
      return { code, message: '文件设有打开密码，无法装订；请先解除密码', severity: 'error' };
    case 'file-damaged':
      return { code, message: '文件已损坏，无法打开；请重新导出或扫描', severity: 'error' };
    case 'file-too-large':
      return { code, message: '文件超过 4 GB，无法装订', severity: 'error' };
    default:
      return assertNever(code);
  }
}
