import path from 'node:path';

/** Drafts the user asked for outside the window: by double click, argument or a second start. */
export type OpenRequests = {
  /** The newest file asked for (absolute path); asking takes it. */
  readonly take: () => string | null;
  readonly put: (file: string) => void;
};

/** @param tell called with the file's name for every request */
export function createOpenRequests(tell: (name: string) => void): OpenRequests {
  let waiting: string | null = null;
  return {
    take: () => {
      const file = waiting;
      waiting = null;
      return file;
    },
    put: (file) => {
      waiting = file;
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
  return named === undefined ? null : path.resolve(from, named);
}
