import type { Draft } from '../draft.ts';
import type { Migration } from '../migrations/migration.ts';
import type { StoreProblem } from '../storeProblem.ts';
import type { DraftNotice } from './draftNotice.ts';

/** What came of opening a draft. */
export type OpenOutcome =
  | { readonly ok: true; readonly draft: Draft; readonly notices: readonly DraftNotice[] }
  | { readonly ok: false; readonly problem: StoreProblem };

/** One attempt to open one file: its real path, and what every step needs. */
export type Opening = {
  readonly path: string;
  readonly identity: string;
  readonly who: string;
  readonly now: () => Date;
  readonly migrations: readonly Migration[];
};
