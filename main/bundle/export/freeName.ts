import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A name nothing in the folder bears, for a file that is kept beside a new one: `报告（此前的版本 2020-02-01 0930）.docx`. */
export async function freeName(folder: string, name: string, stamp: string): Promise<string> {
  const { name: base, ext } = path.parse(name);
  const present = new Set((await readdir(folder)).map((one) => one.toLowerCase()));
  for (let turn = 1; ; turn += 1) {
    const candidate = `${base}（此前的版本 ${stamp}${turn === 1 ? '' : ` ${turn}`}）${ext}`;
    if (!present.has(candidate.toLowerCase())) return candidate;
  }
}
