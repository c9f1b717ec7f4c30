import type { Command } from 'commander';
import { didYouMean } from '../../shared/calls/didYouMean.ts';
import { findCall } from '../calls/loadCalls.ts';
import type { Draft } from '../store/draft.ts';
import { loadApplication } from '../store/loadApplication.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import type { AddedFile } from '../tasks/addedFile.ts';
import { addFiles } from '../tasks/addFiles.ts';
import { kindsByName } from '../tasks/kindsByName.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';
import { matchCopies } from '../tasks/matchCopies.ts';
import { originalsWish } from '../tasks/originalsWish.ts';
import { fromCaller } from './callerFolder.ts';
import { cancellable } from './cancellable.ts';
import { problemLine } from './newCommand.ts';
import { openForCommand } from './openForCommand.ts';
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
    .requiredOption('--kind <类别>', '附件类别的编号或名称，见 call show')
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
  { kind: name, calls, notices, signal }: AttachInput,
): Promise<Reply> {
  if (draft.readOnly)
    return refusal(
      'draft-read-only',
      '草稿以只读方式打开，没有添加附件。请先关闭正在编辑它的程序；放在只读的位置时，先把草稿复制到别处再添加。',
    );
  const { call: used } = loadApplication(draft);
  const found = findCall(used.id, used.revision, calls);
  if (!found.ok) return refusal(found.problem.code, found.problem.message);
  const kind = kindsByName(found.call)(name);
  if (kind === null) {
    const kinds = found.call.attachments;
    const near = didYouMean(
      name,
      kinds.flatMap(({ id, label, folders }) => [id, label, ...folders]),
    );
    const hint = near === null ? '' : `是否想写“${near}”？`;
    const usable = kinds.map(({ id, label }) => `${id}（${label}）`).join('、');
    return refusal('kind-unknown', `通知里没有附件类别“${name}”。${hint}可用：${usable}。`);
  }
  const progress = showCount('正在读取附件');
  const outcome = await addFiles(
    draft,
    paths.map((path) => ({ path: fromCaller(path), kind, ref: path })),
    {
      onProgress: progress.show,
      signal,
      labelOf: (id) => found.call.attachments.find((one) => one.id === id)?.label ?? id,
      reading: originalsWish(found.call),
    },
  );
  progress.end();
  if (!outcome.ok) return { ...refusal(outcome.problem.code, `${outcome.problem.message}。`), exitCode: 1 };
  const { files } = outcome;
  const isCopy = found.call.attachments.find(({ id }) => id === kind)?.rowsOf === 'invoices';
  const matched = isCopy ? matchCopies(draft, files) : null;
  if (matched?.ok === false)
    return { ...refusal(matched.problem.code, `${matched.problem.message}。`), exitCode: 1 };
  const rows = matched?.value.rows ?? new Map<string, number>();
  const unmatched = matched?.value.unmatched ?? [];
  const failed = files.filter(({ ok }) => !ok);
  const told = files.filter(({ problems }) => problems.some(({ severity }) => severity !== 'hint'));
  return {
    // Files taken into a salvaged copy are not in the draft the caller named.
    exitCode: failed.length === 0 && !notices.some(({ code }) => code === 'salvaged') ? 0 : 1,
    json: { files, invoiceRows: Object.fromEntries(rows), unmatched, notices },
    say: [
      countLine(files),
      ...told.map(problemLine),
      ...[...rows].map(([file, row]) => `  ${file}：对应投资明细表第 ${row} 行`),
      ...unmatched.map(
        (file) =>
          `  ${file}：文件名中没有明细表里的发票号码，没有对应到任何一行。请用 invoice import 导入它，由程序读出发票并对应到行。`,
      ),
    ],
  };
}

/** Files that were there already are not added once more; what is in the draft may still not be bindable. */
function countLine(files: readonly AddedFile[]): string {
  const isNew = ({ id, problems }: AddedFile): boolean =>
    id !== null && !problems.some(({ code }) => code === 'file-already-attached');
  const added = files.filter(isNew);
  const unbindable = added.filter(({ ok }) => !ok);
  return `添加 ${added.length} 个，未添加 ${files.length - added.length} 个，不能装订 ${unbindable.length} 个。`;
}
