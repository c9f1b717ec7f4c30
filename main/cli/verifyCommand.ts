import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { PackageManifest } from '../../shared/documents/packageManifest.ts';
import { MANIFEST_NAME } from '../bundle/export/manifestName.ts';
import { prove } from '../bundle/proof/prove.ts';
import { fromCaller } from './callerFolder.ts';
import { type Answer, type Reply, refusal } from './reply.ts';

/** `verify DIR`: re-read an exported package and prove it again. */
export function addVerifyCommand(program: Command, answer: Answer): void {
  program
    .command('verify')
    .description('重新读取已导出的成品，逐项复核')
    .argument('<文件夹>')
    .action(async (folder: string) => answer(await verify(folder)));
}

async function verify(folder: string): Promise<Reply> {
  const absolute = fromCaller(folder);
  const manifest = await readManifest(path.join(absolute, MANIFEST_NAME));
  if (manifest === null)
    return refusal(
      'package-unreadable',
      `${folder} 中没有成品清单 ${MANIFEST_NAME}，或清单已损坏，无法复核。`,
    );
  const proof = await prove(absolute, manifest);
  const failed = proof.filter(({ ok }) => !ok);
  return {
    exitCode: failed.length === 0 ? 0 : 1,
    json: { ok: failed.length === 0, proof },
    say: [
      failed.length === 0
        ? `复核 ${proof.length} 项，全部相符。`
        : `复核 ${proof.length} 项，${failed.length} 项不符：`,
      ...proof.map(({ what, ok, detail }) => `  ${ok ? '√' : '×'} ${what}　${detail}`),
    ],
  };
}

/** A manifest of 300 attachments is under a megabyte. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;

async function readManifest(file: string): Promise<PackageManifest | null> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > LARGEST_MANIFEST) return null;
    const parsed = PackageManifest.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
