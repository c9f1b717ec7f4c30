import type { Application } from '../entities/application.ts';
import { claimedAmountFen } from '../entities/invoice.ts';
import type { Fen } from '../entities/money.ts';
import type { CheckReport, Finding } from './finding.ts';
import { isOpen } from './isOpen.ts';
import { oncePerCall } from './oncePerCall.ts';
import { rulesOf } from './rulesOf.ts';
import type { Call } from './schema/call.ts';

/** An invoice a strict reviewer may refuse, and why. */
export interface DoubtfulInvoice {
  readonly id: string;
  /** Place to jump to: `invoices[invoice-3]`. */
  readonly at: string;
  /** What it adds to the invested sum; null when its amount is not told. */
  readonly claimedFen: Fen | null;
  /** Messages of what is open, gravest first as the checks order them. */
  readonly reasons: readonly string[];
}

/**
 * Invoices with an open error or warning of their own (listed twice, another buyer, out of the period …) or still
 * without a copy. What else is 待填 does not make an invoice doubtful. In the order of the rows; linear.
 */
export function doubtfulInvoices(
  call: Call,
  application: Application,
  report: CheckReport,
): readonly DoubtfulInvoice[] {
  const copyRules = copyKeys(call);
  const reasons = new Map<string, string[]>();
  for (const finding of report.findings) {
    const id = invoiceOf(finding);
    if (id === null || !isDoubt(finding, copyRules)) continue;
    const held = reasons.get(id);
    if (held === undefined) reasons.set(id, [finding.message]);
    else held.push(finding.message);
  }
  const basis = application.settings.amountBasis;
  return application.invoices.flatMap((invoice) => {
    const why = reasons.get(invoice.id);
    if (why === undefined) return [];
    const claimedFen = claimedAmountFen(invoice, basis);
    return [{ id: invoice.id, at: `invoices[${invoice.id}]`, claimedFen, reasons: why }];
  });
}

function isDoubt(finding: Finding, copyRules: readonly string[]): boolean {
  const { outcome, setAside, severity, key } = finding;
  if (outcome === 'unknown') return setAside === null && copyRules.some((rule) => key.startsWith(`${rule}#`));
  return isOpen(finding) && severity !== 'hint';
}

/** Keys of the rules that ask for a copy of each invoice. */
const copyKeys = oncePerCall((call): readonly string[] =>
  rulesOf(call).flatMap(({ key, must }) =>
    'domain' in must && must.domain === 'invoice-has-copy' ? [key] : [],
  ),
);

function invoiceOf({ at }: Finding): string | null {
  if (!at.startsWith('invoices[')) return null;
  const end = at.indexOf(']');
  return end < 0 ? null : at.slice('invoices['.length, end);
}
