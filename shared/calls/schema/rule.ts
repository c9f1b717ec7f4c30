import { z } from 'zod';
import { Id, RequirementId, Severity } from './basics.ts';
import { Collection, Condition } from './condition.ts';

/**
 * One thing a reviewer checks. `when` unmet means the rule does not apply and says nothing;
 * `must` answers met, unmet or unknown. With `forEach` it is judged once a row.
 * Messages may hold {left} {right} {difference} {row} {names} {detail} and {field:ID}; see docs/writing-a-call.md.
 */
export const Rule = z.strictObject({
  /** The requirement it carries out; several rules may share one. */
  id: RequirementId,
  /** Unique in the call; absent when the id alone is. */
  key: z
    .string()
    .regex(/^[A-Z]\d+[a-z]?(\.\d+)*(\/[A-Za-z0-9.-]+)?$/)
    .optional(),
  title: z.string().min(1),
  severity: Severity,
  clause: Id,
  /** Where a jump leads: a field id, or a collection, or `direction`, `targets.ID`, `plan.ID`, `attachments.KIND`. */
  at: z.string().min(1),
  forEach: Collection.optional(),
  when: Condition.optional(),
  /**
   * Met: what the rule judges is not there yet (an empty table, a row half filled), so the answer is
   * unknown (待填) whatever `must` would say. Looked at after `when`, once a row with `forEach`.
   */
  unknownWhen: Condition.optional(),
  must: Condition,
  unmet: z.string().min(1),
  unknown: z.string().min(1).optional(),
  /** Absent words it from the figures: "312.40 万元，高于 300.00 万元门槛 12.40 万元" (`{left}，{margin}`). */
  met: z.string().min(1).optional(),
});
export type Rule = z.infer<typeof Rule>;

/** A row of the requirements that informs and is not judged: issuer, deadline, how to hand in (A). */
export const Fact = z.strictObject({
  id: RequirementId,
  title: z.string().min(1),
  clause: Id,
  severity: Severity.default('hint'),
  /** What it means for the applicant, in a sentence. */
  text: z.string().min(1),
});
export type Fact = z.infer<typeof Fact>;
