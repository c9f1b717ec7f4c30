import type { AttachingReport } from '../../shared/contract/Attaching.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { told } from '../session/openDrafts.ts';
import { attachFiles } from '../tasks/attachFiles.ts';
import { askForFiles } from './askForFiles.ts';
import type { FileWork } from './fileWork.ts';
import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

type Names = 'attachments:choose' | 'attachments:add' | 'attachments:cancel';
type Wish = { readonly session: string; readonly kind: string | null; readonly paths: readonly string[] };

/** Files coming into the open draft, from a dialog, a drop or a paste; one batch after the other. */
export function attachmentChannels(context: MainContext, work: FileWork): HandlersFor<Names> {
  const { drafts, columnMappings } = context;

  const attach = async (
    { session, kind, paths }: Wish,
    signal: AbortSignal,
  ): Promise<Reply<AttachingReport>> => {
    const found = drafts.find(session);
    if (!found.ok) return found;
    const open = found.value;
    if (open.draft.readOnly) return READ_ONLY;
    const outcome = await attachFiles({
      draft: open.draft,
      call: open.call,
      application: open.application,
      paths,
      kind,
      mappings: columnMappings.list(),
      signal: AbortSignal.any([signal, open.signal]),
      onProgress: work.teller(),
    });
    if (!outcome.ok) return told(outcome.problem);
    const { added } = outcome.report;
    if (added.length > 0)
      drafts.recordStored(session, [{ kind: 'rows', list: 'attachments', save: added, remove: [] }]);
    return { ok: true, value: outcome.report };
  };
  const inLine = (wish: Wish): Promise<Reply<AttachingReport>> =>
    work.inLine((signal) => attach(wish, signal));

  return {
    'attachments:choose': async ({ session, kind, folder }) => {
      const found = drafts.find(session);
      if (!found.ok) return found;
      if (found.value.draft.readOnly) return READ_ONLY;
      const label = found.value.call.attachments.find(({ id }) => id === kind)?.label ?? null;
      const paths = await askForFiles(context, label, folder);
      return paths === null ? { ok: true, value: null } : inLine({ session, kind, paths });
    },
    'attachments:add': inLine,
    'attachments:cancel': () => {
      work.cancel();
      return { ok: true, value: {} };
    },
  };
}

const READ_ONLY = told({
  code: 'draft-read-only',
  message: '这份草稿现在只能看，没有添加文件；请先用“另存为”存一份，再在那一份里添加',
});
