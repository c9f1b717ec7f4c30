import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { handInSheet } from '../../../shared/documents/handInSheet.ts';
import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import { reasonsForDraft } from '../../../shared/documents/reasonsForDraft.ts';
import { buildVolume, type Volume } from './buildVolume.ts';
import { describeFile } from './describeFile.ts';
import type { ExportInput } from './exportInput.ts';
import { exportProblem } from './exportProblem.ts';
import { MANIFEST_NAME } from './manifestName.ts';
import { openWriters, type Writers } from './openWriters.ts';
import { placePackage } from './placePackage.ts';
import { removeMade } from './removeMade.ts';
import { clearAbandonedWork, EARLIER, makeWorkFolder, REMOVAL, removeWorkFolder } from './workFolder.ts';

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
  const { folder, signal, now } = input;
  let work: string | undefined;
  let made: string | undefined;
  // Their start, which loads libraries, goes on beside the first steps.
  const writers = openWriters(input);
  try {
    made = await mkdir(folder, { recursive: true });
    const rescued = await clearAbandonedWork(folder, stampOf(now));
    work = await makeWorkFolder(folder);
    const stage = path.join(work, 'package');
    const volume = await provedVolume(input, stage, writers);
    const manifest = await finish(input, stage, volume, writers);
    signal?.throwIfAborted();
    const kept = await placePackage({ stage, gaveWay: path.join(work, EARLIER), folder }, stampOf(now));
    await rm(path.join(work, EARLIER), REMOVAL).catch(() => undefined);
    return { ok: true, manifest, kept: [...rescued, ...kept] };
  } catch (error) {
    const problem = exportProblem(error, input);
    if (problem === null) throw error;
    return { ok: false, problem };
  } finally {
    writers.close();
    if (work !== undefined) await removeWorkFolder(work);
    if (made !== undefined) await removeMade(made, folder);
  }
}

/** Only the written files can tell some reasons: then the volume is made again, marked as what it is. */
async function provedVolume(input: ExportInput, stage: string, writers: Writers): Promise<Volume> {
  const attempt = async (reasons: readonly string[]): Promise<Volume> => {
    await rm(stage, REMOVAL);
    await mkdir(stage);
    return buildVolume(input, stage, reasons, writers);
  };
  const volume = await attempt([...input.knownReasons, ...reasonsForDraft(input.report)]);
  return volume.draft || volume.reasons.length === 0 ? volume : attempt(volume.reasons);
}

/** Writes the hand-in sheet, which tells what the proof saw, and last the manifest. */
async function finish(
  input: ExportInput,
  stage: string,
  volume: Volume,
  writers: Writers,
): Promise<PackageManifest> {
  input.onProgress?.({ stage: 'sheet', message: '正在写装订与盖章清单' });
  const facts = { ...volume.manifest, final: !volume.draft, reasons: [...volume.reasons] };
  const sheet = await writers.typeset(
    handInSheet(input.call, input.application, facts, input.report),
    [],
    new Map(),
  );
  await writeFile(path.join(stage, volume.names.sheet), sheet.typeset.pdf);
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
