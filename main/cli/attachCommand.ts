import type { Command } from 'commander';
import { didYouMean } from '../../shared/calls/didYouMean.ts';
import { findCall } from '../calls/loadCalls.ts';
import type { Draft } from '../store/draft.ts';
import { loadApplication } from '../store/loadApplication.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import { addFiles } from '../tasks/addFiles.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';
import { fromCaller } from './callerFolder.ts';
import { cancellable } from './cancellable.ts';
import { problemLine } from './newCommand.ts';
import { lossesOf, openForCommand } from './openForCommand.ts';
import { showCount } from './progress.ts';
import { type Answer, type Reply, refusal } from './reply.ts';
import { callsOption, withCalls } from './withCalls.ts';

/** `attach X.chengce FILE… --kind KIND`: add files. */
export function addAttachCommand(program: Command, answer: Answer): void {
  program
    .command('attach')
    .description('向草稿添加附件')
    .argument('<草稿>')
    .argument('<文件...>')
    .requiredOption('--kind <类别>', '附件类别的编号，见 call show')
    .addOption(callsOption())
    .action(async (file: string, paths: string[], options: { kind: string; calls?: string }) => {
      answer(
        await cancellable((signal) =>
          withCalls(options.calls, (calls) =>
            openForCommand(file, { readOnly: false }, (draft, notices) =>
              attach(draft, paths, { kind: options.kind, calls, notices, signal }),
            ),
          ),
        ),
      );
    });
}

interface AttachInput {
  readonly kind: string;
  readonly calls: KnownCalls;
  readonly notices: readonly DraftNotice[];
  readonly signal: AbortSignal;
}

async function attach(
  draft: Draft,
  paths: readonly string[],
  { kind, calls, notices, signal }: AttachInput,
): Promise<Reply> {
  if (draft.readOnly) return refusal('draft-read-only', '草稿以只读方式打开，没有添加附件。');
  const { call: used } = loadApplication(draft);
  const found = findCall(used.id, used.revision, calls);
  if (!found.ok) return refusal(found.problem.code, found.problem.message);
  const kinds = found.call.attachments.map(({ id }) => id);
  if (!kinds.includes(kind)) {
    const near = didYouMean(kind, kinds);
    const hint = near === null ? '' : `是否想写“${near}”？`;
    return refusal('kind-unknown', `通知里没有附件类别“${kind}”。${hint}可用：${kinds.join('、')}。`);
  }
  const progress = showCount('正在读取附件');
  const outcome = await addFiles(
    draft,
    paths.map((path) => ({ path: fromCaller(path), kind, ref: path })),
    { onProgress: progress.show, signal },
  );
  progress.end();
  if (!outcome.ok) return { ...refusal(outcome.problem.code, `${outcome.problem.message}。`), exitCode: 1 };
  const { files } = outcome;
  const failed = files.filter(({ ok }) => !ok);
  return {
    exitCode: failed.length === 0 && lossesOf(notices).length === 0 ? 0 : 1,
    json: { files, notices },
    say: [
      `添加了 ${files.filter(({ id }) => id !== null).length} 个文件，${failed.length} 个文件有问题。`,
      ...files.filter(({ problems }) => problems.length > 0).map(problemLine),
    ],
  };
}
