import type { Command } from 'commander';
import type { PackageManifest } from '../../shared/documents/packageManifest.ts';
import { findCall } from '../calls/loadCalls.ts';
import type { Draft } from '../store/draft.ts';
import { loadApplication } from '../store/loadApplication.ts';
import { lossesOf } from '../store/lossesOf.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import { exportDraft } from '../tasks/exportDraft.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';
import { fromCaller } from './callerFolder.ts';
import { cancellable } from './cancellable.ts';
import { openForCommand } from './openForCommand.ts';
import { showLine } from './progress.ts';
import { registerForCommand, registerOption } from './registerForCommand.ts';
import { type Answer, type Reply, refusal } from './reply.ts';
import { callsOption, withCalls } from './withCalls.ts';

interface ExportOptions {
  readonly out: string;
  readonly calls?: string;
  readonly register: boolean;
}

/** `export X.chengce --out DIR`: bound PDF, Word, hand-in sheet, manifest.json. */
export function addExportCommand(program: Command, answer: Answer): void {
  program
    .command('export')
    .description('导出成册的 PDF、Word 和装订与盖章清单')
    .argument('<草稿>')
    .requiredOption('--out <文件夹>', '导出到哪个文件夹')
    .addOption(callsOption())
    .addOption(registerOption())
    .action(async (file: string, options: ExportOptions) => {
      answer(
        await cancellable((signal) =>
          withCalls(options.calls, (calls) =>
            openForCommand(file, { readOnly: true }, (draft, notices) =>
              run(draft, options.out, { calls, register: options.register, notices, signal }),
            ),
          ),
        ),
      );
    });
}

interface RunInput {
  readonly calls: KnownCalls;
  readonly register: boolean;
  readonly notices: readonly DraftNotice[];
  readonly signal: AbortSignal;
}

async function run(
  draft: Draft,
  out: string,
  { calls, register, notices, signal }: RunInput,
): Promise<Reply> {
  const application = loadApplication(draft);
  const found = findCall(application.call.id, application.call.revision, calls);
  if (!found.ok) return refusal(found.problem.code, found.problem.message);
  const progress = showLine();
  const outcome = await exportDraft(draft, found.call, application, fromCaller(out), {
    losses: lossesOf(notices),
    surroundings: await registerForCommand({ draft, call: found.call, application }, register),
    onProgress: ({ message }) => progress.show(message),
    signal,
  });
  progress.end();
  if (!outcome.ok) {
    const { code, message } = outcome.problem;
    return { ...refusal(code, message), exitCode: 1 };
  }
  return exported(out, outcome.manifest, outcome.kept);
}

function exported(out: string, manifest: PackageManifest, kept: readonly string[]): Reply {
  const { final, pages, print, proof, reasons, notes } = manifest;
  const failed = proof.filter(({ ok }) => !ok);
  return {
    exitCode: final ? 0 : 3,
    json: manifest,
    say: [
      final
        ? `已导出到 ${out}：共 ${pages} 页，${print.sheets} 张纸，复核 ${proof.length} 项全部相符。`
        : `已导出为草稿到 ${out}（每页印有“草稿”）：共 ${pages} 页。`,
      ...reasons.map((reason) => `  草稿原因：${reason}`),
      ...failed.map(({ what, detail }) => `  复核不符：${what}　${detail}`),
      ...notes.map((note) => `  请留意：${note}`),
      ...kept.map((name) => `  文件夹中原有的文件已改名保留：${name}`),
      ...manifest.files.map(({ name }) => `  ${name}`),
    ],
  };
}
