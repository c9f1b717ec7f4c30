import { appChannels } from './appChannels.ts';
import { attachmentChannels } from './attachmentChannels.ts';
import { draftChannels } from './draftChannels.ts';
import { exportChannels } from './exportChannels.ts';
import type { MainContext } from './MainContext.ts';
import { pictureChannels } from './pictureChannels.ts';
import { previewChannels } from './previewChannels.ts';
import { profileChannels } from './profileChannels.ts';
import type { Handlers } from './register.ts';
import { versionChannels } from './versionChannels.ts';

/** One handler for every channel of the contract. */
export function allHandlers(context: MainContext): Handlers {
  return {
    ...appChannels(context),
    ...draftChannels(context),
    ...versionChannels(context),
    ...profileChannels(context),
    ...attachmentChannels(context),
    ...pictureChannels(context),
    ...previewChannels(context),
    ...exportChannels(context),
  };
}
