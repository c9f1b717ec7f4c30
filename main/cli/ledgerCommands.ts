import type { Command } from 'commander';
import { formatMoney } from '../../shared/entities/money.ts';
import { cancellable } from './cancellable.ts';
import { type ImportOptions, importFiles } from './importFiles.ts';
import { CANCELLED, readForCommand } from './invoiceCommands.ts';
import { type LedgerOfFile, ledgerOfFile } from './ledgerOfFile.ts';
import { registerOption } from './registerForCommand.ts';
import type { Answer, Reply } from './reply.ts';
import { callsOption } from './withCalls.ts';

/** `ledger read FILE`, `ledger import X.chengce FILE`. */
export function addLedgerCommands(program: Command, answer: Answer): void {
  const ledger = program.command('ledger').description('识读研发支出辅助账');
  ledger
    .command('read')
    .description('读出研发支出辅助账（2015、2021 两种样式及汇总表）：xlsx、xls、csv，不改动任何文件')
    .argument('<文件>')
    .action(async (file: string) => {
      answer(await cancellable((signal) => read(file, signal)));
    });
  ledger
    .command('import')
    .description('把研发支出辅助账加入草稿，原件作为附件')
    .argument('<草稿>')
    .argument('<文件>')
    .addOption(callsOption())
    .addOption(registerOption())
    .action(async (draft: string, file: string, options: ImportOptions) => {
      answer(await importFiles(draft, [file], 'ledger', options));
    });
}

async function read(given: string, signal: AbortSignal): Promise<Reply> {
  const files = await readForCommand([given], signal);
  if (files === null) return CANCELLED;
  const told = files.map(({ file, reading }) => ledgerOfFile(file, reading));
  const [only] = told;
  return {
    exitCode: told.length > 0 && told.every(({ ok }) => ok) ? 0 : 1,
    // One file, one document; an archive or a folder holds several.
    json: told.length === 1 && only !== undefined ? only : { files: told },
    say: told.flatMap(fileWords),
  };
}

const STYLES = { '2015': '2015 年样式', '2021': '2021 年样式', other: '自制样式' } as const;

function fileWords({ file, style, projects, summary, problems }: LedgerOfFile): string[] {
  const head =
    style === null ? `${file}：没有读出辅助账` : `${file}：${STYLES[style]}，研发项目 ${projects.length} 个`;
  return [
    head,
    ...projects.map(
      ({ name, code, rows, totals }) =>
        `    ${[code, name === '' ? '（没有项目名称）' : name].join(' ').trim()}：${rows.length} 行，归集合计 ${
          totals.collectedFen === null ? '没有读出' : `${formatMoney(totals.collectedFen, 'yuan')} 元`
        }`,
    ),
    ...(summary.length === 0 ? [] : [`    汇总表 ${summary.length} 行`]),
    ...problems.map(({ message }) => `    ${message}`),
  ];
}
