import { findCall } from '../calls/loadCalls.ts';
import type { Draft } from '../store/draft.ts';
import { loadApplication } from '../store/loadApplication.ts';
import { lossesOf } from '../store/lossesOf.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import { type ImportRequest, importEvidence } from '../tasks/importEvidence.ts';
import { fromCaller } from './callerFolder.ts';
import { cancellable } from './cancellable.ts';
import { importReply } from './importReply.ts';
import { openForCommand } from './openForCommand.ts';
import { showLine } from './progress.ts';
import { registerForCommand } from './registerForCommand.ts';
import { type Reply, refusal } from './reply.ts';
import { withCalls } from './withCalls.ts';

const DOING = {
  unpacking: '正在解压',
  inspecting: '正在查看文件',
  reading: '正在识读',
  storing: '正在存入草稿',
} as const;

/** As commander gives them: `--no-register` is `register: false`. */
export type ImportOptions = { readonly calls?: string; readonly register: boolean };

/** `invoice import` and `ledger import`: the same work, with other wishes. */
export function importFiles(
  file: string,
  given: readonly string[],
  wanted: ImportRequest['wanted'],
  options: ImportOptions,
): Promise<Reply> {
  return cancellable((signal) =>
    withCalls(options.calls, (calls) =>
      openForCommand(file, { readOnly: false }, async (draft, notices) => {
        if (draft.readOnly) return READ_ONLY;
        const { call: used } = loadApplication(draft);
        const found = findCall(used.id, used.revision, calls);
        if (!found.ok) return refusal(found.problem.code, found.problem.message);
        const request = { draft, call: found.call, paths: given.map(fromCaller), wanted, signal };
        return run(request, notices, options.register);
      }),
    ),
  );
}

const READ_ONLY = refusal(
  'draft-read-only',
  '草稿以只读方式打开，没有导入。请先关闭正在编辑它的程序；放在只读的位置时，先把草稿复制到别处再导入。',
);

async function run(
  request: Omit<ImportRequest, 'onProgress'> & { readonly draft: Draft },
  notices: readonly DraftNotice[],
  register: boolean,
): Promise<Reply> {
  const progress = showLine();
  const outcome = await importEvidence({
    ...request,
    onProgress: (what, done, total) =>
      progress.show(what === 'unpacking' ? DOING[what] : `${DOING[what]} ${done}/${total}`),
  });
  progress.end();
  if (!outcome.ok) {
    const { code, message } = outcome.problem;
    return { ...refusal(code, `${message}。`), exitCode: 1 };
  }
  const { draft, call } = request;
  const application = loadApplication(draft);
  const { elsewhere } = await registerForCommand({ draft, call, application }, register);
  const reply = importReply(outcome.value, request.wanted, notices, elsewhere);
  // What was imported into a salvaged copy is not in the draft the caller named.
  return lossesOf(notices).length > 0 ? { ...reply, exitCode: 1 } : reply;
}
