import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/contract/Bridge.ts';
import { type ChannelName, channelNames, eventNames } from '../shared/contract/channelNames.ts';

// The window gets the channels of the contract by name and nothing else: no ipcRenderer, no event objects, no paths.
const channels: ReadonlySet<string> = new Set(channelNames);
const events: ReadonlySet<string> = new Set(eventNames);
const refused = (name: unknown): Error => new Error(`unknown channel ${String(name)}`);

const bridge: Bridge = {
  // Paths come from real files only: a page that names one itself is turned away here.
  invoke: (channel: ChannelName, input: unknown) =>
    channels.has(channel) && channel !== 'attachments:add'
      ? ipcRenderer.invoke(channel, input)
      : Promise.reject(refused(channel)),
  on: (event: string, listener: (value: never) => void) => {
    if (!events.has(event)) throw refused(event);
    const heard = (_event: unknown, value: unknown): void => listener(value as never);
    ipcRenderer.on(event, heard);
    return () => {
      ipcRenderer.removeListener(event, heard);
    };
  },
  addFiles: (session, kind, files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== '');
    return ipcRenderer.invoke('attachments:add', { session, kind, paths });
  },
};

contextBridge.exposeInMainWorld('chengce', bridge);
