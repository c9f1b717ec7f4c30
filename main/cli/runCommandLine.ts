import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { type Reply, refusal } from './reply.ts';
import { usageMessage } from './usageMessage.ts';

const HELP_CODES = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

/** Carries out one command line and answers the exit code; prints JSON on stdout only with --json. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const asJson = args.includes('--json');
  let reply: Reply | null = null;
  const program = buildProgram((answer) => {
    reply = answer;
  });
  if (args.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    // `--json` belongs to each command; people also write it before the command.
    await program.parseAsync(args[0] === '--json' ? [...args.slice(1), '--json'] : args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return printBug(error, asJson);
    if (HELP_CODES.has(error.code) && error.exitCode === 0) return 0;
    reply = refusal('usage', usageMessage(error));
  }
  return reply === null ? 0 : print(reply, asJson);
}

function print(reply: Reply, asJson: boolean): number {
  for (const line of reply.say) process.stderr.write(`${line}\n`);
  if (asJson) process.stdout.write(`${JSON.stringify(reply.json, null, 2)}\n`);
  return reply.exitCode;
}

/** A bug of ours is no mistake of the user's: say so, show where, and that nothing was half written. */
function printBug(error: unknown, asJson: boolean): number {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `程序内部出错，没有写出不完整的文件，草稿保持上一次保存的样子。请把下面的内容发给开发者：\n${detail}\n`,
  );
  if (asJson)
    process.stdout.write(
      `${JSON.stringify({ ok: false, problem: { code: 'internal', message: '程序内部出错' } }, null, 2)}\n`,
    );
  return 1;
}
