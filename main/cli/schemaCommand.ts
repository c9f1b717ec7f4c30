import type { Command } from 'commander';
import { answersSchema } from '../../shared/calls/answersSchema.ts';
import { callJsonSchema } from '../calls/callJsonSchema.ts';
import { newestCall } from '../tasks/knownCalls.ts';
import { type Answer, type Reply, refusal } from './reply.ts';
import { callsOption, withCalls } from './withCalls.ts';

/** A schema is itself the answer: on stdout with --json and without. */
function itself(json: unknown, asJson: boolean | undefined): Reply {
  if (asJson !== true) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  return { exitCode: 0, json, say: [] };
}

/** `schema application`: JSON Schema of an answers file; `schema call`: of a call file. */
export function addSchemaCommand(program: Command, answer: Answer): void {
  const schema = program.command('schema').description('数据格式说明（JSON Schema）');
  schema
    .command('application')
    .description('申报答案文件的格式')
    .option('--call <通知编号>', '按哪个通知（默认截止日期最晚的一个）')
    .addOption(callsOption())
    .action(async (options: { call?: string; calls?: string; json?: boolean }) => {
      answer(
        await withCalls(options.calls, (calls) => {
          const call = newestCall(calls, options.call);
          if (call !== null) return itself(answersSchema(call), options.json);
          return refusal(
            'call-unknown',
            `没有通知“${options.call}”。现有：${[...calls.keys()].join('、')}。`,
          );
        }),
      );
    });
  schema
    .command('call')
    .description('通知文件的格式')
    .action((options: { json?: boolean }) => answer(itself(callJsonSchema(), options.json)));
}
