import { z } from 'zod';
import { AppInfo } from './AppInfo.ts';
import type { ChannelName } from './channelNames.ts';

type Channel = { readonly input: z.ZodType; readonly output: z.ZodType };

/** The whole contract between window and main: what each channel takes and gives. */
export const channels = {
  'app:info': { input: z.strictObject({}), output: AppInfo },
} as const satisfies { readonly [name in ChannelName]: Channel };

export type Channels = typeof channels;
/** What a caller passes in. */
export type Input<Name extends ChannelName> = z.input<Channels[Name]['input']>;
/** What a handler receives, parsed. */
export type ParsedInput<Name extends ChannelName> = z.output<Channels[Name]['input']>;
export type Output<Name extends ChannelName> = z.output<Channels[Name]['output']>;
