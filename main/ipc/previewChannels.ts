import { assetsFolder } from '../assetsFolder.ts';
import { createPreviewer } from '../bundle/preview/createPreviewer.ts';
import { previewDraft } from '../tasks/previewDraft.ts';
import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

/** `preview:compile`: the draft as it would print now. One process typesets as long as the draft is open. */
export function previewChannels({ drafts }: MainContext): HandlersFor<'preview:compile'> {
  const previewer = createPreviewer(assetsFolder('fonts'));
  let session = '';
  return {
    'preview:compile': async (input) => {
      const found = drafts.find(input.session);
      if (!found.ok) return found;
      const { draft, call, application, signal } = found.value;
      if (session !== input.session) {
        session = input.session;
        signal.addEventListener('abort', () => previewer.close(), { once: true });
      }
      return previewDraft(previewer, draft, call, application);
    },
  };
}
