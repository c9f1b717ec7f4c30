import Store from 'electron-store';
import type { OpenWriter } from './shelf.ts';

/** Files of a shelf written by electron-store, which replaces them in one step. */
export const electronStoreWriter: OpenWriter = (folder, name) => {
  const store = new Store<Record<string, unknown>>({ cwd: folder, name, clearInvalidConfig: true });
  return (value) => store.set('value', value);
};
