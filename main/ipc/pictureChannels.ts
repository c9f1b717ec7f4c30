import { addPicture } from '../tasks/addPicture.ts';
import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

/** Pictures for the plan's text. */
export function pictureChannels({ drafts }: MainContext): HandlersFor<'pictures:add'> {
  return {
    'pictures:add': async ({ session, bytes }) => {
      const open = drafts.find(session);
      if (!open.ok) return open;
      const { draft, signal } = open.value;
      if (draft.readOnly)
        return { ok: false, problem: { code: 'draft-read-only', message: '草稿只能查看，不能插入图片。' } };
      return addPicture(draft, bytes, signal);
    },
  };
}
