import type { Invoice } from '../../../../shared/entities/invoice.ts';
import type { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { fieldOf } from '../../../../shared/evidence/invoiceField.ts';
import { type FieldEvidence, isContradicted } from '../../../../shared/evidence/rowEvidence.ts';
import type { OpenQuestion } from './openQuestions.ts';

const NEEDED: readonly InvoiceFieldName[] = ['number', 'issuedOn', 'seller.name', 'buyer.name', 'totalFen'];

/** The field to begin with: one that is contradicted, then one in doubt, then one that is missing, else the number. */
export function firstToLookAt(
  questions: readonly OpenQuestion[],
  evidence: readonly FieldEvidence[],
  invoice: Invoice | null,
): InvoiceFieldName {
  const disputed = questions.find(({ why }) => why === 'contradicted') ?? evidence.find(isContradicted);
  const doubtful = evidence.find(({ confidence }) => confidence === 'doubtful');
  const missing = NEEDED.find((field) => invoice === null || fieldOf(invoice, field) === null);
  return disputed?.field ?? doubtful?.field ?? missing ?? 'number';
}

/** Puts the focus into a field and selects what stands in it. */
export function focusField(form: HTMLElement | null, field: InvoiceFieldName): void {
  const holder = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  const input = holder?.querySelector<HTMLInputElement>('input, textarea');
  input?.focus();
  input?.select();
}

/** To the next or the previous field. */
export function moveFocus(form: HTMLElement | null, way: 1 | -1): void {
  const inputs = [...(form?.querySelectorAll<HTMLInputElement>('[data-field] input') ?? [])].filter(
    (input) => !input.disabled,
  );
  const here = inputs.findIndex((input) => input.matches(':focus'));
  const next = inputs[here < 0 ? 0 : here + way];
  next?.focus();
  next?.select();
}
