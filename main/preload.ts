import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/contract/Bridge.ts';
import { type ChannelName, channelNames } from '../shared/contract/channelNames.ts';

// The window gets the channels of the contract by name and nothing else: no ipcRenderer, no event objects.
const known: ReadonlySet<string> = new Set(channelNames);

const bridge: Bridge = {
  invoke: (channel: ChannelName, input: unknown) =>
    known.has(channel)
      ? ipcRenderer.invoke(channel, input)
      : Promise.reject(new Error(`unknown channel ${String(channel)}`)),
};

contextBridge.exposeInMainWorld('chengce', bridge);
