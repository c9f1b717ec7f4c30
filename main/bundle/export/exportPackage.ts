import { mkdir, mkdtemp, open, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { handInSheet } from '../../../shared/documents/handInSheet.ts';
import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import { typeset } from '../typeset/typeset.ts';
import { buildVolume, type Volume } from './buildVolume.ts';
import { describeFile } from './describeFile.ts';
import type { ExportInput } from './exportInput.ts';
import { ExportRefused } from './exportRefused.ts';
import { MANIFEST_NAME, placePackage } from './placePackage.ts';
import { reasonsForDraft } from './reasonsForDraft.ts';

export type ExportOutcome =
  | {
      readonly ok: true;
      readonly manifest: PackageManifest;
      /** Names under which earlier files that somebody had worked on were kept. */
      readonly kept: readonly string[];
    }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

/**
 * Makes the whole package: bound PDF, Word document, hand-in sheet, manifest. With anything of level
 * error open, a file that could not be bound, or a proof that does not hold, every page says 草稿.
 * Until the very end all is written into a stage inside the folder; cancelled or failed, nothing is
 * left behind and an earlier package there is untouched.
 */
export async function exportPackage(input: ExportInput): Promise<ExportOutcome> {
  let stage: string | undefined;
  let made: string | undefined;
  try {
    made = await mkdir(input.folder, { recursive: true });
    stage = await mkdtemp(path.join(input.folder, '.chengce-'));
    const volume = await provedVolume(input, stage);
    const manifest = await finish(input, path.join(stage, 'package'), volume);
    const kept = await placePackage(path.join(stage, 'package'), input.folder, stampOf(input.now));
    return { ok: true, manifest, kept };
  } catch (error) {
    const problem = problemOf(error, input);
    if (problem === null) throw error;
    return { ok: false, problem };
  } finally {
    if (stage !== undefined) await rm(stage, { recursive: true, force: true });
    // rmdir refuses a folder that holds anything, which is what is wanted.
    if (made !== undefined) await rmdir(input.folder).catch(() => undefined);
  }
}

/** Only the written files can tell some reasons: then the volume is made again, marked as what it is. */
async function provedVolume(input: ExportInput, stage: string): Promise<Volume> {
  const attempt = async (reasons: readonly string[]): Promise<Volume> => {
    const folder = path.join(stage, 'package');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    return buildVolume(input, folder, reasons);
  };
  const volume = await attempt(reasonsForDraft(input.report));
  return volume.draft || volume.reasons.length === 0 ? volume : attempt(volume.reasons);
}

/** Writes the hand-in sheet, which tells what the proof saw, and last the manifest. */
async function finish(input: ExportInput, stage: string, volume: Volume): Promise<PackageManifest> {
  input.onProgress?.({ stage: 'sheet', message: '正在写装订与盖章清单' });
  const facts = { ...volume.manifest, final: !volume.draft, reasons: [...volume.reasons] };
  const sheet = await typeset(handInSheet(input.call, facts, input.report), {
    assets: new Map(),
    pageNumbers: new Map(),
    fontsDir: input.fontsDir,
    date: input.now.toISOString(),
  });
  await writeFile(path.join(stage, volume.names.sheet), sheet.pdf);
  const manifest: PackageManifest = {
    ...facts,
    files: [...facts.files, await describeFile(stage, 'sheet', volume.names.sheet)],
  };
  await writeFile(path.join(stage, MANIFEST_NAME), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of [...manifest.files.map((file) => file.name), MANIFEST_NAME])
    await flush(path.join(stage, name));
  return manifest;
}

/** Has the disk hold the file before its name tells that it is whole. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function stampOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}${two(now.getMinutes())}`;
}

const DISK_PROBLEMS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘空间不足，成品没有写出，已有的文件没有改动。请清理磁盘或换一个位置再导出。',
  EDQUOT: '磁盘配额不足，成品没有写出，已有的文件没有改动。请换一个位置再导出。',
  EACCES: '没有权限写入这个文件夹，成品没有写出。请换一个位置再导出。',
  EPERM: '没有权限写入这个文件夹，成品没有写出。若其中的文件正在别的程序中打开，请先关闭它。',
  EBUSY: '文件夹中的文件正在别的程序中打开，成品没有写出。请先关闭它再导出。',
  EROFS: '这个位置是只读的，成品没有写出。请换一个位置再导出。',
  ENOTDIR: '导出位置不是文件夹，成品没有写出。请换一个位置再导出。',
  EEXIST: '导出位置已有一个同名文件，成品没有写出。请换一个位置再导出。',
  EIO: '读写磁盘时出错，成品没有写出，已有的文件没有改动。请检查磁盘或换一个位置再导出。',
  ENAMETOOLONG: '导出位置的路径太长，成品没有写出。请换一个路径较短的文件夹。',
};

function problemOf(error: unknown, { signal }: ExportInput): { code: string; message: string } | null {
  if (signal?.aborted === true) return { code: 'cancelled', message: '已取消导出，没有留下任何文件。' };
  if (error instanceof ExportRefused) return { code: error.code, message: error.message };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = DISK_PROBLEMS[code];
  return message === undefined ? null : { code: `disk-${code.toLowerCase()}`, message };
}
