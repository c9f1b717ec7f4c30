import { told } from '../session/openDrafts.ts';
import { listVersions, readVersion, saveVersion } from '../store/versions.ts';
import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

/** Snapshots of the open draft. */
export function versionChannels({
  drafts,
}: MainContext): HandlersFor<'draft:versions' | 'draft:saveVersion' | 'draft:readVersion'> {
  return {
    'draft:versions': ({ session }) => {
      const open = drafts.find(session);
      return open.ok ? { ok: true, value: [...listVersions(open.value.draft)] } : open;
    },
    'draft:saveVersion': ({ session, name }) => {
      const open = drafts.find(session);
      if (!open.ok) return open;
      const saved = saveVersion(open.value.draft, name);
      if (!saved.ok) return told(saved.problem);
      const version = listVersions(open.value.draft).find(({ id }) => id === saved.value.id);
      if (version === undefined) throw new Error('the version just kept is not listed');
      return { ok: true, value: version };
    },
    'draft:readVersion': ({ session, id }) => {
      const open = drafts.find(session);
      if (!open.ok) return open;
      const application = readVersion(open.value.draft, id);
      return application.ok ? application : told(application.problem);
    },
  };
}
