import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AttachingReport } from '../../shared/contract/Attaching.ts';
import type { Output } from '../../shared/contract/channels.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { ask, bridge } from '../app/bridge.ts';
import { tell } from '../app/notices.ts';
import { draftStore } from '../draft/draftStore.ts';
import { edit, takeStored } from '../draft/edit.ts';
import { linkCopies } from '../steps/attachments/attachmentEdits.ts';

/** Files coming in: what is under way, and what came of the last batch. */
export type Attaching = {
  /** Batches under way. */
  readonly running: number;
  readonly cancelling: boolean;
  readonly progress: { readonly done: number; readonly total: number; readonly file: string } | null;
  /** Shown until it is put away. */
  readonly report: AttachingReport | null;
};

const attaching = createStore<Attaching>(() => ({
  running: 0,
  cancelling: false,
  progress: null,
  report: null,
}));

bridge.on('attachments:progress', (progress) => {
  if (attaching.getState().running > 0) attaching.setState({ progress });
});

export function useAttaching(): Attaching {
  return useStore(attaching);
}

/** Files of a drop or paste. @param kind null sorts them by folder and name */
export async function addDropped(kind: string | null, files: readonly File[]): Promise<void> {
  const session = draftStore.getState()?.info.session;
  if (session === undefined || files.length === 0) return;
  attaching.setState({ progress: { done: 0, total: files.length, file: '' } });
  await takeIn(kind, session, () => bridge.addFiles(session, kind, files));
}

/** Asks for files or a folder and takes them in; gives the report, null when nothing came. */
export async function addChosen(kind: string | null, folder: boolean): Promise<AttachingReport | null> {
  const session = draftStore.getState()?.info.session;
  if (session === undefined) return null;
  return takeIn(kind, session, () => ask('attachments:choose', { session, kind, folder }));
}

export async function cancelAdding(): Promise<void> {
  attaching.setState({ cancelling: true });
  await ask('attachments:cancel', {});
}

export function putReportAway(): void {
  attaching.setState({ report: null });
}

async function takeIn(
  kind: string | null,
  session: string,
  work: () => Promise<Reply<Output<'attachments:choose'>>>,
): Promise<AttachingReport | null> {
  attaching.setState(({ running }) => ({ running: running + 1, report: null }));
  const reply = await work().catch(() => UNANSWERED);
  attaching.setState(({ running }) =>
    running > 1 ? { running: running - 1 } : { running: 0, progress: null, cancelling: false },
  );
  if (draftStore.getState()?.info.session !== session) return null;
  if (!reply.ok) {
    tell(reply.problem.code === 'cancelled' ? 'done' : 'trouble', reply.problem.message);
    return null;
  }
  const report = reply.value;
  if (report === null) return null;
  show(report);
  conclude(kind, report);
  return report;
}

/** The rows are on the disk already; what they mean for the invoices is a change like any other. */
function show({ added, savedAt }: AttachingReport): void {
  if (added.length === 0) return;
  takeStored([{ kind: 'rows', list: 'attachments', save: added, remove: [] }], savedAt ?? '');
  const state = draftStore.getState();
  if (state === null) return;
  const copies = new Set(
    state.call.attachments.filter(({ rowsOf }) => rowsOf === 'invoices').map(({ id }) => id),
  );
  const bonds = linkCopies(
    state.application,
    added.filter((file) => copies.has(file.kind)),
  );
  if (bonds.length > 0) edit(bonds, { at: 'attachments' });
}

/** A few files put where the user said need no sheet; anything else is told file by file. */
function conclude(kind: string | null, report: AttachingReport): void {
  const { added, refused, already } = report;
  const plain =
    refused.length === 0 && already.length === 0 && added.every((file) => file.problems.length === 0);
  if (kind === null || !plain) {
    if (added.length + refused.length + already.length > 0) attaching.setState({ report });
    else tell('trouble', '文件夹里没有可以添加的文件。');
    return;
  }
  const label = draftStore.getState()?.call.attachments.find(({ id }) => id === kind)?.label ?? kind;
  if (added.length > 0) tell('done', `已添加 ${added.length} 份文件到“${label}”。`);
}

const UNANSWERED = {
  ok: false,
  problem: { code: 'unanswered', message: '程序没有回应，文件没有添加，请再试一次。' },
} as const;
