import type { Application } from '../../../../shared/entities/application.ts';
import type { Attachment } from '../../../../shared/entities/attachment.ts';
import type { Invoice } from '../../../../shared/entities/invoice.ts';
import type { InvoiceReading } from '../../../../shared/entities/invoiceReading.ts';
import { readingsByRow } from '../../../../shared/evidence/readingsByRow.ts';
import { type ReviewItem, reviewQueue } from '../../../../shared/evidence/reviewQueue.ts';

/** One thing to look at: a row with its files, or a file that tells of no row yet. */
export type ReviewStep = {
  /** Stays when a file becomes a row, so that what is being typed goes on. */
  readonly key: string;
  readonly of: 'row' | 'reading';
  readonly id: string;
};

type Parts = Pick<Application, 'invoices' | 'attachments' | 'readings'>;

/**
 * What there is to look at now, most urgent first; what has no page to look at, only lists and data, comes last. It
 * keeps its order while one goes through it.
 */
export function stepsOf(application: Parts): readonly ReviewStep[] {
  const paged = new Set(application.attachments.flatMap(({ id, pages }) => ((pages ?? 0) > 0 ? [id] : [])));
  const isPlain = ({ state, attachments }: ReviewItem): boolean =>
    state === 'fine' && !attachments.some((id) => paged.has(id));
  return reviewQueue(application)
    .toSorted((a, b) => Number(isPlain(a)) - Number(isPlain(b)))
    .flatMap(stepOf);
}

function stepOf({ invoice, readings }: ReviewItem): readonly ReviewStep[] {
  if (invoice !== null) return [{ key: `row ${invoice}`, of: 'row', id: invoice }];
  const [id] = readings;
  return id === undefined ? [] : [{ key: `reading ${id}`, of: 'reading', id }];
}

/** What waits for a look, as steps name it. */
export function waitingIn(queue: readonly ReviewItem[]): ReadonlySet<string> {
  return new Set(queue.flatMap(stepOf).map(nameOf));
}

export function isWaiting(step: ReviewStep, waiting: ReadonlySet<string>): boolean {
  return waiting.has(nameOf(step));
}

/** Place of the first step from `from` on that still waits; as many as there are steps when none does. */
export function nextWaiting(
  steps: readonly ReviewStep[],
  from: number,
  waiting: ReadonlySet<string>,
): number {
  const found = steps.findIndex((step, index) => index >= from && isWaiting(step, waiting));
  return found < 0 ? steps.length : found;
}

/** A file that became a row keeps its key, and is that row. */
function nameOf({ of, id }: ReviewStep): string {
  return `${of} ${id}`;
}

/** The steps there were, and behind them what came to the queue since. */
export function withNewSteps(steps: readonly ReviewStep[], application: Parts): readonly ReviewStep[] {
  const known = new Set(steps.map(nameOf));
  return [...steps, ...stepsOf(application).filter((step) => !known.has(nameOf(step)))];
}

/** What a step shows. */
export type ReviewScene = {
  /** Null while the file tells of no row. */
  readonly invoice: Invoice | null;
  /** Row number, from 1; 0 without a row. */
  readonly number: number;
  readonly readings: readonly InvoiceReading[];
  /** Files with pages to look at, copies first. */
  readonly files: readonly Attachment[];
  /** Files without pages that tell of it: XML, lists. */
  readonly sources: readonly Attachment[];
};

/** What a step shows now; null when its row or file is not there any more. */
export function sceneOf(application: Parts, step: ReviewStep): ReviewScene | null {
  if (step.of === 'reading') {
    const reading = application.readings.find(({ id }) => id === step.id);
    if (reading === undefined || !application.attachments.some(({ id }) => id === reading.attachment))
      return null;
    return { invoice: null, number: 0, readings: [reading], ...filesOf(application, [reading.attachment]) };
  }
  const at = application.invoices.findIndex(({ id }) => id === step.id);
  const invoice = application.invoices[at];
  if (invoice === undefined) return null;
  const readings = readingsByRow(application).of.get(invoice.id) ?? [];
  const ids = [...invoice.copies, ...readings.map(({ attachment }) => attachment)];
  return { invoice, number: at + 1, readings, ...filesOf(application, ids) };
}

function filesOf({ attachments }: Parts, ids: readonly string[]): Pick<ReviewScene, 'files' | 'sources'> {
  const all = [...new Set(ids)].flatMap((id) => attachments.find((file) => file.id === id) ?? []);
  return {
    files: all.filter(({ pages }) => (pages ?? 0) > 0),
    sources: all.filter(({ pages }) => (pages ?? 0) === 0),
  };
}
