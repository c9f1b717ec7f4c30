import type { Bridge } from '../../shared/contract/Bridge.ts';
import type { ChannelName } from '../../shared/contract/channelNames.ts';
import type { Input, Output } from '../../shared/contract/channels.ts';
import type { Reply } from '../../shared/contract/Reply.ts';

declare global {
  interface Window {
    /** Put there by the preload: the channels of the contract. */
    readonly chengce: Bridge;
  }
}

/** The only way from the window to the rest of the program. */
export const bridge: Bridge = window.chengce;

/** Asks main. A channel that breaks down is an answer like any other: nothing thrown, nothing lost. */
export async function ask<Name extends ChannelName>(
  channel: Name,
  input: Input<Name>,
): Promise<Reply<Output<Name>>> {
  try {
    return await bridge.invoke(channel, input);
  } catch {
    return { ok: false, problem: { code: 'unanswered', message: '程序没有回应，请稍后再试。' } };
  }
}
