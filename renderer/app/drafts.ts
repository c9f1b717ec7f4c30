import type { OpenedDraft } from '../../shared/contract/OpenedDraft.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { draftStore } from '../draft/draftStore.ts';
import { abandonDraft, continueIn, showDraft } from '../draft/openedDraft.ts';
import { flush } from '../draft/saveQueue.ts';
import { ask, bridge } from './bridge.ts';
import { whileBusy } from './busy.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { startOver } from './navigation.ts';
import { tell } from './notices.ts';
import { holdStill, letGo } from './stillness.ts';

// Opening, copying and closing drafts, as menu, keys, start page and head ask for it. Each first sees to it that
// what is typed is on the disk.

export async function createDraft(call: string, profile: string | null): Promise<boolean> {
  return goOver(() => ask('draft:create', { call, profile }));
}

export async function chooseDraft(): Promise<boolean> {
  return goOver(() => ask('draft:choose', {}));
}

export async function openRecent(id: string): Promise<boolean> {
  return goOver(() => ask('draft:openRecent', { id }));
}

export async function openSample(sample: string): Promise<boolean> {
  return goOver(() => ask('draft:openSample', { sample }));
}

/** What was opened by double click or argument, or what main has open after the window came back. */
export async function openRequested(): Promise<boolean> {
  return goOver(() => ask('draft:openRequested', {}));
}

/** Goes on in a copy. Also the way out when the place of the draft takes no more. */
export async function saveAs(): Promise<boolean> {
  const session = draftStore.getState()?.info.session;
  if (session === undefined) return false;
  // Saved or not: what the disk did not take goes on into the copy.
  await flush();
  const reply = await whileBusy('正在另存…', () => ask('draft:saveAs', { session }));
  if (!reply.ok) {
    tell('trouble', reply.problem.message);
    return false;
  }
  if (reply.value === null) return false;
  continueIn(reply.value);
  tell('done', `已另存，接下来的修改都在“${reply.value.name}”里。`);
  return true;
}

/** Back to the start page. */
export async function closeDraft(): Promise<void> {
  if (!(await mayLeave())) return;
  await abandonDraft();
  startOver();
}

/** True when nothing unsaved is left behind, or the person wants it so. */
async function mayLeave(): Promise<boolean> {
  if (draftStore.getState() === null || (await flush())) return true;
  letGo();
  return new Promise((resolve) => {
    const answer = (leave: boolean) => () => {
      closeDialog();
      resolve(leave);
    };
    openDialog({ kind: 'unsaved', leave: answer(true), stay: answer(false) });
  });
}

async function goOver(open: () => Promise<Reply<OpenedDraft | null>>): Promise<boolean> {
  // What is typed from here on would belong to a draft that is closed by the time it could be saved.
  const hold = (): void => {
    if (draftStore.getState() !== null) holdStill();
  };
  hold();
  try {
    if (!(await mayLeave())) return false;
    hold();
    return await show(open);
  } finally {
    letGo();
  }
}

async function show(open: () => Promise<Reply<OpenedDraft | null>>): Promise<boolean> {
  const before = draftStore.getState()?.info.session;
  const reply = await whileBusy('正在打开草稿…', open);
  if (!reply.ok) {
    tell('trouble', reply.problem.message);
    return false;
  }
  if (reply.value === null) return false;
  if (reply.value.session !== before) startOver();
  showDraft(reply.value);
  return true;
}

/** Listens to main for as long as the window lives. */
export function listenToMain(run: (command: string) => void): void {
  let closeAnyway = false;
  bridge.on('menu:command', ({ command }) => run(command));
  bridge.on('draft:openRequested', () => void openRequested());
  bridge.on('window:closing', () => {
    void (async () => {
      const close = closeAnyway || (await flush());
      await ask('draft:flushed', { close });
      if (close) return;
      if (!(await mayLeave())) return;
      closeAnyway = true;
      window.close();
    })();
  });
  // Whoever turns away from the window may pull the plug next.
  const turnedAway = () => void flush();
  window.addEventListener('blur', turnedAway);
  window.addEventListener('pagehide', turnedAway);
  document.addEventListener('visibilitychange', turnedAway);
}
