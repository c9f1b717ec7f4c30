import type { Command } from 'commander';
import { type GivenFile, readGiven } from '../tasks/readGiven.ts';
import { fromCaller } from './callerFolder.ts';
import { cancellable } from './cancellable.ts';
import { type ImportOptions, importFiles } from './importFiles.ts';
import { type InvoicesOfFile, invoicesOfFile } from './invoicesOfFile.ts';
import { invoiceWords } from './invoiceWords.ts';
import { showCount } from './progress.ts';
import { registerOption } from './registerForCommand.ts';
import { type Answer, type Reply, refusal } from './reply.ts';
import { callsOption } from './withCalls.ts';

/** `invoice read FILE…`, `invoice import X.chengce FILE or DIR`. */
export function addInvoiceCommands(program: Command, answer: Answer): void {
  const invoice = program.command('invoice').description('识读发票');
  invoice
    .command('read')
    .description('读出文件中的发票：PDF、OFD、XML、图片、xlsx、xls、csv，不改动任何文件')
    .argument('<文件...>')
    .action(async (files: string[]) => {
      answer(await cancellable((signal) => read(files, signal)));
    });
  invoice
    .command('import')
    .description('把文件、文件夹或 ZIP 压缩包中的发票加入草稿的投资明细表，原件作为附件')
    .argument('<草稿>')
    .argument('<文件或文件夹...>')
    .addOption(callsOption())
    .addOption(registerOption())
    .action(async (draft: string, files: string[], options: ImportOptions) => {
      answer(await importFiles(draft, files, 'invoices', options));
    });
}

async function read(given: readonly string[], signal: AbortSignal): Promise<Reply> {
  const files = await readForCommand(given, signal);
  if (files === null) return CANCELLED;
  const told = files.map(({ file, reading }) => invoicesOfFile(file, reading));
  return {
    exitCode: told.length > 0 && told.every(({ ok }) => ok) ? 0 : 1,
    json: { files: told },
    say: told.flatMap(fileWords),
  };
}

/** Null when it was cancelled. */
export async function readForCommand(
  given: readonly string[],
  signal: AbortSignal,
): Promise<readonly GivenFile[] | null> {
  const progress = showCount('正在识读');
  const files = await readGiven(given, fromCaller, { signal, onProgress: progress.show });
  progress.end();
  return signal.aborted ? null : files;
}

export const CANCELLED: Reply = { ...refusal('cancelled', '已取消，没有改动任何文件。'), exitCode: 1 };

function fileWords({ file, invoices, problems }: InvoicesOfFile): string[] {
  const head = invoices.length === 0 ? `${file}：没有读出发票` : `${file}：发票 ${invoices.length} 张`;
  return [head, ...invoices.flatMap(invoiceWords), ...problems.map(({ message }) => `    ${message}`)];
}
