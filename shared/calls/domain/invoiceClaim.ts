import { claimedAmountFen, type Invoice, invoiceAmountFen } from '../../entities/invoice.ts';
import { invoiceIdentity } from '../../entities/invoiceNumber.ts';
import type { Fen } from '../../entities/money.ts';
import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { invoiceIdentities } from './invoiceIdentities.ts';
import { rowIn } from './rowIn.ts';
import { comparedYuan, yuan } from './yuan.ts';

/** What red-letter rows take back of a blue one. */
interface Reds {
  readonly amountFen: Fen;
  readonly claimedFen: Fen;
  readonly names: readonly string[];
}

/**
 * The claimed part is at most the invoice's amount on the draft's basis; what red-letter invoices
 * take back reduces what can be claimed, whether they are claimed themselves or not.
 */
export function invoiceClaim(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const basis = scope.application.settings.amountBasis;
  const amount = invoiceAmountFen(row.value, basis);
  const claimed = claimedAmountFen(row.value, basis);
  const amountColumn = basis === 'gross' ? 'totalFen' : 'netFen';
  if (amount === null || claimed === null) {
    const label = basis === 'gross' ? '价税合计' : '不含税金额';
    return unknown([`${row.name}的${label}`], { column: amountColumn });
  }
  if (amount < 0 || row.value.redLetterOf !== null) return judgeRed(scope, row, amount, claimed);
  return judgeBlue(scope, row, amount, claimed);
}

function judgeBlue(scope: Scope, row: RowOf<'invoices'>, amount: Fen, claimed: Fen): Verdict {
  const column = 'claimedFen';
  if (claimed < 0) {
    return unmet({
      column,
      compared: comparedYuan(claimed, 0),
      detail: `计入本项目的金额是负数（${yuan(claimed)}），请核对。`,
    });
  }
  const identity = invoiceIdentities(scope)[row.position] ?? null;
  const reds = identity === null ? undefined : redsByBlue(scope).get(identity);
  const net = claimed + (reds?.claimedFen ?? 0);
  const most = amount + (reds?.amountFen ?? 0);
  if (net <= most) return met();
  const compared = comparedYuan(net, most);
  const after = reds === undefined ? '' : `（冲红 ${yuan(-reds.amountFen)} 之后）`;
  return unmet({
    column,
    compared,
    names: reds?.names ?? [],
    detail: `计入本项目的金额 ${compared.left} 超过票面可计入金额 ${compared.right}${after}，多出 ${compared.difference ?? ''}，请核对。`,
  });
}

/** What a red-letter invoice is judged by is not what its rule is called after. */
const RED = '红字发票与蓝字发票对应';

function judgeRed(scope: Scope, row: RowOf<'invoices'>, amount: Fen, claimed: Fen): Verdict {
  if (amount > 0) {
    return unmet({
      title: RED,
      column: 'totalFen',
      compared: comparedYuan(amount, 0),
      detail: `登记为红字发票，金额却是正数（${yuan(amount)}），红字发票的金额应为负数。`,
    });
  }
  const { redLetterOf } = row.value;
  if (redLetterOf === null)
    return unknown([`${row.name}冲红的是哪张蓝字发票`], { column: 'redLetterOf', title: RED });
  const identity = invoiceIdentity(redLetterOf);
  const blue = identity === null ? undefined : bluesByIdentity(scope).get(identity);
  if (blue === undefined) {
    return unmet({
      title: RED,
      column: 'redLetterOf',
      names: [redLetterOf.number],
      detail: `是红字发票，它冲红的发票 ${redLetterOf.number} 不在明细表中，请登记那张蓝字发票或删去本行。`,
    });
  }
  const blueAmount = invoiceAmountFen(blue.value, scope.application.settings.amountBasis);
  const total = redsByBlue(scope).get(identity ?? '')?.amountFen ?? amount;
  if (blueAmount !== null && -total > blueAmount) {
    const compared = comparedYuan(-total, blueAmount);
    return unmet({
      title: RED,
      column: 'totalFen',
      compared,
      names: [blue.name],
      detail: `冲红金额合计 ${compared.left} 超过${blue.name}的金额 ${compared.right}，请核对。`,
    });
  }
  // Claimed 0 leaves the reduction to the blue row, which is judged there.
  const holds = claimed <= 0 && claimed >= amount;
  if (holds) return met();
  const compared = comparedYuan(claimed, amount);
  return unmet({
    title: RED,
    column: 'claimedFen',
    compared,
    detail: `红字发票计入本项目的金额应在 ${yuan(amount)} 与 0 之间，现在是 ${compared.left}。`,
  });
}

function bluesByIdentity(scope: Scope): ReadonlyMap<string, RowOf<'invoices'>> {
  return scope.once('invoice-blues', () => {
    const blues = new Map<string, RowOf<'invoices'>>();
    for (const row of scope.rows('invoices')) {
      if (row.of !== 'invoices' || isRed(row.value)) continue;
      const identity = invoiceIdentities(scope)[row.position] ?? null;
      if (identity !== null && !blues.has(identity)) blues.set(identity, row);
    }
    return blues;
  });
}

function redsByBlue(scope: Scope): ReadonlyMap<string, Reds> {
  return scope.once('invoice-reds', () => {
    const basis = scope.application.settings.amountBasis;
    const reds = new Map<string, Reds>();
    for (const row of scope.rows('invoices')) {
      if (row.of !== 'invoices' || row.value.redLetterOf === null) continue;
      const identity = invoiceIdentity(row.value.redLetterOf);
      const amount = invoiceAmountFen(row.value, basis);
      if (identity === null || amount === null || amount > 0) continue;
      const before = reds.get(identity) ?? { amountFen: 0, claimedFen: 0, names: [] };
      reds.set(identity, {
        amountFen: before.amountFen + amount,
        claimedFen: before.claimedFen + (claimedAmountFen(row.value, basis) ?? 0),
        names: [...before.names, row.name],
      });
    }
    return reds;
  });
}

function isRed(invoice: Invoice): boolean {
  return invoice.redLetterOf !== null || (invoice.totalFen ?? invoice.netFen ?? 0) < 0;
}
