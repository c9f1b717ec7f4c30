import type { ChannelName } from './channelNames.ts';
import type { Input, Output } from './channels.ts';
import type { EventName, EventValue } from './events.ts';
import type { Reply } from './Reply.ts';

/** What the preload gives the window, as `window.chengce`: this and nothing else. */
export type Bridge = {
  readonly invoke: <Name extends ChannelName>(
    channel: Name,
    input: Input<Name>,
  ) => Promise<Reply<Output<Name>>>;
  /** Listens to an event of main; returns what ends it. */
  readonly on: <Name extends EventName>(
    event: Name,
    listener: (value: EventValue<Name>) => void,
  ) => () => void;
  /** Hands files of a drop or paste over; only real files of the disk are taken, the page never sees a path. */
  readonly addFiles: (
    session: string,
    kind: string | null,
    files: readonly unknown[],
  ) => Promise<Reply<Output<'attachments:add'>>>;
};
