import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

/** Invoices of the open draft that other drafts of this workstation hold. */
export function registerChannels({ drafts, registerWatch }: MainContext): HandlersFor<'register:elsewhere'> {
  return {
    'register:elsewhere': async ({ session }) => {
      const found = drafts.find(session);
      if (!found.ok) return found;
      return { ok: true, value: [...(await registerWatch.elsewhere(found.value))] };
    },
  };
}
