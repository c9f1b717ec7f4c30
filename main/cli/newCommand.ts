import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { AddedFile } from '../tasks/addedFile.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';
import { makeDraft } from '../tasks/makeDraft.ts';
import { readAnswers } from '../tasks/readAnswers.ts';
import { answersRefusal } from './answersRefusal.ts';
import { fromCaller } from './callerFolder.ts';
import { cancellable } from './cancellable.ts';
import { showCount } from './progress.ts';
import { type Answer, type Reply, refusal } from './reply.ts';
import { callsOption, withCalls } from './withCalls.ts';

interface NewOptions {
  readonly out: string;
  readonly attachments?: string;
  readonly calls?: string;
}

/** `new ANSWERS.json --out X.chengce [--attachments DIR]`: a draft from answers and a folder. */
export function addNewCommand(program: Command, answer: Answer): void {
  program
    .command('new')
    .description('用答案文件和附件文件夹新建草稿')
    .argument('<答案文件>')
    .requiredOption('--out <草稿>', '新草稿的文件名（.chengce）')
    .option('--attachments <文件夹>', '附件文件夹，其中每一类附件一个子文件夹')
    .addOption(callsOption())
    .action(async (file: string, options: NewOptions) => {
      answer(
        await cancellable((signal) =>
          withCalls(options.calls, (calls) => make(file, options, calls, signal)),
        ),
      );
    });
}

async function make(
  file: string,
  options: NewOptions,
  calls: KnownCalls,
  signal: AbortSignal,
): Promise<Reply> {
  const answers = await readAnswers(fromCaller(file), calls);
  if (!answers.ok) return answersRefusal(answers);
  const folder = options.attachments === undefined ? null : fromCaller(options.attachments);
  if (folder !== null && !(await isFolder(folder)))
    return refusal('folder-missing', `找不到附件文件夹 ${options.attachments}。`);
  const progress = showCount('正在读取附件');
  const made = await makeDraft(answers.call, answers.application, fromCaller(options.out), folder, {
    onProgress: progress.show,
    signal,
  });
  progress.end();
  if (!made.ok) {
    const { code, message } = made.problem;
    const reply = refusal(code, `${options.out}：${message}。`);
    return code === 'cancelled' ? { ...reply, exitCode: 1 } : reply;
  }
  const { files, unsorted, missing } = made.value;
  const failed = files.filter(({ ok }) => !ok);
  const fine = failed.length === 0 && unsorted.length === 0 && missing.length === 0;
  const { call, application } = answers;
  return {
    exitCode: fine ? 0 : 1,
    json: {
      ok: true,
      draft: options.out,
      call: { id: call.id, revision: call.revision },
      direction: application.direction.id,
      answered: Object.values(application.answers).filter((value) => value !== null && value !== '').length,
      invoices: application.invoices.length,
      budget: application.budget.length,
      ledger: application.ledger.length,
      consortium: application.consortium.length,
      attachments: files,
      unsorted,
      missing,
    },
    say: [
      `已新建草稿 ${options.out}：${call.identity.name}，发票 ${application.invoices.length} 张，附件 ${files.length - failed.length} 个。`,
      ...failed.map(problemLine),
      ...unsorted.map(({ message }) => `  ${message}。`),
      ...missing.map(({ message }) => `  ${message}。`),
    ],
  };
}

/** A file with what is wrong with it, in one line. */
export function problemLine({ file, problems }: AddedFile): string {
  return `  ${file}：${problems.map(({ message }) => message).join('；')}`;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
