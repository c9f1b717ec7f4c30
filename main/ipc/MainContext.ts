import type { BrowserWindow } from 'electron';
import type { EventName, EventValue } from '../../shared/contract/events.ts';
import type { Preferences } from '../../shared/contract/Preferences.ts';
import type { CloseGuard } from '../session/closeGuard.ts';
import type { ColumnMappings } from '../session/columnMappings.ts';
import type { OpenDrafts } from '../session/openDrafts.ts';
import type { OpenRequests } from '../session/openRequests.ts';
import type { Profiles } from '../session/profiles.ts';
import type { Recents } from '../session/recents.ts';
import type { RegisterWatch } from '../session/registerWatch.ts';
import type { Samples } from '../session/samples.ts';
import type { Kept } from '../session/shelf.ts';
import type { WindowState } from '../session/windowState.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';

/** What every file of channels is given. How to use `drafts`: main/session/openDrafts.ts. */
export type MainContext = {
  readonly drafts: OpenDrafts;
  /** The calls the program knows, read once. @throws when one that ships is broken */
  readonly calls: () => KnownCalls;
  /** The window a dialog belongs to; null while there is none. */
  readonly window: () => BrowserWindow | null;
  /** Tells the window; does nothing while there is none. */
  readonly emit: Emit;
  /** Brings the window's title and menu up to date. */
  readonly refreshFrame: () => void;
  readonly recents: Recents;
  readonly profiles: Profiles;
  readonly columnMappings: ColumnMappings;
  readonly registerWatch: RegisterWatch;
  readonly samples: Samples;
  readonly requests: OpenRequests;
  readonly closing: CloseGuard;
  readonly preferences: Kept<Preferences>;
  readonly windowState: Kept<WindowState>;
  /** Folder a dialog begins in: where something was last opened or saved, absolute path. */
  readonly lastFolder: Kept<string>;
};

/** Sends an event of the contract to the window. */
export type Emit = <Name extends EventName>(event: Name, value: EventValue<Name>) => void;
