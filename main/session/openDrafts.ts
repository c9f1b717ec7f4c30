import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { OpenedDraft } from '../../shared/contract/OpenedDraft.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { applyEdit } from '../../shared/edits/applyEdit.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { Application } from '../../shared/entities/application.ts';
import { findCall } from '../calls/loadCalls.ts';
import { lastSavedAt } from '../store/changes.ts';
import { closeDraft, settleDraft } from '../store/closeDraft.ts';
import type { Draft } from '../store/draft.ts';
import { fileIdentity } from '../store/fileIdentity.ts';
import { loadApplication } from '../store/loadApplication.ts';
import { lossesOf } from '../store/lossesOf.ts';
import { openDraft } from '../store/openDraft.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import { saveEdits } from '../store/saveEdits.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';

/**
 * The one draft the window has open, for every handler of main/ipc.
 *
 * - A channel that carries a session asks `drafts.find(input.session)`: the open draft, or the problem
 *   `draft-not-open` to answer with when another has been opened since.
 * - `open.draft` goes to the functions of main/store; `open.application` is the newest, in memory, always equal to
 *   what the file holds (never load it anew); `open.call`, `open.losses` go with it into checks and exports.
 * - Who writes application data to the store without `save` (attachments taken in) says so with
 *   `recordStored(session, edits)`, so that `application` follows. Blobs alone (pictures) need no word.
 * - Work that takes time listens to `open.signal`: it is aborted when the draft is closed.
 */
export type OpenDrafts = {
  readonly current: () => OpenDraft | null;
  readonly find: (session: string) => Reply<OpenDraft>;
  /** Opens a file (absolute path); only then is what was open before closed. The file that is open already stays so. */
  readonly open: (file: string) => Reply<OpenDraft>;
  /** Stores edits in one transaction; ok means the disk has them. */
  readonly save: (session: string, edits: readonly Edit[]) => Reply<{ readonly savedAt: string }>;
  readonly recordStored: (session: string, edits: readonly Edit[]) => void;
  readonly close: () => void;
  /** Moves what the journal holds into the file itself: whoever copies the file now has all of it. */
  readonly settle: () => void;
};

/** A draft that is open. */
export type OpenDraft = {
  /** New with every opening. */
  readonly session: string;
  readonly draft: Draft;
  readonly call: Call;
  readonly notices: readonly DraftNotice[];
  /** What damage took from the file, one sentence a loss. */
  readonly losses: readonly string[];
  /** A copy of a sample. */
  readonly sample: boolean;
  /** The newest application; a getter, so ask again after every await. */
  readonly application: Application;
  /** Aborted when the draft is closed. */
  readonly signal: AbortSignal;
};

/**
 * Told when something about the open draft changed. At `closed` nothing is open; `application` can still be read.
 * One that throws hinders nothing: what it was told has happened all the same.
 */
export type DraftListener = (what: 'opened' | 'stored' | 'closing' | 'closed', open: OpenDraft) => void;

type Held = OpenDraft & { readonly end: () => void; readonly take: (edits: readonly Edit[]) => void };

/** Starts with nothing open. @param samples absolute path of the folder that holds the copies of samples */
export function createOpenDrafts(
  calls: () => KnownCalls,
  samples: string,
  tell: DraftListener = () => {},
): OpenDrafts {
  let held: Held | null = null;

  // Listeners may read the file, whose disk may be gone: the draft must be closable then, too.
  const announce: DraftListener = (what, open) => attempt(() => tell(what, open));

  const close = (): void => {
    if (held === null) return;
    announce('closing', held);
    const last = held;
    held = null;
    last.end();
    try {
      closeDraft(last.draft);
    } finally {
      announce('closed', last);
    }
  };

  const find = (session: string): Reply<Held> =>
    held !== null && held.session === session ? { ok: true, value: held } : NOT_OPEN;

  const open = (file: string): Reply<OpenDraft> => {
    const identity = fileIdentity(file);
    if (held !== null && identity !== null && identity === fileIdentity(held.draft.path))
      return { ok: true, value: held };
    const outcome = openDraft(file);
    if (!outcome.ok) return told(outcome.problem);
    const next = hold(outcome.draft, outcome.notices, calls(), samples);
    if (!next.ok) return next;
    attempt(close);
    held = next.value;
    announce('opened', held);
    return next;
  };

  const recordStored = (session: string, edits: readonly Edit[]): void => {
    const found = find(session);
    if (!found.ok) return;
    found.value.take(edits);
    announce('stored', found.value);
  };

  return {
    current: () => held,
    find,
    open,
    recordStored,
    close,
    save: (session, edits) => {
      const found = find(session);
      if (!found.ok) return found;
      const saved = saveEdits(found.value.draft, edits);
      if (!saved.ok) return told(saved.problem);
      recordStored(session, edits);
      return saved;
    },
    settle: () => {
      if (held !== null) settleDraft(held.draft);
    },
  };
}

/** The open draft as it crosses to the window. */
export function describeOpen(open: OpenDraft): OpenedDraft {
  const { session, draft, call, application, sample, notices } = open;
  return {
    session,
    name: path.basename(draft.path),
    folder: readableFolder(draft.path),
    readOnly: draft.readOnly,
    sample,
    savedAt: lastSavedAt(draft),
    notices: notices.map(({ code, message }) => ({ code, message: `${message}。` })),
    call,
    application,
  };
}

/** The folder of a file as a person reads it: the home folder is `~`, except on Windows, which knows no such sign. */
export function readableFolder(file: string): string {
  const folder = path.dirname(file);
  if (process.platform === 'win32') return folder;
  const inHome = path.relative(os.homedir(), folder);
  if (inHome === '') return '~';
  return inHome.startsWith('..') || path.isAbsolute(inHome) ? folder : `~/${inHome}`;
}

/** A problem of a room as it is told in the window: a whole sentence, without the details for developers. */
export function told({ code, message }: { readonly code: string; readonly message: string }): {
  readonly ok: false;
  readonly problem: { readonly code: string; readonly message: string };
} {
  return { ok: false, problem: { code, message: /[。？！]$/.test(message) ? message : `${message}。` } };
}

/** Does what must not stop the rest when it breaks down. */
function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    console.error(error);
  }
}

const NOT_OPEN = told({
  code: 'draft-not-open',
  message: '这份草稿已经关闭或换成了另一份，刚才的操作没有执行；之前保存的内容都在',
});

function hold(
  draft: Draft,
  notices: readonly DraftNotice[],
  calls: KnownCalls,
  samples: string,
): Reply<Held> {
  try {
    let application = loadApplication(draft);
    const found = findCall(application.call.id, application.call.revision, calls);
    if (!found.ok) {
      closeDraft(draft);
      return told(found.problem);
    }
    const ending = new AbortController();
    const value: Held = {
      session: randomUUID(),
      draft,
      call: found.call,
      notices,
      losses: lossesOf(notices),
      sample: path.dirname(draft.path) === samples,
      get application() {
        return application;
      },
      signal: ending.signal,
      end: () => ending.abort(),
      take: (edits) => {
        for (const edit of edits) application = applyEdit(application, edit).application;
      },
    };
    return { ok: true, value };
  } catch (error) {
    closeDraft(draft);
    throw error;
  }
}
