import type { Call } from '../../shared/calls/schema/call.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { FromChecks, ToChecks } from './checksWorker.ts';
import { updateDraft } from './draftStore.ts';

let worker: Worker | null = null;
let told = 0;

/** Starts judging a draft that was opened. */
export function startChecks(call: Call, application: Application): void {
  stopChecks();
  const mine = new Worker(new URL('./checksWorker.ts', import.meta.url), { type: 'module' });
  worker = mine;
  mine.onmessage = ({ data }: MessageEvent<FromChecks>) => {
    if (worker === mine) updateDraft(() => ({ report: data.report }));
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

function send(message: ToChecks): void {
  worker?.postMessage(message);
}
