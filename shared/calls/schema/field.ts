import { z } from 'zod';
import { Id, RequirementId, Severity } from './basics.ts';

const common = {
  id: Id,
  label: z.string().min(1),
  requirement: RequirementId,
  clause: Id,
  /** Section of the desktop's hub it is asked in. */
  section: Id,
  /** Left empty it is 待填: a finding with outcome unknown. */
  required: z.boolean().default(false),
  /**
   * Requirement an ill-formed answer is reported under when the call words it apart (H12: telephone
   * numbers); absent reports it under the field's own.
   */
  validity: z
    .strictObject({ requirement: RequirementId, clause: Id, severity: Severity.default('error') })
    .optional(),
  hint: z.string().default(''),
  example: z.string().default(''),
  /** Taken over from the company profile. */
  fromProfile: z.boolean().default(false),
};

/**
 * A scalar question of the call. The answer's shape by type: text, code, phone, mobile, choice,
 * date, month: string; money: integer 分; usd: integer US cents; percent and number: number;
 * yesNo: boolean.
 */
export const Field = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('text'),
    multiline: z.boolean().default(false),
    /** Most characters as Word counts them. */
    maxCharacters: z.number().int().min(1).optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('money'),
    /** Unit typed and printed; inside it is 分 all the same. */
    unit: z.enum(['wanyuan', 'yuan']).default('wanyuan'),
    mayBeNegative: z.boolean().default(false),
  }),
  z.strictObject({ ...common, type: z.literal('usd'), unit: z.literal('wanUsd').default('wanUsd') }),
  z.strictObject({
    ...common,
    type: z.literal('percent'),
    min: z.number().default(0),
    max: z.number().default(100),
  }),
  z.strictObject({
    ...common,
    type: z.literal('number'),
    unit: z.string().default(''),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ ...common, type: z.literal('date') }),
  z.strictObject({ ...common, type: z.literal('month') }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    /** Id of one of the call's lists; the answer is the choice's id, or free text when allowed. */
    list: Id,
    freeText: z.boolean().default(false),
  }),
  z.strictObject({ ...common, type: z.literal('code') }),
  z.strictObject({ ...common, type: z.literal('phone') }),
  z.strictObject({ ...common, type: z.literal('mobile') }),
  z.strictObject({
    ...common,
    type: z.literal('yesNo'),
    /** A statement the applicant makes (B8, B9, E10). */
    declaration: z.string().default(''),
  }),
]);
export type Field = z.infer<typeof Field>;
