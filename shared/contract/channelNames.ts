/** Every channel between window and main. Apart from the schemas, so that the preload carries no library. */
export const channelNames = ['app:info'] as const;
export type ChannelName = (typeof channelNames)[number];
