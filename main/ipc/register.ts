import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { type ChannelName, channelNames } from '../../shared/contract/channelNames.ts';
import { channels, type Output, type ParsedInput } from '../../shared/contract/channels.ts';
import type { Reply } from '../../shared/contract/Reply.ts';

/** One function per channel of the contract; its input is already parsed. */
export type Handlers = {
  readonly [Name in ChannelName]: (
    input: ParsedInput<Name>,
  ) => Reply<Output<Name>> | Promise<Reply<Output<Name>>>;
};

/** The handlers of some channels: what one file of channels gives to the whole. */
export type HandlersFor<Names extends ChannelName> = Pick<Handlers, Names>;

/** Whether a message comes from the page of our own window (top frame, our origin). */
export type IsTrusted = (event: IpcMainInvokeEvent) => boolean;

/** The contract seen channel by channel, so that one generic function can serve them all. */
const contract: {
  readonly [Name in ChannelName]: {
    readonly input: z.ZodType<ParsedInput<Name>>;
    readonly output: z.ZodType<Output<Name>>;
  };
} = channels;

/**
 * Connects every channel of the contract with its handler. The only place that listens: the sender is
 * checked, the input parsed, the output held to its schema. A handler that throws has a bug; the window is
 * told so, and the details go to `report`, not to the window.
 */
export function register(
  handlers: Handlers,
  isTrusted: IsTrusted,
  report: (channel: ChannelName, error: unknown) => void,
): void {
  // electron-store opens a channel that tells where it keeps its files; nothing listens here but the contract.
  ipcMain.removeAllListeners('electron-store-get-data');
  for (const name of channelNames) {
    ipcMain.handle(name, async (event, raw: unknown) => {
      if (!isTrusted(event)) throw new Error('refused');
      return answer(name, handlers, raw, report);
    });
  }
}

async function answer<Name extends ChannelName>(
  name: Name,
  handlers: Handlers,
  raw: unknown,
  report: (channel: ChannelName, error: unknown) => void,
): Promise<Reply<Output<Name>>> {
  const { input, output } = contract[name];
  const parsed = input.safeParse(raw);
  if (!parsed.success) {
    // Only where it does not fit: what stands there may be somebody's words.
    report(name, `input refused at ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
    return { ok: false, problem: { code: 'input-refused', message: '窗口发来的内容不符合约定，未作处理。' } };
  }
  try {
    const reply = await handlers[name](parsed.data);
    return reply.ok ? { ok: true, value: output.parse(reply.value) } : reply;
  } catch (error) {
    report(name, error);
    return { ok: false, problem: { code: 'unexpected', message: '程序内部出错，未作任何改动。请重试。' } };
  }
}
