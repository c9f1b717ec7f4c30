import type { Collection, DomainCheck } from '../schema/condition.ts';

/** The table whose rows a domain check judges with `forEach`; null judges the application at once. */
export const DOMAIN_ROWS: Readonly<Record<DomainCheck, Collection | null>> = {
  'invoice-number-form': 'invoices',
  'invoice-arithmetic': 'invoices',
  'invoice-unique': 'invoices',
  'invoice-buyer': 'invoices',
  'invoice-claim': 'invoices',
  'invoice-has-copy': 'invoices',
  'copy-has-invoice': 'attachments',
  'invoice-not-in-ledger': 'invoices',
  'invoice-readings-agree': 'invoices',
  'invoice-reading-seen': 'invoices',
  'ledger-row-sum': 'ledgerRows',
  'ledger-row-voucher': 'ledgerRows',
  'ledger-column-sum': 'ledger',
  'ledger-balance': 'ledger',
  'ledger-project-name': 'ledger',
  'ledger-row-period': 'ledgerRows',
  'ledger-row-unique': 'ledgerRows',
  'ledger-summary': 'ledger',
  'ledger-unit': 'ledger',
  'attachment-readable': 'attachments',
  'plan-names-other-total': null,
  'consortium-lead': null,
  'consortium-codes': 'consortium',
};
