import type { Scope } from '../operators/scope.ts';
import type { Verdict } from '../operators/verdict.ts';
import type { DomainCheck } from '../schema/condition.ts';
import { attachmentReadable } from './attachmentReadable.ts';
import { attachmentUpright } from './attachmentUpright.ts';
import { attachmentWritten } from './attachmentWritten.ts';
import { consortiumCodes } from './consortiumCodes.ts';
import { consortiumLead } from './consortiumLead.ts';
import { copyHasInvoice } from './copyHasInvoice.ts';
import { invoiceArithmetic } from './invoiceArithmetic.ts';
import { invoiceBoundOnce } from './invoiceBoundOnce.ts';
import { invoiceBuyer } from './invoiceBuyer.ts';
import { invoiceClaim } from './invoiceClaim.ts';
import { invoiceHasCopy } from './invoiceHasCopy.ts';
import { invoiceNotInLedger } from './invoiceNotInLedger.ts';
import { invoiceNumberFormCheck } from './invoiceNumberFormCheck.ts';
import { invoiceReadingSeen } from './invoiceReadingSeen.ts';
import { invoiceReadingsAgree } from './invoiceReadingsAgree.ts';
import { invoiceUnique } from './invoiceUnique.ts';
import { ledgerBalance } from './ledgerBalance.ts';
import { ledgerColumnSum } from './ledgerColumnSum.ts';
import { ledgerProjectName } from './ledgerProjectName.ts';
import { ledgerRowPeriod } from './ledgerRowPeriod.ts';
import { ledgerRowSum } from './ledgerRowSum.ts';
import { ledgerRowUnique } from './ledgerRowUnique.ts';
import { ledgerRowVoucher } from './ledgerRowVoucher.ts';
import { ledgerSummary } from './ledgerSummary.ts';
import { ledgerUnit } from './ledgerUnit.ts';
import { planNamesOtherTotal } from './planNamesOtherTotal.ts';

const CHECKS: Readonly<Record<DomainCheck, (scope: Scope) => Verdict | null>> = {
  'invoice-number-form': invoiceNumberFormCheck,
  'invoice-arithmetic': invoiceArithmetic,
  'invoice-unique': invoiceUnique,
  'invoice-buyer': invoiceBuyer,
  'invoice-claim': invoiceClaim,
  'invoice-has-copy': invoiceHasCopy,
  'copy-has-invoice': copyHasInvoice,
  'invoice-bound-once': invoiceBoundOnce,
  'invoice-not-in-ledger': invoiceNotInLedger,
  'invoice-readings-agree': invoiceReadingsAgree,
  'invoice-reading-seen': invoiceReadingSeen,
  'ledger-row-sum': ledgerRowSum,
  'ledger-row-voucher': ledgerRowVoucher,
  'ledger-column-sum': ledgerColumnSum,
  'ledger-balance': ledgerBalance,
  'ledger-project-name': ledgerProjectName,
  'ledger-row-period': ledgerRowPeriod,
  'ledger-row-unique': ledgerRowUnique,
  'ledger-summary': ledgerSummary,
  'ledger-unit': ledgerUnit,
  'attachment-readable': attachmentReadable,
  'attachment-written': attachmentWritten,
  'attachment-upright': attachmentUpright,
  'plan-names-other-total': planNamesOtherTotal,
  'consortium-lead': consortiumLead,
  'consortium-codes': consortiumCodes,
};

/** Runs a check by its name; null when it has nothing to say here. */
export function runDomainCheck(name: DomainCheck, scope: Scope): Verdict | null {
  return CHECKS[name](scope);
}
