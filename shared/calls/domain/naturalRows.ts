import { assertNever } from '../../assertNever.ts';
import type { RowsOf } from '../operators/row.ts';
import type { DomainCheck } from '../schema/condition.ts';

/** The table a check goes through row by row when its rule names none; null looks at the whole. */
export function naturalRows(name: DomainCheck): RowsOf | null {
  switch (name) {
    case 'invoice-number-form':
    case 'invoice-arithmetic':
    case 'invoice-unique':
    case 'invoice-buyer':
    case 'invoice-claim':
    case 'invoice-has-copy':
    case 'invoice-not-in-ledger':
      return 'invoices';
    case 'ledger-row-sum':
    case 'ledger-row-voucher':
    case 'ledger-row-period':
    case 'ledger-row-unique':
      return 'ledgerRows';
    case 'ledger-column-sum':
    case 'ledger-balance':
    case 'ledger-project-name':
    case 'ledger-summary':
    case 'ledger-unit':
      return 'ledger';
    case 'attachment-readable':
    case 'attachment-resolution':
    case 'copy-has-invoice':
      return 'attachments';
    case 'consortium-codes':
      return 'consortium';
    case 'plan-names-other-total':
      return 'plan';
    case 'consortium-lead':
      return null;
    default:
      return assertNever(name);
  }
}
