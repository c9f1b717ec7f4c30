import type { Call } from '../../shared/calls/schema/call.ts';
import { NO_SURROUNDINGS, type Surroundings } from '../../shared/calls/surroundings.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { FromChecks, ToChecks } from './checksWorker.ts';
import { draftStore, updateDraft } from './draftStore.ts';
import { createReportTaker } from './reportDelta.ts';

let worker: Worker | null = null;
let told = 0;
let surroundings: Surroundings = NO_SURROUNDINGS;

/** Starts judging a draft that was opened. */
export function startChecks(call: Call, application: Application): void {
  stopChecks();
  begin(call, application);
}

function begin(call: Call, application: Application): void {
  end();
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
  send({ kind: 'open', call, application, surroundings });
}

/** Tells the checks what changed. */
export function tellChecks(edits: readonly Edit[]): void {
  told += 1;
  send({ kind: 'edits', edits, upTo: told });
}

/** Tells the checks what other drafts of the workstation hold; nothing happens when they know. */
export function tellSurroundings(now: Surroundings): void {
  if (JSON.stringify(now) === JSON.stringify(surroundings)) return;
  surroundings = now;
  send({ kind: 'surroundings', surroundings });
}

/** Ends judging: the draft is closed. */
export function stopChecks(): void {
  end();
  surroundings = NO_SURROUNDINGS;
}

function end(): void {
  worker?.terminate();
  worker = null;
}

/** After a worker died (memory): once more from what the window holds, a moment later. */
function restart(): void {
  end();
  updateDraft(() => ({ checks: 'broken' }));
  setTimeout(() => {
    const state = draftStore.getState();
    if (worker === null && state !== null) begin(state.call, state.application);
  }, 5000);
}

function send(message: ToChecks): void {
  worker?.postMessage(message);
}
