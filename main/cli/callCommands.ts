import type { Command } from 'commander';
import { requirementsOf } from '../../shared/calls/requirementsOf.ts';
import { rulesOf } from '../../shared/calls/rulesOf.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { chineseDate } from '../../shared/entities/dates.ts';
import { loadCall, sayProblem } from '../calls/loadCalls.ts';
import { newestCall } from '../tasks/knownCalls.ts';
import { fromCaller } from './callerFolder.ts';
import { type Answer, type Reply, refusal } from './reply.ts';
import { callsOption, withCalls } from './withCalls.ts';

const SEVERITY = { error: '错误', warning: '警告', hint: '提示' } as const;

function summary(call: Call) {
  const { id, revision, identity, submission } = call;
  return {
    id,
    revision,
    name: identity.name,
    number: identity.number,
    issuer: identity.issuer,
    deadline: submission.deadline,
  };
}

function show(call: Call): Reply {
  const rules = requirementsOf(call);
  return {
    exitCode: 0,
    json: {
      ...summary(call),
      directions: call.directions.map(({ id, label }) => ({ id, label })),
      rules,
      call,
    },
    say: [
      `${call.identity.name}（${call.identity.number}，修订 ${call.revision}）`,
      `${call.identity.issuer}　截止 ${chineseDate(call.submission.deadline)}`,
      ...rules.map(
        (rule) => `  ${rule.key}　[${SEVERITY[rule.severity]}] ${rule.title}（${rule.clause.ref}）`,
      ),
    ],
  };
}

function check(file: string): Reply {
  const loaded = loadCall(fromCaller(file));
  if (!loaded.ok)
    return {
      exitCode: 1,
      json: { ok: false, file, problems: loaded.problems },
      say: [
        `${file} 有 ${loaded.problems.length} 处要改：`,
        ...loaded.problems.map((one) => `  ${sayProblem(one)}`),
      ],
    };
  const count = rulesOf(loaded.call).length;
  return {
    exitCode: 0,
    json: { ok: true, file, ...summary(loaded.call), rules: count },
    say: [
      `${file} 没有问题：${loaded.call.identity.name}，修订 ${loaded.call.revision}，共 ${count} 条检查。`,
    ],
  };
}

/** `call list`, `call show ID`, `call check FILE`. */
export function addCallCommands(program: Command, answer: Answer): void {
  const call = program.command('call').description('申报通知');
  call
    .command('list')
    .description('列出本软件认识的通知')
    .addOption(callsOption())
    .action(async (options: { calls?: string }) => {
      answer(
        await withCalls(options.calls, (calls) => {
          const known = [...calls.values()].flat().map(summary);
          return {
            exitCode: 0,
            json: { calls: known },
            say: known.map(
              ({ id, revision, name, deadline }) =>
                `${id}　修订 ${revision}　${name}　截止 ${chineseDate(deadline)}`,
            ),
          };
        }),
      );
    });
  call
    .command('show')
    .description('一个通知的全部要求')
    .argument('<通知编号>')
    .addOption(callsOption())
    .action(async (id: string, options: { calls?: string }) => {
      answer(
        await withCalls(options.calls, (calls) => {
          const found = newestCall(calls, id);
          if (found !== null) return show(found);
          return refusal('call-unknown', `没有通知“${id}”。现有：${[...calls.keys()].join('、')}。`);
        }),
      );
    });
  call
    .command('check')
    .description('检查自己编写的通知文件')
    .argument('<文件>')
    .action((file: string) => answer(check(file)));
}
