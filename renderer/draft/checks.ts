import type { Call } from '../../shared/calls/schema/call.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { FromChecks, ToChecks } from './checksWorker.ts';
import { draftStore, updateDraft } from './draftStore.ts';
import { createReportTaker } from './reportDelta.ts';

let worker: Worker | null = null;
let told = 0;

/** Starts judging a draft that was opened. */
export function startChecks(call: Call, application: Application): void {
  stopChecks();
  const mine = new Worker(new URL('./checksWorker.ts', import.meta.url), { type: 'module' });
  const take = createReportTaker();
  worker = mine;
  told = 0;
  mine.onmessage = ({ data }: MessageEvent<FromChecks>) => {
    if (worker !== mine) return;
    // A report that does not know the newest edits yet is shown as what it is: of a moment ago.
    const checks = data.upTo < told ? 'behind' : 'current';
    if (data.kind === 'report') updateDraft(() => ({ report: take(data.delta), checks }));
    else updateDraft(() => ({ checks: 'broken' }));
  };
  mine.onerror = () => {
    if (worker === mine) restart();
  };
  send({ kind: 'open', call, application });
}

/** Tells the checks what changed. */
export function tellChecks(edits: readonly Edit[]): void {
  told += 1;
  send({ kind: 'edits', edits, upTo: told });
}

/** Ends judging: the draft is closed. */
export function stopChecks(): void {
  worker?.terminate();
  worker = null;
}

/** After a worker died (memory): once more from what the window holds, a moment later. */
function restart(): void {
  stopChecks();
  updateDraft(() => ({ checks: 'broken' }));
  setTimeout(() => {
    const state = draftStore.getState();
    if (worker === null && state !== null) startChecks(state.call, state.application);
  }, 5000);
}

function send(message: ToChecks): void {
  worker?.postMessage(message);
}
