import type { ChannelName } from './channelNames.ts';
import type { Input, Output } from './channels.ts';
import type { Reply } from './Reply.ts';

/** What the preload gives the window, as `window.chengce`: this and nothing else. */
export type Bridge = {
  readonly invoke: <Name extends ChannelName>(
    channel: Name,
    input: Input<Name>,
  ) => Promise<Reply<Output<Name>>>;
};
