import { investmentUnit, unitName } from '../documents/budgetTable.ts';
import type { Application } from '../entities/application.ts';
import { type Fen, formatMoney } from '../entities/money.ts';
import type { CheckReport } from './finding.ts';
import { type DoubtfulInvoice, doubtfulInvoices } from './marginDoubts.ts';
import { oncePerCall } from './oncePerCall.ts';
import { createScope } from './operators/createScope.ts';
import type { Scope } from './operators/scope.ts';
import { rulesOf } from './rulesOf.ts';
import type { Call } from './schema/call.ts';
import type { Operand } from './schema/condition.ts';

/** How far the project's total investment lies from the least its direction asks (promise 4). Money in 分. */
export interface InvestmentMargin {
  /** Key of the rule that sets the threshold. */
  readonly key: string;
  readonly thresholdFen: Fen;
  /** The answer compared; null while it is 待填. */
  readonly figureFen: Fen | null;
  /** Figure less threshold: below zero lies under it. Null while the figure is 待填. */
  readonly marginFen: Fen | null;
  readonly doubtful: readonly DoubtfulInvoice[];
  /** What the doubtful invoices claim together; those without an amount add nothing. */
  readonly doubtfulFen: Fen;
  /** The margin when no doubtful invoice is accepted. */
  readonly marginWithoutDoubtfulFen: Fen | null;
  /** 高于 300.00 万元门槛 12.40 万元 */
  readonly text: string;
  /** 2 张存疑发票（共 20.00 万元）剔除后低于门槛 7.60 万元; null when no invoice is doubtful or the figure is 待填. */
  readonly doubtText: string | null;
}

/**
 * The margin over the money threshold of the chosen direction or kind; of several that apply the highest. Null when
 * none applies, or as long as the choice it hangs on is not made.
 */
export function investmentMargin(
  call: Call,
  application: Application,
  report: CheckReport,
): InvestmentMargin | null {
  const found = threshold(call, application);
  if (found === null) return null;
  const { key, thresholdFen, figureFen } = found;
  const doubtful = doubtfulInvoices(call, application, report);
  const doubtfulFen = doubtful.reduce((sum, { claimedFen }) => sum + (claimedFen ?? 0), 0);
  const marginFen = figureFen === null ? null : figureFen - thresholdFen;
  const without = marginFen === null ? null : marginFen - doubtfulFen;
  const unit = investmentUnit(call);
  const money = (fen: Fen) => `${formatMoney(fen, unit)} ${unitName(unit)}`;
  return {
    key,
    thresholdFen,
    figureFen,
    marginFen,
    doubtful,
    doubtfulFen,
    marginWithoutDoubtfulFen: without,
    text:
      marginFen === null ? `门槛 ${money(thresholdFen)}，总投资待填` : over(marginFen, thresholdFen, money),
    doubtText:
      doubtful.length === 0 || marginFen === null || without === null
        ? null
        : `${doubtful.length} 张存疑发票（共 ${money(doubtfulFen)}）剔除后${after(marginFen, without, money)}`,
  };
}

function over(margin: Fen, threshold: Fen, money: (fen: Fen) => string): string {
  if (margin === 0) return `正好达到 ${money(threshold)}门槛`;
  return `${margin > 0 ? '高于' : '低于'} ${money(threshold)}门槛 ${money(Math.abs(margin))}`;
}

function after(before: Fen, without: Fen, money: (fen: Fen) => string): string {
  const still = Math.sign(before) === Math.sign(without) ? '仍' : '';
  if (without === 0) return `${still}正好达到门槛`;
  return `${still}${without > 0 ? '高于' : '低于'}门槛 ${money(Math.abs(without))}`;
}

function threshold(
  call: Call,
  application: Application,
): { readonly key: string; readonly thresholdFen: Fen; readonly figureFen: Fen | null } | null {
  const scope = createScope(call, application);
  const bounds = thresholdRules(call).flatMap(({ key, when, figure, bound }) => {
    if (when !== undefined && scope.judge(when).outcome !== 'met') return [];
    const thresholdFen = fenOf(bound, scope);
    return thresholdFen === null ? [] : [{ key, thresholdFen, figureFen: fenOf(figure, scope) }];
  });
  return bounds.reduce<(typeof bounds)[number] | null>(
    (highest, one) => (highest !== null && highest.thresholdFen >= one.thresholdFen ? highest : one),
    null,
  );
}

/** Rules that ask the total investment to be at least so much. */
const thresholdRules = oncePerCall((call) =>
  rulesOf(call).flatMap(({ key, when, must, forEach }) => {
    if (forEach !== undefined || !('atLeast' in must || 'above' in must)) return [];
    const [figure, bound] = 'atLeast' in must ? must.atLeast : must.above;
    if (!('field' in figure) || figure.field !== call.roles.totalInvestment) return [];
    return 'value' in bound || 'constant' in bound ? [{ key, when, figure, bound }] : [];
  }),
);

function fenOf(operand: Operand, scope: Scope): Fen | null {
  const { value } = scope.resolve(operand);
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
