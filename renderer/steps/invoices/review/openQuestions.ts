import type { AmountBasis, Invoice } from '../../../../shared/entities/invoice.ts';
import type { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { comparedValue } from '../../../../shared/evidence/comparedValue.ts';
import { contradictionsOf } from '../../../../shared/evidence/contradictionsOf.ts';
import { fieldOf } from '../../../../shared/evidence/invoiceField.ts';
import { type FieldEvidence, isContradicted } from '../../../../shared/evidence/rowEvidence.ts';
import { INVOICE_FACTS } from '../../../../shared/evidence/sameFact.ts';
import { FIELD_NAMES } from '../../../evidence/evidenceWords.ts';
import { OF_THE_DRAFT, ON_THE_INVOICE } from './reviewFields.ts';
import type { ReviewScene } from './reviewSteps.ts';

/** What a person has to say something to before an invoice can be found right. */
export type OpenQuestion = {
  readonly field: InvoiceFieldName;
  /** Sources or the row say different things; or nothing says what an invoice is worth nothing without. */
  readonly why: 'contradicted' | 'missing';
  readonly inRow: string | number | null;
};

/** An answer stands for the value it was given to: one that is changed or taken back is asked about again. */
export function answerTo(row: string, field: InvoiceFieldName, value: string | number | null): string {
  return `${row} ${field} ${comparedValue(field, value)}`;
}

/**
 * What is still open, contradictions first, in the order of the form; none for a file without a row. What was decided
 * before the row was confirmed is not asked again.
 * @param answers what was decided since the queue was opened
 */
export function openQuestions(
  { invoice, readings }: Pick<ReviewScene, 'invoice' | 'readings'>,
  evidence: readonly FieldEvidence[],
  basis: AmountBasis,
  answers: ReadonlySet<string>,
): readonly OpenQuestion[] {
  if (invoice === null) return [];
  const confirmed = readings.every((reading) => reading.confirmed);
  const disputed = confirmed
    ? new Set(contradictionsOf(invoice, readings).map(({ field }) => field))
    : new Set(evidence.filter(isContradicted).map(({ field }) => field));
  const questionsOn = (
    why: OpenQuestion['why'],
    asks: (field: InvoiceFieldName) => boolean,
  ): OpenQuestion[] =>
    [...ON_THE_INVOICE, ...OF_THE_DRAFT]
      .filter(asks)
      .map((field) => ({ field, why, inRow: fieldOf(invoice, field) }))
      .filter(({ field, inRow }) => !answers.has(answerTo(invoice.id, field, inRow)));
  return [
    ...questionsOn('contradicted', (field) => disputed.has(field)),
    ...questionsOn(
      'missing',
      (field) => !confirmed && !disputed.has(field) && isMissing(invoice, field, basis),
    ),
  ];
}

/** Fields nobody has decided: those that are asked about; of a file without a row all that are contradicted. */
export function undecidedFields(
  { invoice }: Pick<ReviewScene, 'invoice'>,
  evidence: readonly FieldEvidence[],
  questions: readonly OpenQuestion[],
): ReadonlySet<InvoiceFieldName> {
  const open =
    invoice === null
      ? evidence.filter(isContradicted)
      : questions.filter(({ why }) => why === 'contradicted');
  return new Set(open.map(({ field }) => field));
}

/** Values on the invoice that are only guessed, undisputed: seen first, and said beside the way on. */
export function doubtfulFields(evidence: readonly FieldEvidence[]): readonly InvoiceFieldName[] {
  return evidence
    .filter((one) => one.confidence === 'doubtful' && one.inRow !== null && !isContradicted(one))
    .map(({ field }) => field)
    .filter((field) => INVOICE_FACTS.includes(field));
}

/** Without a number it is no invoice, without an amount it counts for nothing in every sum. */
function isMissing(invoice: Invoice, field: InvoiceFieldName, basis: AmountBasis): boolean {
  if (field !== 'number' && field !== 'totalFen' && !(field === 'netFen' && basis === 'net')) return false;
  return fieldOf(invoice, field) === null;
}

/** Beside the ways on: what is open, and what Enter does about it. Empty when nothing is. */
export function questionsInWords(
  questions: readonly OpenQuestion[],
  here: OpenQuestion | undefined,
  asked: boolean,
  doubtful: readonly InvoiceFieldName[],
): string {
  if (here?.why === 'missing' && asked)
    return `${FIELD_NAMES[here.field]}没有读出：请对照票面填写，或再按一次回车，不填就算核对过。`;
  const guessed = doubtful.map((field) => FIELD_NAMES[field]).join('、');
  if (questions.length === 0 && guessed !== '') return `${guessed}读得不确定，请对照票面看清楚。`;
  const count = questions.filter(({ why }) => why === 'contradicted').length;
  if (count === 0) return '';
  const left = `还有 ${count} 处矛盾要您选定`;
  if (here?.why !== 'contradicted') return `${left}，按回车去看。`;
  return here.inRow === null
    ? `${left}。“${FIELD_NAMES[here.field]}”表里空着：按 Tab 到“取这个”，或按回车先空着。`
    : `${left}。回车就用表里的，要换就按 Tab 到“取这个”。`;
}

/** What the main button does with the next Enter. */
export function wayOnInWords(
  questions: readonly OpenQuestion[],
  here: OpenQuestion | undefined,
  asked: boolean,
  doubtful: readonly InvoiceFieldName[],
): string {
  if (here?.why === 'contradicted') return here.inRow === null ? '先空着' : '就用表里的';
  if (here?.why === 'missing' && asked) return '不填，就这样';
  if (questions.some(({ why }) => why === 'contradicted')) return '去看有矛盾的';
  return doubtful.length > 0 ? '存疑的看过了，下一张' : '没有问题，下一张';
}
