/** Every channel between window and main. Apart from the schemas, so that the preload carries no library. */
export const channelNames = [
  'app:info',
  'app:preferences',
  'app:savePreferences',
  'draft:create',
  'draft:choose',
  'draft:openRecent',
  'draft:openSample',
  'draft:openRequested',
  'draft:recents',
  'draft:forgetRecent',
  'draft:save',
  'draft:saveAs',
  'draft:close',
  'draft:flushed',
  'draft:versions',
  'draft:saveVersion',
  'draft:readVersion',
  'profiles:list',
  'profiles:keep',
  'profiles:remove',
  'attachments:choose',
  'attachments:add',
  'attachments:cancel',
  'pictures:add',
  'preview:compile',
  'export:chooseFolder',
  'export:start',
  'export:cancel',
  'export:reveal',
  'export:openFile',
] as const;
export type ChannelName = (typeof channelNames)[number];

/** Every event main sends to the window. */
export const eventNames = [
  'menu:command',
  'draft:openRequested',
  'window:closing',
  'attachments:progress',
  'export:progress',
] as const;
