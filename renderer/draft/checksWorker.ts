import { evaluate } from '../../shared/calls/evaluate.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { NO_SURROUNDINGS, type Surroundings } from '../../shared/calls/surroundings.ts';
import { applyEdit } from '../../shared/edits/applyEdit.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { Application } from '../../shared/entities/application.ts';
import { createReportTeller, type ReportDelta } from './reportDelta.ts';

// Judges the draft beside the window's own thread: it holds an application of its own and takes the same edits,
// so that typing never waits for ten thousand invoices.
export type ToChecks =
  | {
      readonly kind: 'open';
      readonly call: Call;
      readonly application: Application;
      readonly surroundings: Surroundings;
    }
  | { readonly kind: 'surroundings'; readonly surroundings: Surroundings }
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly upTo: number };
/** `upTo` is the newest edits the report knows. */
export type FromChecks =
  | { readonly kind: 'report'; readonly delta: ReportDelta; readonly upTo: number }
  | { readonly kind: 'broken'; readonly message: string; readonly upTo: number };

/** Edits that come close together are judged once; a big draft leaves itself more time between two runs. */
const GATHER_MS = 120;
const MOST_GATHER_MS = 1000;

let call: Call | null = null;
let application: Application | null = null;
let surroundings: Surroundings = NO_SURROUNDINGS;
let upTo = 0;
let gather = GATHER_MS;
let gathering = false;
let tell = createReportTeller();

self.onmessage = ({ data }: MessageEvent<ToChecks>) => {
  if (data.kind === 'open') {
    ({ call, application, surroundings } = data);
    upTo = 0;
    tell = createReportTeller();
    judge();
    return;
  }
  if (application === null) return;
  if (data.kind === 'surroundings') surroundings = data.surroundings;
  else {
    for (const one of data.edits) application = applyEdit(application, one).application;
    upTo = data.upTo;
  }
  if (gathering) return;
  gathering = true;
  setTimeout(judge, gather);
};

function judge(): void {
  gathering = false;
  if (call === null || application === null) return;
  const begun = performance.now();
  self.postMessage(judged(call, application, surroundings));
  gather = Math.min(MOST_GATHER_MS, Math.max(GATHER_MS, performance.now() - begun));
}

function judged(known: Call, entered: Application, around: Surroundings): FromChecks {
  try {
    return { kind: 'report', delta: tell(evaluate(known, entered, around)), upTo };
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error), upTo };
  }
}
