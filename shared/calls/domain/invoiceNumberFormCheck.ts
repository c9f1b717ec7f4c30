import { invoiceNumberForm } from '../../entities/invoiceNumber.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/**
 * Code and number have the digits their kind prescribes (domain.md 1). Digits a spreadsheet has lost
 * make the number wrong for certain; another length may be a kind we do not know, a warning at most.
 */
export function invoiceNumberFormCheck(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const form = invoiceNumberForm(row.value);
  if (form === null) return unknown([`${row.name}的发票号码`], { column: 'number' });
  if (form.ok) return met();
  const atMost = form.lost ? null : 'warning';
  return unmet({ detail: form.message, names: [form.message], column: form.at, atMost });
}
