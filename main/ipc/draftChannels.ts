import type { OpenedDraft } from '../../shared/contract/OpenedDraft.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { describeOpen, told } from '../session/openDrafts.ts';
import { saveDraftAs } from '../store/saveDraftAs.ts';
import { askForDraft, askWhereToSave } from './draftDialogs.ts';
import type { MainContext } from './MainContext.ts';
import { makeNewDraft } from './makeNewDraft.ts';
import type { HandlersFor } from './register.ts';

type Names =
  | 'draft:create'
  | 'draft:choose'
  | 'draft:openRecent'
  | 'draft:openSample'
  | 'draft:openRequested'
  | 'draft:recents'
  | 'draft:forgetRecent'
  | 'draft:save'
  | 'draft:saveAs'
  | 'draft:close'
  | 'draft:flushed';

/** Opening, saving and closing the one draft of the window. */
export function draftChannels(context: MainContext): HandlersFor<Names> {
  const { drafts, recents, samples, requests, closing } = context;
  const open = (file: string): Reply<OpenedDraft> => {
    const opened = drafts.open(file);
    return opened.ok ? { ok: true, value: describeOpen(opened.value) } : opened;
  };
  return {
    'draft:create': async (input) => {
      const made = await makeNewDraft(context, input);
      if (!made.ok) return made;
      return made.value === null ? { ok: true, value: null } : open(made.value);
    },
    'draft:choose': async () => {
      const file = await askForDraft(context);
      return file === null ? { ok: true, value: null } : open(file);
    },
    'draft:openRecent': ({ id }) => {
      const file = recents.pathOf(id);
      return file === null ? FORGOTTEN : open(file);
    },
    'draft:openSample': async ({ sample }) => {
      const copy = await samples.copy(sample);
      return copy.ok ? open(copy.value) : copy;
    },
    'draft:openRequested': () => {
      const before = drafts.current()?.session;
      const request = requests.take();
      if (request === null) return { ok: true, value: null };
      const opened = open(request.file);
      if (!opened.ok) return opened;
      if (opened.value.session === before) return { ok: true, value: null };
      const notices = request.notice === null ? [] : [request.notice];
      return { ok: true, value: { ...opened.value, notices: [...notices, ...opened.value.notices] } };
    },
    'draft:recents': async () => ({ ok: true, value: [...(await recents.list())] }),
    'draft:forgetRecent': ({ id }) => {
      recents.forget(id);
      return { ok: true, value: {} };
    },
    'draft:save': ({ session, edits }) => drafts.save(session, edits),
    'draft:saveAs': async ({ session }) => {
      const found = drafts.find(session);
      if (!found.ok) return found;
      const target = await askWhereToSave(context, found.value.draft.path);
      if (target === null) return { ok: true, value: null };
      // The dialog took its time: another draft may be open by now.
      const still = drafts.find(session);
      if (!still.ok) return still;
      const copied = saveDraftAs(still.value.draft, target);
      return copied.ok ? open(copied.value.path) : told(copied.problem);
    },
    'draft:close': ({ session }) => {
      const found = drafts.find(session);
      if (found.ok) drafts.close();
      return { ok: true, value: {} };
    },
    'draft:flushed': ({ close }) => {
      closing.flushed(close);
      return { ok: true, value: {} };
    },
  };
}

const FORGOTTEN = told({ code: 'recent-unknown', message: '“最近”列表中已没有这一项，请用“打开”选择文件' });
