import { ask } from '../app/bridge.ts';
import { tellSurroundings } from './checks.ts';
import { type DraftState, draftStore } from './draftStore.ts';

/** Main judges by what the disk has: asked a while after the last change, so that it is there. */
const GATHER_MS = 1500;

let end: (() => void) | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

/**
 * Keeps the checks told which invoices of the open draft other drafts hold: at once, after the invoices change, and
 * when the person comes back to the window, who may have worked on another draft meanwhile.
 */
export function startElsewhere(session: string): void {
  stopElsewhere();
  let known: DraftState | null = draftStore.getState();
  const unsubscribe = draftStore.subscribe((state) => {
    if (state === null || known === null) return;
    const changed =
      state.application.invoices !== known.application.invoices || projectOf(state) !== projectOf(known);
    known = state;
    if (changed) askElsewhereSoon();
  });
  const onFocus = (): void => void askNow(session);
  window.addEventListener('focus', onFocus);
  end = () => {
    unsubscribe();
    window.removeEventListener('focus', onFocus);
  };
  void askNow(session);
}

export function stopElsewhere(): void {
  end?.();
  end = null;
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

/** Once more in a moment; several wishes are one question. */
export function askElsewhereSoon(): void {
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => {
    timer = null;
    const state = draftStore.getState();
    if (state === null) return;
    if (state.saving.kind === 'pending') askElsewhereSoon();
    else void askNow(state.info.session);
  }, GATHER_MS);
}

async function askNow(session: string): Promise<void> {
  const reply = await ask('register:elsewhere', { session });
  // What cannot be asked now is asked with the next change; nothing the person does hangs on it.
  if (!reply.ok || draftStore.getState()?.info.session !== session) return;
  tellSurroundings({ elsewhere: reply.value });
}

function projectOf({ call, application }: DraftState): unknown {
  return application.answers[call.roles.projectName];
}
