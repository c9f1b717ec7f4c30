import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Preview } from '../../shared/contract/Preview.ts';
import { ask } from '../app/bridge.ts';
import { draftStore } from '../draft/draftStore.ts';
import { flush } from '../draft/saveQueue.ts';
import { openPdf } from './openPdf.ts';

/** The newest preview there is, and whether a newer one is on its way. */
export type PreviewState = {
  readonly session: string | null;
  /** Null until the first one came. `pdf` are its typeset pages. */
  readonly shown: { readonly preview: Omit<Preview, 'pdf'>; readonly pdf: PDFDocumentProxy } | null;
  readonly updating: boolean;
  /** Why the newest one did not come; the one before is still shown. */
  readonly problem: string | null;
};

const NONE: PreviewState = { session: null, shown: null, updating: false, problem: null };
const store = createStore<PreviewState>(() => NONE);

/** Typing has paused. */
const PAUSE_MS = 600;

let watchers = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
let made: unknown = null;
let asked = 0;

export function usePreview<Part>(select: (state: PreviewState) => Part): Part {
  return useStore(store, select);
}

/** Keeps the preview up to date while the component is on the screen; without one nothing is typeset. */
export function useFreshPreview(): void {
  useEffect(() => {
    watchers += 1;
    refreshSoon(0);
    const stop = draftStore.subscribe(() => refreshSoon(PAUSE_MS));
    return () => {
      stop();
      watchers -= 1;
      if (watchers > 0 || timer === null) return;
      clearTimeout(timer);
      timer = null;
      made = null;
    };
  }, []);
}

/** Typesets anew also where nothing changed: after a failure. */
export function refreshNow(): void {
  made = null;
  refreshSoon(0);
}

function refreshSoon(pause: number): void {
  const state = draftStore.getState();
  if (state === null) {
    forget();
    return;
  }
  if (state.info.session !== store.getState().session) {
    forget();
    store.setState({ session: state.info.session });
  }
  if (state.application === made) return;
  made = state.application;
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => void refresh(state.info.session), pause);
}

async function refresh(session: string): Promise<void> {
  timer = null;
  asked += 1;
  const mine = asked;
  store.setState({ updating: true });
  // Main prints what the disk has; it is told everything first.
  await flush();
  const reply = await ask('preview:compile', { session });
  if (mine !== asked || store.getState().session !== session) return;
  if (!reply.ok) {
    if (reply.problem.code === 'superseded') return;
    store.setState({ updating: false, problem: reply.problem.message });
    return;
  }
  const { pdf: bytes, ...preview } = reply.value;
  const before = store.getState().shown;
  try {
    const pdf = await openPdf(bytes);
    if (mine !== asked || store.getState().session !== session) {
      void pdf.loadingTask.destroy();
      return;
    }
    store.setState({ shown: { preview, pdf }, updating: false, problem: null });
    if (before !== null) retire(before.pdf);
  } catch {
    if (mine === asked)
      store.setState({ updating: false, problem: '页面没能显示出来。请点“重新排版”再试一次。' });
  }
}

/** Pages still being drawn from it may end. */
function retire(pdf: PDFDocumentProxy): void {
  setTimeout(() => void pdf.loadingTask.destroy(), 2000);
}

function forget(): void {
  const { shown } = store.getState();
  if (shown !== null) retire(shown.pdf);
  asked += 1;
  made = null;
  store.setState(NONE, true);
}
