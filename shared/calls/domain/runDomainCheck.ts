import { assertNever } from '../../assertNever.ts';
import type { Scope } from '../operators/scope.ts';
import type { Verdict } from '../operators/verdict.ts';
import type { DomainCheck } from '../schema/condition.ts';
import { attachmentReadable } from './attachmentReadable.ts';
import { consortiumCodes } from './consortiumCodes.ts';
import { consortiumLead } from './consortiumLead.ts';
import { copyHasInvoice } from './copyHasInvoice.ts';
import { invoiceArithmetic } from './invoiceArithmetic.ts';
import { invoiceBuyer } from './invoiceBuyer.ts';
import { invoiceClaim } from './invoiceClaim.ts';
import { invoiceHasCopy } from './invoiceHasCopy.ts';
import { invoiceNotInLedger } from './invoiceNotInLedger.ts';
import { invoiceNumberFormCheck } from './invoiceNumberFormCheck.ts';
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

/** Runs a check by its name; null when it has nothing to say here. */
export function runDomainCheck(name: DomainCheck, scope: Scope): Verdict | null {
  switch (name) {
    case 'invoice-number-form':
      return invoiceNumberFormCheck(scope);
    case 'invoice-arithmetic':
      return invoiceArithmetic(scope);
    case 'invoice-unique':
      return invoiceUnique(scope);
    case 'invoice-buyer':
      return invoiceBuyer(scope);
    case 'invoice-claim':
      return invoiceClaim(scope);
    case 'invoice-has-copy':
      return invoiceHasCopy(scope);
    case 'copy-has-invoice':
      return copyHasInvoice(scope);
    case 'invoice-not-in-ledger':
      return invoiceNotInLedger(scope);
    case 'ledger-row-sum':
      return ledgerRowSum(scope);
    case 'ledger-row-voucher':
      return ledgerRowVoucher(scope);
    case 'ledger-column-sum':
      return ledgerColumnSum(scope);
    case 'ledger-balance':
      return ledgerBalance(scope);
    case 'ledger-project-name':
      return ledgerProjectName(scope);
    case 'ledger-row-period':
      return ledgerRowPeriod(scope);
    case 'ledger-row-unique':
      return ledgerRowUnique(scope);
    case 'ledger-summary':
      return ledgerSummary(scope);
    case 'ledger-unit':
      return ledgerUnit(scope);
    case 'attachment-readable':
      return attachmentReadable(scope);
    case 'plan-names-other-total':
      return planNamesOtherTotal(scope);
    case 'consortium-lead':
      return consortiumLead(scope);
    case 'consortium-codes':
      return consortiumCodes(scope);
    default:
      return assertNever(name);
  }
}
