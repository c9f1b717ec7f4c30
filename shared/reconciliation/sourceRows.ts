import { budgetName, invoiceName, ledgerName } from '../calls/operators/rowName.ts';
import type { Application } from '../entities/application.ts';
import { claimedAmountFen } from '../entities/invoice.ts';
import { type LedgerProject, ledgerClaimedFen } from '../entities/ledger.ts';
import { type Amount, amountOf } from './amount.ts';
import { collectingFen } from './collectingFen.ts';

/** A row behind a figure, and where to jump to it. */
export interface SourceRow {
  readonly of: 'budget' | 'invoices' | 'ledger';
  readonly at: string;
  readonly name: string;
  /** Category id as the row says; empty when it says none. A sub-ledger says none. */
  readonly category: string;
  /** What it adds to its sum: an invoice its claimed part, else all of it on the draft's basis. */
  readonly amount: Amount;
}

/** Every row that adds to budget or spending: budget lines, invoices, sub-ledgers, each in its order. */
export function sourceRows(application: Application): readonly SourceRow[] {
  const { amountBasis } = application.settings;
  return [
    ...application.budget.map(
      (line, index): SourceRow => ({
        of: 'budget',
        at: `budget[${line.id}].amountFen`,
        name: budgetName(line, index),
        category: line.category,
        amount: amountOf(line.amountFen),
      }),
    ),
    ...application.invoices.map(
      (invoice, index): SourceRow => ({
        of: 'invoices',
        at: `invoices[${invoice.id}].claimedFen`,
        name: invoiceName(invoice, index),
        category: invoice.category,
        amount: amountOf(claimedAmountFen(invoice, amountBasis)),
      }),
    ),
    ...application.ledger.map(
      (project, index): SourceRow => ({
        of: 'ledger',
        at: `ledger[${project.id}].claimedFen`,
        name: ledgerName(project, index),
        category: '',
        amount: claimedOf(project),
      }),
    ),
  ];
}

/** As the checks add it up: voucher lines without an amount add nothing, but they are told. */
function claimedOf(project: LedgerProject): Amount {
  if (project.claimedFen !== null) return amountOf(project.claimedFen);
  if (project.rows.length === 0) return amountOf(null);
  const missing = project.rows.filter((row) => collectingFen(project, row) === null).length;
  return { fen: missing === project.rows.length ? null : ledgerClaimedFen(project), missing };
}
