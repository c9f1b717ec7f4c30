import { appChannels } from './appChannels.ts';
import { attachmentChannels } from './attachmentChannels.ts';
import { draftChannels } from './draftChannels.ts';
import { evidenceChannels } from './evidenceChannels.ts';
import { exportChannels } from './exportChannels.ts';
import { createFileWork } from './fileWork.ts';
import type { MainContext } from './MainContext.ts';
import { pictureChannels } from './pictureChannels.ts';
import { previewChannels } from './previewChannels.ts';
import { profileChannels } from './profileChannels.ts';
import type { Handlers } from './register.ts';
import { registerChannels } from './registerChannels.ts';
import { versionChannels } from './versionChannels.ts';

/** One handler for every channel of the contract. */
export function allHandlers(context: MainContext): Handlers {
  const fileWork = createFileWork(context);
  return {
    ...appChannels(context),
    ...draftChannels(context),
    ...versionChannels(context),
    ...profileChannels(context),
    ...attachmentChannels(context, fileWork),
    ...evidenceChannels(context, fileWork),
    ...registerChannels(context),
    ...pictureChannels(context),
    ...previewChannels(context),
    ...exportChannels(context),
  };
}
