import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

/** 公司资料库. */
export function profileChannels({
  profiles,
}: MainContext): HandlersFor<'profiles:list' | 'profiles:keep' | 'profiles:remove'> {
  return {
    'profiles:list': () => ({ ok: true, value: [...profiles.list()] }),
    'profiles:keep': (profile) => {
      profiles.keep(profile);
      return { ok: true, value: {} };
    },
    'profiles:remove': ({ id }) => {
      profiles.remove(id);
      return { ok: true, value: {} };
    },
  };
}
