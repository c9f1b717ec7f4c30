import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { fileSha256 } from '../../fileSha256.ts';
import type { ClaimedPackage } from '../packageFacts.ts';
import { proofLine } from '../proofLine.ts';

async function problemsOf(dir: string, file: ClaimedPackage['files'][number]): Promise<string[]> {
  const { name, bytes, sha256 } = file;
  // A manifest from elsewhere must not lead out of its folder.
  if (name !== basename(name) || /[\\/]/.test(name)) return [`文件名“${name}”不在成册文件夹内`];
  const path = join(dir, name);
  try {
    const found = await stat(path);
    if (!found.isFile()) return [`“${name}”不是文件`];
    if (found.size !== bytes) return [`“${name}”大小为 ${found.size} 字节，清单记为 ${bytes} 字节`];
    if ((await fileSha256(path)) !== sha256) return [`“${name}”内容与导出时不同（校验值不符）`];
    return [];
  } catch {
    return [`找不到或无法读取“${name}”`];
  }
}

const ROLES: Readonly<Record<ClaimedPackage['files'][number]['role'], string>> = {
  pdf: '装订用 PDF',
  word: 'Word 文档',
  sheet: '装订与盖章清单',
};

/** Each file of the package is there, as long as when it was exported, and unchanged. */
export async function proveFiles(dir: string, { files }: ClaimedPackage): Promise<ProofLine[]> {
  return Promise.all(
    files.map(async (file) =>
      proofLine(
        `文件完整：${ROLES[file.role]}`,
        await problemsOf(dir, file),
        `“${file.name}”，${file.bytes} 字节，校验值一致`,
      ),
    ),
  );
}
