import type { Command } from 'commander';
import { loadApplication } from '../store/loadApplication.ts';
import { listVersions } from '../store/versions.ts';
import { lossesOf, openForCommand } from './openForCommand.ts';
import type { Answer } from './reply.ts';

/** `show X.chengce`: answers, attachments, versions. */
export function addShowCommand(program: Command, answer: Answer): void {
  program
    .command('show')
    .description('显示草稿的内容')
    .argument('<草稿>')
    .action(async (file: string) => {
      answer(
        await openForCommand(file, { readOnly: true }, (draft, notices) => {
          const { attachments, ...application } = loadApplication(draft);
          const versions = listVersions(draft);
          const answered = Object.entries(application.answers).filter(([, value]) => value !== null);
          return {
            exitCode: lossesOf(notices).length > 0 ? 1 : 0,
            json: { application, attachments, versions, notices },
            say: [
              `${file}：通知 ${application.call.id} 修订 ${application.call.revision}`,
              `已填 ${answered.length} 项，发票 ${application.invoices.length} 张，附件 ${attachments.length} 个，版本 ${versions.length} 个。`,
              ...answered.map(([id, value]) => `  ${id}　${String(value)}`),
              ...attachments.map(
                ({ kind, name, pages }) =>
                  `  附件 ${kind}/${name}　${pages === null ? '打不开' : `${pages} 页`}`,
              ),
              ...versions.map(({ name, at, who }) => `  版本 ${name}　${at}　${who}`),
            ],
          };
        }),
      );
    });
}
