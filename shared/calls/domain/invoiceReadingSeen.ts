import { contradictionsOf } from '../../evidence/contradictionsOf.ts';
import { INVOICE_FIELD_WORDS } from '../../evidence/evidenceWords.ts';
import { INVOICE_FACTS } from '../../evidence/sameFact.ts';
import { settleReadings } from '../../evidence/settleReadings.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { evidenceOfRows } from './evidenceOfRows.ts';
import { rowIn } from './rowIn.ts';

/**
 * Somebody looked at an invoice whose reading is a guess. What contradicts is told by `invoice-readings-agree`, and
 * what was read without a doubt nobody needs to look at.
 */
export function invoiceReadingSeen(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  const readings = row === null ? undefined : evidenceOfRows(scope).get(row.id);
  if (row === null || readings === undefined || readings.every(({ fields }) => fields.length === 0))
    return null;
  if (readings.every(({ confirmed }) => confirmed)) return met();
  const settled = settleReadings(readings);
  const doubtful = INVOICE_FACTS.filter((field) => settled.get(field)?.confidence === 'doubtful');
  const [first] = doubtful;
  if (first === undefined) return met();
  if (contradictionsOf(row.value, readings).length > 0) return null;
  return unmet({
    column: first.startsWith('redLetterOf') ? 'redLetterOf' : first,
    names: doubtful.map((field) => INVOICE_FIELD_WORDS[field]),
  });
}
