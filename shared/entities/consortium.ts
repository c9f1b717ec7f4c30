import { z } from 'zod';

/** One unit of the 联合体; the applicant itself is a member with `lead: true`. */
export const ConsortiumMember = z.strictObject({
  id: z.string().min(1),
  lead: z.boolean().default(false),
  name: z.string().default(''),
  /** 统一社会信用代码 or 组织机构代码 */
  code: z.string().default(''),
  /** Member role ids of the call: 工业企业, 基础电信运营商, 区县或园区 … */
  roles: z.array(z.string()).default([]),
  address: z.string().default(''),
  contact: z.string().default(''),
  phone: z.string().default(''),
  /** 任务分工 (outline 二.4) */
  task: z.string().default(''),
  /** 基本情况 (outline 一.3) */
  introduction: z.string().default(''),
});
export type ConsortiumMember = z.infer<typeof ConsortiumMember>;
