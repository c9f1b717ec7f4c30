import { useEffect, useMemo, useState } from 'react';
import { Invoice } from '../../../../shared/entities/invoice.ts';
import type { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { putReadingAside } from '../../../../shared/evidence/confirmReadings.ts';
import { fillRow } from '../../../../shared/evidence/fillRow.ts';
import { reviewQueue } from '../../../../shared/evidence/reviewQueue.ts';
import { type FieldEvidence, rowEvidence } from '../../../../shared/evidence/rowEvidence.ts';
import { settleFields } from '../../../../shared/evidence/settleFields.ts';
import { draftStore } from '../../../draft/draftStore.ts';
import { edit, redo, undo } from '../../../draft/edit.ts';
import { useApplication, useCall } from '../../../draft/useDraft.ts';
import { invoiceEdit } from '../invoiceEdit.ts';
import { answerTo, type OpenQuestion, openQuestions } from './openQuestions.ts';
import { bindReading, confirmRows, rowOfReading } from './reviewEdits.ts';
import {
  nextWaiting,
  type ReviewScene,
  type ReviewStep,
  sceneOf,
  stepsOf,
  waitingIn,
  withNewSteps,
} from './reviewSteps.ts';

/** Going through the queue: what is looked at, and what can be done with it. */
export type ReviewSession = {
  /** Place in the queue, from 0; as many as there are steps when all have been seen. */
  readonly at: number;
  readonly steps: readonly ReviewStep[];
  readonly step: ReviewStep | undefined;
  /** Null when all have been seen. */
  readonly scene: ReviewScene | null;
  /** The row as it stands, or as the file without a row would fill it. */
  readonly invoice: Invoice | null;
  readonly evidence: readonly FieldEvidence[];
  /** What has to be decided before the row can be found right. */
  readonly questions: readonly OpenQuestion[];
  /** Counts what was done to many at once: the focus has to be found anew. */
  readonly turn: number;
  readonly back: () => void;
  /** On to the next that waits. */
  readonly skip: () => void;
  /** Says that a field of the row is to hold this value, whatever other sources say. */
  readonly decide: (field: InvoiceFieldName, value: string | number | null) => void;
  readonly change: (next: Invoice, field: InvoiceFieldName) => void;
  /** The file without a row belongs to this one. */
  readonly bind: (row: string) => void;
  /** The file without a row is none of an invoice. */
  readonly putAside: () => void;
  /** Finds the row right and goes on; false when there is no row yet. */
  readonly confirm: () => boolean;
  readonly confirmAll: (rows: readonly string[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Begins anew with what is still unseen. */
  readonly restart: () => void;
};

/** @param start id of the row to begin with; null begins with the most urgent */
export function useReviewSession(start: string | null): ReviewSession {
  const call = useCall();
  const invoices = useApplication((application) => application.invoices);
  const attachments = useApplication((application) => application.attachments);
  const readings = useApplication((application) => application.readings);
  const parts = useMemo(() => ({ invoices, attachments, readings }), [invoices, attachments, readings]);
  const basis = useApplication((application) => application.settings.amountBasis);
  const [{ steps, at }, set] = useState(() => opened(start));
  const [answers, setAnswers] = useState<ReadonlySet<string>>(new Set());
  const [turn, setTurn] = useState(0);
  const step = steps[at];
  const scene = useMemo(() => (step === undefined ? null : sceneOf(parts, step)), [parts, step]);
  const evidence = useMemo(() => (scene === null ? [] : rowEvidence(scene.invoice, scene.readings)), [scene]);
  const questions = useMemo(
    () => (scene === null ? [] : openQuestions(scene, evidence, basis, answers)),
    [scene, evidence, basis, answers],
  );
  const invoice = useMemo((): Invoice | null => {
    if (scene === null || scene.invoice !== null) return scene?.invoice ?? null;
    const bare = Invoice.parse({ id: 'new' });
    const [reading] = scene.readings;
    return reading === undefined ? bare : fillRow(call, bare, settleFields(reading.fields), reading.lines);
  }, [scene, call]);

  // A row that was taken away meanwhile (undo) is passed over.
  useEffect(() => {
    if (step !== undefined && scene === null)
      set((now) => ({ ...now, steps: now.steps.filter((one) => one !== step) }));
  }, [step, scene]);

  const goOn = (from: (at: number) => number): void => {
    const application = draftStore.getState()?.application;
    if (application === undefined) return;
    const waiting = waitingIn(reviewQueue(application));
    set((now) => ({ ...now, at: nextWaiting(now.steps, from(now.at), waiting) }));
  };
  const skip = (): void => goOn((now) => now + 1);
  const become = (id: string): void =>
    set((now) => ({
      ...now,
      steps: now.steps.map((one) => (one === step ? { ...one, of: 'row', id } : one)),
    }));
  const follow = (place: string | null): void => {
    const row = /^invoices\[([^\]]+)\]/.exec(place ?? '')?.[1];
    const state = draftStore.getState();
    if (state === null) return;
    set((now) => {
      const all = withNewSteps(now.steps, state.application);
      const found = all.findIndex(({ of, id }) => of === 'row' && id === row);
      if (found >= 0) return { steps: all, at: found };
      // Many taken back at once at the end: what waits again is looked at.
      const ended = now.at >= now.steps.length;
      const waiting = waitingIn(reviewQueue(state.application));
      return { steps: all, at: ended ? nextWaiting(all, 0, waiting) : now.at };
    });
  };
  return {
    at,
    steps,
    step,
    scene,
    invoice,
    evidence,
    questions,
    turn,
    back: () => set((now) => ({ ...now, at: Math.max(0, now.at - 1) })),
    skip,
    decide: (field, value) => {
      const row = scene?.invoice?.id;
      if (row !== undefined) setAnswers((now) => new Set([...now, answerTo(row, field, value)]));
    },
    change: (next, field) => {
      const state = draftStore.getState();
      if (scene === null || state === null) return;
      if (scene.invoice !== null) {
        edit([invoiceEdit({ save: [next], remove: [] })], {
          at: `invoices[${next.id}].${field}`,
          mergeKey: `invoice ${next.id} ${field}`,
        });
        return;
      }
      // The first word typed beside a file without a row makes the row.
      const [reading] = scene.readings;
      if (reading === undefined) return;
      const id = `i-${crypto.randomUUID()}`;
      const { row, edits } = rowOfReading(call, state.application, reading, id);
      const typed = { ...next, id, copies: row.copies };
      edit([...edits, invoiceEdit({ save: [typed], remove: [] })], { at: `invoices[${id}].${field}` });
      become(id);
    },
    bind: (row) => {
      const state = draftStore.getState();
      const [reading] = scene?.readings ?? [];
      if (reading === undefined || state === null) return;
      edit(bindReading(call, state.application, reading, row), { at: `invoices[${row}]` });
      become(row);
    },
    putAside: () => {
      const state = draftStore.getState();
      const [reading] = scene?.readings ?? [];
      if (reading === undefined || state === null) return;
      edit(putReadingAside(state.application, reading.id), { at: `attachments[${reading.attachment}]` });
      skip();
    },
    confirm: () => {
      const state = draftStore.getState();
      if (state === null || scene === null || scene.invoice === null) return false;
      const { id } = scene.invoice;
      edit(confirmRows(state.application, [id]), { at: `invoices[${id}]` });
      skip();
      return true;
    },
    confirmAll: (rows) => {
      const state = draftStore.getState();
      if (state === null) return;
      edit(confirmRows(state.application, rows), { at: 'invoices' });
      goOn((now) => now);
      setTurn((now) => now + 1);
    },
    undo: () => follow(undo()),
    redo: () => follow(redo()),
    restart: () => {
      set(opened(null));
      setTurn((now) => now + 1);
    },
  };
}

function opened(start: string | null): { readonly steps: readonly ReviewStep[]; readonly at: number } {
  const application = draftStore.getState()?.application;
  const steps = application === undefined ? [] : stepsOf(application);
  if (start === null) return { steps, at: 0 };
  const at = steps.findIndex(({ of, id }) => of === 'row' && id === start);
  // One that was looked at before is looked at again when it is asked for by name.
  if (at < 0) return { steps: [{ key: `row ${start}`, of: 'row', id: start }, ...steps], at: 0 };
  return { steps, at };
}
