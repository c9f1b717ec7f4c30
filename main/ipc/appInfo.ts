import { app } from 'electron';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { AppInfo, KnownCall } from '../../shared/contract/AppInfo.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { loadKnownCalls } from '../calls/loadCalls.ts';

/** `app:info`: the program's version and the newest revision of each call it knows. */
export function appInfo(): Reply<AppInfo> {
  try {
    const calls = [...loadKnownCalls().values()].flatMap((revisions) => revisions.slice(-1)).map(knownCall);
    return { ok: true, value: { version: app.getVersion(), calls } };
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
