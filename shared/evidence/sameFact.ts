import { InvoiceFact, type InvoiceFieldName } from '../entities/invoiceReading.ts';
import { comparedValue } from './comparedValue.ts';

/** As a list, to be asked whether any field is one. */
export const INVOICE_FACTS: readonly InvoiceFieldName[] = InvoiceFact.options;

/** 铁路, 航空, 通行费 and the like are 专票 or 普票 as well: to say so is less exact, no contradiction. */
const EXACT_KINDS: ReadonlySet<string> = new Set(['rail', 'air', 'toll', 'roll', 'vehicle']);

/** How exactly a kind is told; `other` says hardly anything. */
export function kindExactness(kind: string | number): number {
  if (kind === 'other') return 0;
  return EXACT_KINDS.has(String(kind)) ? 2 : 1;
}

/** Whether two values of a field say the same. */
export function sameFact(field: InvoiceFieldName, one: string | number, other: string | number): boolean {
  if (one === other) return true;
  if (comparedValue(field, one) === comparedValue(field, other)) return true;
  return field === 'kind' && kindExactness(one) !== kindExactness(other);
}
