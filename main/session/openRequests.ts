import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpeningNotice } from '../../shared/contract/OpenedDraft.ts';

/** A draft to open, and what the user is to be told with it. */
export type OpenRequest = { readonly file: string; readonly notice: OpeningNotice | null };

/** Drafts to be opened that were not asked for in the window: by double click, argument or a second start. */
export type OpenRequests = {
  /** The newest file asked for (absolute path); asking takes it. */
  readonly take: () => OpenRequest | null;
  readonly put: (file: string, notice?: OpeningNotice) => void;
};

/** @param tell called with the file's name for every request */
export function createOpenRequests(tell: (name: string) => void): OpenRequests {
  let waiting: OpenRequest | null = null;
  return {
    take: () => {
      const request = waiting;
      waiting = null;
      return request;
    },
    put: (file, notice) => {
      waiting = { file, notice: notice ?? null };
      tell(path.basename(file));
    },
  };
}

/**
 * The draft a command line names: its last argument that ends in `.chengce`; null when there is none. Switches, the
 * program itself and its folder are passed over by that.
 * @param from absolute path of the folder the command was given in
 */
export function draftInArguments(args: readonly string[], from: string): string | null {
  const named = args.findLast((one) => !one.startsWith('-') && /\.chengce$/i.test(one));
  if (named === undefined) return null;
  // Linux desktops hand over a URL.
  return named.startsWith('file:') ? fromUrl(named) : path.resolve(from, named);
}

function fromUrl(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}
