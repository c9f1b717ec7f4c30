import { z } from 'zod';
import { Choice, Id, RequirementId, Severity } from './basics.ts';

/** What an expected target must reach; several tests joined by OR are an `anyOf` group in `reach`. */
export const Target = z.strictObject({
  id: Id,
  label: z.string().min(1),
  unit: z.string().default(''),
  /** A yes/no target (运行分析数字地图) has no number. */
  kind: z.enum(['number', 'yesNo']).default('number'),
  /** 以上 is atLeast, 低于 is below. */
  atLeast: z.number().optional(),
  below: z.number().optional(),
});
export type Target = z.infer<typeof Target>;

/** Targets that must be reached together: `n` of `of` (all of them when n is absent). */
export const TargetGroup = z.strictObject({
  requirement: RequirementId,
  clause: Id,
  n: z.number().int().min(1).optional(),
  of: z.array(Id).min(1),
  severity: Severity.default('error'),
  /** Not asked of these sub-kinds (企业节点不要求接入企业数量). */
  exceptKinds: z.array(Id).default([]),
});
export type TargetGroup = z.infer<typeof TargetGroup>;

export const Scenario = z.strictObject({
  id: Id,
  requirement: RequirementId,
  label: z.string().min(1),
  clause: Id,
  targets: z.array(Target).min(1),
  reach: z.array(TargetGroup).min(1),
});
export type Scenario = z.infer<typeof Scenario>;

const threshold = {
  /** Kinds of applicant the clause names; empty names none. */
  who: z.array(Id).default([]),
  /** `warning` where the clause leaves the list of applicants open (…等). */
  whoSeverity: Severity.default('error'),
  /** 总投资…以上, in 分; null when the clause states none. */
  minimumTotalFen: z.number().int().nullable().default(null),
  minimumSeverity: Severity.default('error'),
};

export const DirectionKind = z.strictObject({
  id: Id,
  requirement: RequirementId,
  label: z.string().min(1),
  clause: Id,
  ...threshold,
  forms: z.array(Choice).default([]),
});
export type DirectionKind = z.infer<typeof DirectionKind>;

export const ConsortiumDemand = z.strictObject({
  requirement: RequirementId,
  clause: Id,
  severity: Severity.default('error'),
  /** Roles that must be among the members. */
  roles: z.array(Id).min(1),
  maxUnits: z.number().int().min(2),
  /** Attachment kind of the signed agreement. */
  agreement: Id,
});
export type ConsortiumDemand = z.infer<typeof ConsortiumDemand>;

export const ContentDemand = z.strictObject({
  id: Id,
  requirement: RequirementId,
  severity: Severity.default('error'),
  label: z.string().min(1),
  clause: Id,
});
export type ContentDemand = z.infer<typeof ContentDemand>;

/** One 试点示范方向. Its thresholds, consortium, content and targets become rules; see calls/rulesOf.ts. */
export const Direction = z.strictObject({
  id: Id,
  requirement: RequirementId,
  label: z.string().min(1),
  clause: Id,
  ...threshold,
  /** Sub-kinds of which one is chosen; a kind's who and minimum replace the direction's. */
  kinds: z.array(DirectionKind).default([]),
  /** Forms of which one or more are named, when the direction has no sub-kinds. */
  forms: z.array(Choice).default([]),
  consortium: ConsortiumDemand.nullable().default(null),
  contents: z.array(ContentDemand).default([]),
  targets: z.array(Target).default([]),
  reach: z.array(TargetGroup).default([]),
  scenarios: z.array(Scenario).default([]),
});
export type Direction = z.infer<typeof Direction>;
