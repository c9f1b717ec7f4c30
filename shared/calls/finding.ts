import { z } from 'zod';
import { Severity } from './schema/basics.ts';

/** Unknown is not false: what is missing is 待填, not 不符合. */
export const Outcome = z.enum(['met', 'unmet', 'unknown']);
export type Outcome = z.infer<typeof Outcome>;

/** The two figures a rule compared, printed as the user reads them. */
export const Compared = z.strictObject({
  left: z.string(),
  right: z.string(),
  difference: z.string().nullable(),
});
export type Compared = z.infer<typeof Compared>;

/** 检查结果: one rule's answer for one place of the application. */
export const Finding = z.strictObject({
  /** Unique and stable: rule key, and `#row-id` for a row. What a set-aside names. */
  key: z.string(),
  /** Requirement id: B1, C3a, D2.2.1, H12. */
  id: z.string(),
  title: z.string(),
  outcome: Outcome,
  severity: Severity,
  message: z.string(),
  clause: z.strictObject({ ref: z.string(), text: z.string() }),
  /** Field id or path: `project.totalFen`, `invoices[invoice-12].buyer`. */
  at: z.string(),
  /** Other places it speaks of, as in `at`: the ledger row with the same cost, the first of two rows. */
  related: z.array(z.string()),
  compared: Compared.nullable(),
  /** The reason it was set aside with; only warnings and hints can be. */
  setAside: z.string().nullable(),
  /** Unknown only for want of something another finding asks for: that finding's key. Not counted, not listed. */
  impliedBy: z.string().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** All findings of one application; counts leave out what is met, set aside or implied. */
export const CheckReport = z.strictObject({
  call: z.strictObject({ id: z.string(), revision: z.number().int() }),
  counts: z.strictObject({
    error: z.number().int(),
    warning: z.number().int(),
    hint: z.number().int(),
    unknown: z.number().int(),
  }),
  findings: z.array(Finding),
});
export type CheckReport = z.infer<typeof CheckReport>;
