import { fillFromProfile } from '../../shared/calls/companyProfile.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { Application } from '../../shared/entities/application.ts';
import { told } from '../session/openDrafts.ts';
import { newestCall } from '../tasks/knownCalls.ts';
import { makeDraft } from '../tasks/makeDraft.ts';
import { askForNewName } from './draftDialogs.ts';
import type { MainContext } from './MainContext.ts';

/**
 * Makes an empty draft of a call's newest revision where the user says, filled from a company profile when one is
 * named. Its absolute path; null when the user cancels. @param wish ids of the call and of the profile
 */
export async function makeNewDraft(
  context: MainContext,
  wish: { readonly call: string; readonly profile: string | null },
): Promise<Reply<string | null>> {
  const call = newestCall(context.calls(), wish.call);
  if (call === null) return told({ code: 'call-unknown', message: '本软件没有这份通知的数据，没有新建' });
  const profile = wish.profile === null ? null : context.profiles.find(wish.profile);
  if (wish.profile !== null && profile === null)
    return told({ code: 'profile-unknown', message: '公司资料库中已没有这家单位的资料，没有新建' });
  const about = profile === null ? call.identity.name : `${profile.name} ${call.identity.name}`;
  const target = await askForNewName(context, about);
  if (target === null) return { ok: true, value: null };
  const empty = Application.parse({ call: { id: call.id, revision: call.revision } });
  const application = profile === null ? empty : fillFromProfile(call, empty, profile);
  const made = await makeDraft(call, application, target, null);
  return made.ok ? { ok: true, value: target } : told(made.problem);
}
