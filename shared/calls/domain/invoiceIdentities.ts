import { invoiceIdentity } from '../../entities/invoiceNumber.ts';
import type { Scope } from '../operators/scope.ts';

/** What identifies each invoice, by its position; several checks ask for every one of them. */
export function invoiceIdentities(scope: Scope): readonly (string | null)[] {
  return scope.once('invoice-identities', ({ application }) => application.invoices.map(invoiceIdentity));
}
