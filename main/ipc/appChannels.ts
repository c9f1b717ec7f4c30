import { app, nativeTheme } from 'electron';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { AppInfo, KnownCall } from '../../shared/contract/AppInfo.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

/** The program itself: what it is, and what the user likes of its window. */
export function appChannels(
  context: MainContext,
): HandlersFor<'app:info' | 'app:preferences' | 'app:savePreferences'> {
  return {
    'app:info': () => appInfo(context),
    'app:preferences': () => ({ ok: true, value: context.preferences.read() }),
    'app:savePreferences': (preferences) => {
      const { theme, invoiceRegister } = context.preferences.read();
      context.preferences.write(preferences);
      if (preferences.theme !== theme) nativeTheme.themeSource = preferences.theme;
      if (preferences.invoiceRegister !== invoiceRegister)
        context.registerWatch.switchOn(preferences.invoiceRegister, context.drafts.current());
      if (preferences.theme !== theme || preferences.invoiceRegister !== invoiceRegister)
        context.refreshFrame();
      return { ok: true, value: {} };
    },
  };
}

async function appInfo({ calls, samples }: MainContext): Promise<Reply<AppInfo>> {
  try {
    const known = [...calls().values()].flatMap((revisions) => revisions.slice(-1));
    const value: AppInfo = {
      version: app.getVersion(),
      platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
      calls: known.map(knownCall),
      samples: [...(await samples.list())],
    };
    return { ok: true, value };
  } catch (error) {
    // A call that ships is proved by the tests; one that does not load here was changed on this machine.
    const said = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: 'call-broken', message: `${said}\n请重新安装本软件。` } };
  }
}

function knownCall({ id, revision, identity, submission }: Call): KnownCall {
  const { number, name, issuer, issuedOn } = identity;
  return { id, revision, number, name, issuer, issuedOn, deadline: submission.deadline };
}
