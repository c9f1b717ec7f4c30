import { Command } from 'commander';
import { addAttachCommand } from './attachCommand.ts';
import { addCallCommands } from './callCommands.ts';
import { addCheckCommand } from './checkCommand.ts';
import { addExportCommand } from './exportCommand.ts';
import { addInvoiceCommands } from './invoiceCommands.ts';
import { addLedgerCommands } from './ledgerCommands.ts';
import { addNewCommand } from './newCommand.ts';
import type { Answer } from './reply.ts';
import { addSchemaCommand } from './schemaCommand.ts';
import { addShowCommand } from './showCommand.ts';
import { addVerifyCommand } from './verifyCommand.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
  'Global Options:': '通用选项：',
};

/** The command line of cli.md, each command in a file of its own. */
export function buildProgram(answer: Answer): Command {
  const program = new Command('chengce')
    .description('成册：不开窗口，检查申报材料并导出可以直接打印装订的成品。')
    .usage('命令 [选项]')
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [命令]', '显示某个命令的用法')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  for (const add of [
    addCallCommands,
    addSchemaCommand,
    addNewCommand,
    addShowCommand,
    addAttachCommand,
    addCheckCommand,
    addInvoiceCommands,
    addLedgerCommands,
    addExportCommand,
    addVerifyCommand,
  ])
    add(program, answer);
  translate(program);
  return program;
}

/** Settings commander does not hand down to commands by itself. */
function translate(command: Command): void {
  for (const child of command.commands) {
    child.helpOption('-h, --help', '显示用法');
    if (child.commands.length === 0) child.option('--json', '在标准输出上给出一份 JSON，此外不输出任何内容');
    translate(child);
  }
}
