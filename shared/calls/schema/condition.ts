import { z } from 'zod';
import { Id } from './basics.ts';

/**
 * The closed vocabulary in which a call words its rules. Each operand and condition is an object
 * with exactly one key. Conditions answer met, unmet or unknown; evaluation never writes.
 * The meaning of each operator stands in calls/operators/, one a file.
 */
export const Collection = z.enum(['invoices', 'budget', 'consortium', 'ledger', 'ledgerRows', 'attachments']);
export type Collection = z.infer<typeof Collection>;

export type Operand =
  | { readonly value: string | number | boolean }
  | { readonly field: string }
  /** What the attached statement says of a field, as typed from there; the field's unit. */
  | { readonly statement: string }
  | { readonly constant: string }
  | { readonly target: string }
  /** A property of the row a `forEach` rule or a `where` looks at, by dotted path: `buyer.taxId`. */
  | { readonly row: string }
  | {
      readonly sum: {
        readonly of: Collection;
        readonly amount: string;
        readonly where?: Condition | undefined;
      };
    }
  | { readonly count: { readonly of: Collection; readonly where?: Condition | undefined } }
  /** First over second, in percent. */
  | { readonly percent: readonly [Operand, Operand] }
  /** First minus second. */
  | { readonly difference: readonly [Operand, Operand] }
  | { readonly add: readonly Operand[] }
  /** Absolute value, so that "differs by more than" can be said. */
  | { readonly distance: readonly [Operand, Operand] }
  /** Characters as Word counts them (E7). */
  | { readonly characters: Operand }
  /** Months from the first to the second month, both counted. */
  | { readonly months: readonly [Operand, Operand] }
  /** First / last day of a month as a date. */
  | { readonly firstDay: Operand }
  | { readonly lastDay: Operand };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** At least so many of the conditions are met. */
  | { readonly atLeastOf: { readonly n: number; readonly of: readonly Condition[] } }
  | { readonly present: Operand }
  | { readonly equals: readonly [Operand, Operand] }
  | { readonly oneOf: readonly [Operand, readonly (string | number)[]] }
  /** "以上": the bound itself counts (民法典 第一千二百五十九条). */
  | { readonly atLeast: readonly [Operand, Operand] }
  | { readonly above: readonly [Operand, Operand] }
  | { readonly atMost: readonly [Operand, Operand] }
  /** "低于": the bound itself does not count. */
  | { readonly below: readonly [Operand, Operand] }
  /** Between two bounds, both counted; also for dates as ISO text. */
  | { readonly within: readonly [Operand, Operand, Operand] }
  | { readonly direction: readonly string[] }
  | { readonly kind: readonly string[] }
  /** One of these forms of the work is chosen. */
  | { readonly form: readonly string[] }
  | { readonly scenario: string }
  /** At least one scenario of the chosen direction is chosen. */
  | { readonly anyScenario: true }
  | { readonly content: string }
  /** Some member of the consortium has the role. */
  | { readonly memberRole: string }
  /** An attachment of the kind is there. */
  | { readonly attached: string }
  /** A plan section has words. */
  | { readonly written: string }
  | { readonly validCode: Operand }
  | { readonly validPhone: Operand }
  | { readonly validMobile: Operand }
  /** The field's answer has the shape its type asks: a day that exists, a listed choice, a code that checks. */
  | { readonly wellFormed: string }
  /** Domain checks of shared/calls/domain/, by name; closed. They look at the row of a `forEach` rule or at all. */
  | { readonly domain: DomainCheck };

/** Checks whose arithmetic belongs to the field, not to one call; domain.md sections 1 to 3. */
export const DomainCheck = z.enum([
  'invoice-number-form', // code and number have the digits their kind prescribes
  'invoice-arithmetic', // total = net + tax, header = sum of lines, line tax
  'invoice-unique', // no invoice twice in this application
  'invoice-buyer', // buyer is the applicant or a consortium member
  'invoice-claim', // claimed part <= amount; red letters reduce
  'invoice-has-copy', // at least one copy attached
  'copy-has-invoice', // every invoice copy belongs to a row
  'invoice-bound-once', // no two copies that each show the whole invoice
  'invoice-not-in-ledger', // same cost not also in the R&D ledger
  'invoice-readings-agree', // what its files tell agrees, one source with another and with the row
  'invoice-reading-seen', // somebody looked at a reading that is a guess
  'ledger-row-sum', // 归集金额 = sum of details; 2015: 借方 = sum of details
  'ledger-row-voucher', // 归集 <= 凭证金额
  'ledger-column-sum', // 合计 = column sums
  'ledger-balance', // 2015: running 余额
  'ledger-project-name', // project name equals the application's
  'ledger-row-period', // date inside the project period
  'ledger-row-unique', // (日期,种类,号数,摘要,金额) once
  'ledger-summary', // sheet total = 汇总表 row
  'ledger-unit', // a ratio near 10,000 suggests 元/万元 mixed up
  'attachment-readable', // present, readable, not empty, not locked
  'attachment-written', // not every page is blank
  'attachment-upright', // no page lies on its side or stands on its head
  'plan-names-other-total', // free text names another 总投资/已投资 than the form
  'consortium-lead', // the applicant itself is a member and leads
  'consortium-codes', // every member has a name and a valid code
]);
export type DomainCheck = z.infer<typeof DomainCheck>;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Ref = z.string().min(1);

export const Operand: z.ZodType<Operand> = z.lazy(() =>
  z.union([
    z.strictObject({ value: Scalar }),
    z.strictObject({ field: Ref }),
    z.strictObject({ statement: Ref }),
    z.strictObject({ constant: Ref }),
    z.strictObject({ target: Ref }),
    z.strictObject({ row: Ref }),
    z.strictObject({
      sum: z.strictObject({ of: Collection, amount: Ref, where: Condition.optional() }),
    }),
    z.strictObject({ count: z.strictObject({ of: Collection, where: Condition.optional() }) }),
    z.strictObject({ percent: Pair }),
    z.strictObject({ difference: Pair }),
    z.strictObject({ add: z.array(Operand).min(1) }),
    z.strictObject({ distance: Pair }),
    z.strictObject({ characters: Operand }),
    z.strictObject({ months: Pair }),
    z.strictObject({ firstDay: Operand }),
    z.strictObject({ lastDay: Operand }),
  ]),
);
const Pair = z.tuple([Operand, Operand]);

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({
      atLeastOf: z.strictObject({ n: z.number().int().min(1), of: z.array(Condition).min(1) }),
    }),
    z.strictObject({ present: Operand }),
    z.strictObject({ equals: Pair }),
    z.strictObject({ oneOf: z.tuple([Operand, z.array(z.union([z.string(), z.number()])).min(1)]) }),
    z.strictObject({ atLeast: Pair }),
    z.strictObject({ above: Pair }),
    z.strictObject({ atMost: Pair }),
    z.strictObject({ below: Pair }),
    z.strictObject({ within: z.tuple([Operand, Operand, Operand]) }),
    z.strictObject({ direction: z.array(Id).min(1) }),
    z.strictObject({ kind: z.array(Id).min(1) }),
    z.strictObject({ form: z.array(Id).min(1) }),
    z.strictObject({ scenario: Id }),
    z.strictObject({ anyScenario: z.literal(true) }),
    z.strictObject({ content: Id }),
    z.strictObject({ memberRole: Id }),
    z.strictObject({ attached: Id }),
    z.strictObject({ written: Id }),
    z.strictObject({ validCode: Operand }),
    z.strictObject({ validPhone: Operand }),
    z.strictObject({ validMobile: Operand }),
    z.strictObject({ wellFormed: Id }),
    z.strictObject({ domain: DomainCheck }),
  ]),
);
