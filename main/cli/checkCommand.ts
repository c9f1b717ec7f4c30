import type { Command } from 'commander';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { CheckReport, Finding } from '../../shared/calls/finding.ts';
import { findCall } from '../calls/loadCalls.ts';
import { loadApplication } from '../store/loadApplication.ts';
import { lossesOf } from '../store/lossesOf.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import { isAnswersFile } from '../tasks/isAnswersFile.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';
import { readAnswers } from '../tasks/readAnswers.ts';
import { answersRefusal } from './answersRefusal.ts';
import { fromCaller } from './callerFolder.ts';
import { openForCommand } from './openForCommand.ts';
import { registerForCommand, registerOption } from './registerForCommand.ts';
import { type Answer, type Reply, refusal } from './reply.ts';
import { callsOption, withCalls } from './withCalls.ts';

const WORD = { error: '错误', warning: '警告', hint: '提示' } as const;

/** `check X.chengce or ANSWERS.json`: all findings. */
export function addCheckCommand(program: Command, answer: Answer): void {
  program
    .command('check')
    .description('检查草稿或答案文件')
    .argument('<草稿或答案文件>')
    .addOption(callsOption())
    .addOption(registerOption())
    .action(async (file: string, options: { calls?: string; register: boolean }) => {
      answer(await withCalls(options.calls, (calls) => check(file, calls, options.register)));
    });
}

async function check(file: string, calls: KnownCalls, register: boolean): Promise<Reply> {
  if (await isAnswersFile(fromCaller(file))) {
    const answers = await readAnswers(fromCaller(file), calls);
    if (answers.ok) return reported(evaluate(answers.call, answers.application), []);
    return answersRefusal(answers);
  }
  return openForCommand(file, { readOnly: true }, async (draft, notices) => {
    const application = loadApplication(draft);
    const found = findCall(application.call.id, application.call.revision, calls);
    if (!found.ok) return refusal(found.problem.code, found.problem.message);
    const surroundings = await registerForCommand({ draft, call: found.call, application }, register);
    return reported(evaluate(found.call, application, surroundings), notices);
  });
}

function line(finding: Finding): string {
  const word = finding.outcome === 'unknown' ? '待填' : WORD[finding.severity];
  const aside = finding.setAside === null ? '' : `（已说明理由：${finding.setAside}）`;
  return `  [${word}] ${finding.id} ${finding.message}${aside}　依据：${finding.clause.ref}`;
}

function reported(report: CheckReport, notices: readonly DraftNotice[]): Reply {
  const { error, warning, hint, unknown } = report.counts;
  return {
    exitCode: error > 0 || lossesOf(notices).length > 0 ? 1 : 0,
    json: { ...report, notices },
    say: [
      `错误 ${error} 项，警告 ${warning} 项，提示 ${hint} 项，待填 ${unknown} 项。`,
      ...report.findings
        .filter(({ outcome, impliedBy }) => outcome !== 'met' && impliedBy === null)
        .map(line),
    ],
  };
}
