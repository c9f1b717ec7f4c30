import type { Command } from 'commander';
import { findCall } from '../calls/loadCalls.ts';
import type { Draft } from '../store/draft.ts';
import { loadApplication } from '../store/loadApplication.ts';
import { lossesOf } from '../store/lossesOf.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import { listVersions } from '../store/versions.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';
import { openForCommand } from './openForCommand.ts';
import type { Answer, Reply } from './reply.ts';
import { sayApplication } from './sayApplication.ts';
import { callsOption, withCalls } from './withCalls.ts';

/** `show X.chengce`: answers, attachments, versions. */
export function addShowCommand(program: Command, answer: Answer): void {
  program
    .command('show')
    .description('显示草稿的内容')
    .argument('<草稿>')
    .addOption(callsOption())
    .action(async (file: string, options: { calls?: string }) => {
      answer(
        await withCalls(options.calls, (calls) =>
          openForCommand(file, { readOnly: true }, (draft, notices) => show(draft, file, calls, notices)),
        ),
      );
    });
}

function show(draft: Draft, file: string, calls: KnownCalls, notices: readonly DraftNotice[]): Reply {
  const whole = loadApplication(draft);
  const { attachments, ...application } = whole;
  const versions = listVersions(draft);
  const answered = Object.values(whole.answers).filter((value) => value !== null && value !== '');
  const { id, revision } = whole.call;
  const found = findCall(id, revision, calls);
  return {
    exitCode: lossesOf(notices).length > 0 ? 1 : 0,
    json: { application, attachments, versions, notices },
    say: [
      `${file}：${found.ok ? found.call.identity.name : `通知 ${id}`}（修订 ${revision}）`,
      `已填 ${answered.length} 项，发票 ${whole.invoices.length} 张，附件 ${attachments.length} 个，版本 ${versions.length} 个。`,
      // Without its call nobody can say what an answer means; the counts above still help.
      ...(found.ok ? sayApplication(found.call, whole) : [found.problem.message]),
      ...versions.map(({ name, at, who }) => `  版本 ${name}　${at}　${who}`),
    ],
  };
}
