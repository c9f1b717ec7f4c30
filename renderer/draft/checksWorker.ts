import { evaluate } from '../../shared/calls/evaluate.ts';
import type { CheckReport } from '../../shared/calls/finding.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { applyEdit } from '../../shared/edits/applyEdit.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { Application } from '../../shared/entities/application.ts';

// Judges the draft beside the window's own thread: it holds an application of its own and takes the same edits,
// so that typing never waits for ten thousand invoices.
export type ToChecks =
  | { readonly kind: 'open'; readonly call: Call; readonly application: Application }
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly upTo: number };
export type FromChecks = { readonly report: CheckReport; readonly upTo: number };

/** Edits that come close together are judged once. */
const GATHER_MS = 120;

let call: Call | null = null;
let application: Application | null = null;
let upTo = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

self.onmessage = ({ data }: MessageEvent<ToChecks>) => {
  if (data.kind === 'open') {
    ({ call, application } = data);
    upTo = 0;
    judge();
    return;
  }
  if (application === null) return;
  for (const one of data.edits) application = applyEdit(application, one).application;
  upTo = data.upTo;
  timer ??= setTimeout(judge, GATHER_MS);
};

function judge(): void {
  timer = null;
  if (call === null || application === null) return;
  const answer: FromChecks = { report: evaluate(call, application), upTo };
  self.postMessage(answer);
}
