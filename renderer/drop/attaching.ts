import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AttachingReport } from '../../shared/contract/Attaching.ts';
import type { Output } from '../../shared/contract/channels.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';
import type { TakenInEvidence } from '../../shared/evidence/takeInEvidence.ts';
import { ask, bridge } from '../app/bridge.ts';
import { tell } from '../app/notices.ts';
import { draftStore } from '../draft/draftStore.ts';
import { takeStored } from '../draft/edit.ts';
import { keepEvidence } from '../evidence/keepEvidence.ts';
import { resultInWords } from '../evidence/resultInWords.ts';

/** Files coming in: what is under way, and what came of the last batch. */
export type Attaching = {
  /** Batches under way. */
  readonly running: number;
  /** Files coming in, or files of the draft read once more. */
  readonly doing: 'adding' | 'reading';
  readonly cancelling: boolean;
  /** 0 of 0 while folders and archives are gone through; null while nothing is under way yet. */
  readonly progress: { readonly done: number; readonly total: number; readonly file: string } | null;
  /** Shown until it is put away. */
  readonly result: AttachingResult | null;
};

/** What became of files handed over, and of what they tell. */
export type AttachingResult = { readonly report: AttachingReport; readonly taken: TakenInEvidence };

const attaching = createStore<Attaching>(() => ({
  running: 0,
  doing: 'adding',
  cancelling: false,
  progress: null,
  result: null,
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
  await takeIn(kind, session, 0, () => bridge.addFiles(session, kind, files));
}

/** Asks for files or a folder and takes them in; gives the report, null when nothing came. */
export async function addChosen(kind: string | null, folder: boolean): Promise<AttachingReport | null> {
  const session = draftStore.getState()?.info.session;
  if (session === undefined) return null;
  return takeIn(kind, session, null, () => ask('attachments:choose', { session, kind, folder }));
}

export async function cancelAdding(): Promise<void> {
  attaching.setState({ cancelling: true });
  await ask('attachments:cancel', {});
}

export function putReportAway(): void {
  attaching.setState({ result: null });
}

/**
 * A file of the last batch was read once more, with columns a person corrected: the sheet tells what it tells now. Says
 * it in a line where no sheet is open.
 */
export function noteReading(attachment: string, reading: FileReading, taken: TakenInEvidence): void {
  const { result } = attaching.getState();
  if (result === null) {
    tell('done', resultInWords(taken));
    return;
  }
  const others = result.report.readings.filter((one) => one.attachment !== attachment);
  const gone = new Set(taken.removed);
  const both = (of: 'added' | 'merged' | 'unread'): readonly string[] => [
    ...new Set([...result.taken[of], ...taken[of]].filter((id) => !gone.has(id))),
  ];
  const added = both('added');
  attaching.setState({
    result: {
      report: { ...result.report, readings: [...others, { attachment, reading }] },
      taken: {
        ...taken,
        added,
        merged: both('merged').filter((id) => !added.includes(id)),
        unread: both('unread'),
        ledgersAdded: result.taken.ledgersAdded + taken.ledgersAdded,
        ledgersReplaced: result.taken.ledgersReplaced + taken.ledgersReplaced,
        ledgersRemoved: result.taken.ledgersRemoved + taken.ledgersRemoved,
      },
    },
  });
}

/**
 * Runs work whose progress and cancel are those of files coming in.
 * @param total files; null shows nothing until the first are under way, 0 that they are being gathered
 */
export async function underWay<Value>(
  doing: Attaching['doing'],
  total: number | null,
  work: () => Promise<Reply<Value>>,
): Promise<Reply<Value>> {
  const first = attaching.getState().running === 0;
  attaching.setState(({ running }) => ({
    running: running + 1,
    ...(first ? { doing, progress: total === null ? null : { done: 0, total, file: '' } } : {}),
  }));
  const reply = await work().catch(() => UNANSWERED);
  attaching.setState(({ running }) =>
    running > 1 ? { running: running - 1 } : { running: 0, progress: null, cancelling: false },
  );
  return reply;
}

async function takeIn(
  kind: string | null,
  session: string,
  total: number | null,
  work: () => Promise<Reply<Output<'attachments:choose'>>>,
): Promise<AttachingReport | null> {
  attaching.setState({ result: null });
  const reply = await underWay('adding', total, work);
  if (draftStore.getState()?.info.session !== session) return null;
  if (!reply.ok) {
    tell(reply.problem.code === 'cancelled' ? 'done' : 'trouble', reply.problem.message);
    return null;
  }
  const report = reply.value;
  if (report === null) return null;
  const { added, savedAt, readings } = report;
  // The files are on the disk already; what they tell is a change like any other, and can be undone.
  if (added.length > 0)
    takeStored([{ kind: 'rows', list: 'attachments', save: added, remove: [] }], savedAt ?? '');
  conclude(kind, { report, taken: keepEvidence(readings, added) });
  return report;
}

/** What asks for nothing to be done: the row of the file says it too. */
const SAID_IN_THE_ROW: ReadonlySet<string> = new Set(['name-misleads', 'kept-beside', 'file-also-elsewhere']);

/** A few files put where the user said, that tell nothing to look at, need no sheet; anything else is told file by file. */
function conclude(kind: string | null, result: AttachingResult): void {
  const { added, refused, already, readings } = result.report;
  const plain =
    result.taken.unread.length === 0 &&
    refused.length === 0 &&
    already.length === 0 &&
    added.every(({ problems }) => problems.every(({ code }) => SAID_IN_THE_ROW.has(code))) &&
    readings.every(({ reading }) => tellsNothing(reading));
  if (kind === null || !plain) {
    if (added.length + refused.length + already.length > 0) attaching.setState({ result });
    else tell('trouble', '文件夹里没有可以添加的文件。');
    return;
  }
  const label = draftStore.getState()?.call.attachments.find(({ id }) => id === kind)?.label ?? kind;
  if (added.length > 0) tell('done', `已添加 ${added.length} 份文件到“${label}”。`);
}

function tellsNothing({ invoices, tables, ledger, summary, problems }: FileReading): boolean {
  return [invoices, tables, ledger, summary, problems].every(({ length }) => length === 0);
}

const UNANSWERED = {
  ok: false,
  problem: { code: 'unanswered', message: '程序没有回应，文件没有添加，请再试一次。' },
} as const;
