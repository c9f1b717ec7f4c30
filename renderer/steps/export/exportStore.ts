import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Output } from '../../../shared/contract/channels.ts';
import type { EventValue } from '../../../shared/contract/events.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { ask, bridge } from '../../app/bridge.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { flush } from '../../draft/saveQueue.ts';

type Folder = NonNullable<Output<'export:chooseFolder'>>;
type Progress = EventValue<'export:progress'>;
export type Exported = Output<'export:start'>;

/** Where an export stands; it goes on while other pages are looked at. */
export type ExportRun =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      /** Milliseconds since the epoch. */
      readonly since: number;
      readonly progress: Progress | null;
      readonly cancelling: boolean;
    }
  | {
      readonly kind: 'done';
      readonly exported: Exported;
      readonly seconds: number;
      /** What was exported: when the draft's is another one by now, the files are no longer the newest. */
      readonly of: Application | undefined;
    }
  | { readonly kind: 'stopped'; readonly code: string; readonly message: string };

type ExportState = {
  readonly session: string | null;
  readonly folder: Folder | null;
  readonly run: ExportRun;
};

const NONE: ExportState = { session: null, folder: null, run: { kind: 'none' } };
const store = createStore<ExportState>(() => NONE);

/** What is known of exports of the open draft. */
export function useExport(): ExportState {
  const session = useStore(draftStore, (state) => state?.info.session ?? null);
  const state = useStore(store);
  return state.session === session ? state : NONE;
}

/** Asks which folder; false when the person changed their mind. */
export async function chooseFolder(): Promise<boolean> {
  const session = openSession();
  if (session === null) return false;
  const reply = await ask('export:chooseFolder', { session });
  if (!reply.ok) {
    stop(reply.problem);
    return false;
  }
  if (reply.value === null) return false;
  store.setState({ folder: reply.value });
  return true;
}

/** Saves what is not saved, then makes the package in the folder chosen. */
export async function startExport(): Promise<void> {
  const session = openSession();
  const { folder, run } = store.getState();
  if (session === null || run.kind === 'running') return;
  if (folder === null) {
    if (await chooseFolder()) await startExport();
    return;
  }
  const since = Date.now();
  store.setState({ run: { kind: 'running', since, progress: null, cancelling: false } });
  const hear = bridge.on('export:progress', (progress) => {
    const { run: now } = store.getState();
    if (now.kind === 'running') store.setState({ run: { ...now, progress } });
  });
  try {
    if (!(await flush())) {
      stop({
        code: 'not-saved',
        message: '有内容还没能保存到磁盘，导出没有开始，以免漏掉它们。请看窗口上方的说明，保存成功后再导出。',
      });
      return;
    }
    const of = draftStore.getState()?.application;
    const reply = await ask('export:start', { session, token: folder.token });
    if (store.getState().session !== session) return;
    if (reply.ok)
      store.setState({
        run: { kind: 'done', exported: reply.value, seconds: (Date.now() - since) / 1000, of },
      });
    else stop(reply.problem);
  } finally {
    hear();
  }
}

/** Calls a running export off; it clears its files away first. */
export function cancelExport(): void {
  const { run } = store.getState();
  if (run.kind !== 'running') return;
  store.setState({ run: { ...run, cancelling: true } });
  void ask('export:cancel', {});
}

/** Back to what is to be made. */
export function putResultAway(): void {
  if (store.getState().run.kind !== 'running') store.setState({ run: { kind: 'none' } });
}

function stop({ code, message }: { readonly code: string; readonly message: string }): void {
  store.setState({ run: { kind: 'stopped', code, message } });
}

/** The open draft; what was known of another one is forgotten. */
function openSession(): string | null {
  const session = draftStore.getState()?.info.session ?? null;
  if (store.getState().session !== session) store.setState({ ...NONE, session }, true);
  return session;
}
