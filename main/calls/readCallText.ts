import { readFileSync, statSync } from 'node:fs';
import type { CallProblem } from './callProblem.ts';

/** A call is a few thousand lines; whatever is larger is another file. */
const MOST_BYTES = 5 * 1024 * 1024;

type Text =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: CallProblem };

function refused(message: string, mend: string): Text {
  return { ok: false, problem: { path: '', line: null, message, mend } };
}

/** The text of a call file; UTF-8 with or without a byte order mark. */
export function readCallText(file: string): Text {
  let bytes: Buffer;
  try {
    const stats = statSync(file);
    if (stats.isDirectory())
      return refused('这是一个文件夹，不是通知文件', '请指明文件夹里的那个 .json 文件');
    if (stats.size > MOST_BYTES)
      return refused(`文件有 ${Math.ceil(stats.size / 1024 / 1024)} MB，不像是通知文件`, '请核对文件名');
    bytes = readFileSync(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing
      ? refused('找不到这个文件', '请核对文件名和所在的文件夹')
      : refused('文件打不开', '请确认文件没有被别的程序独占，并且您有权读取它');
  }
  if (bytes.length === 0) return refused('文件是空的', '请从 assets/calls 里的通知复制一份再改');
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refused('文件不是 UTF-8 编码', '请用编辑器“另存为”，编码选 UTF-8');
  }
}
