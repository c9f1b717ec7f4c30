import { z } from 'zod';
import { AnswerValue } from './application.ts';
import { ConsortiumMember } from './consortium.ts';

/** What a company keeps once and reuses in its next application: units, licences, people, statements. */
export const CompanyProfile = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  code: z.string().default(''),
  /** Answers by field id; only fields a call marks `fromProfile` are taken over. */
  answers: z.record(z.string(), AnswerValue).default({}),
  partners: z.array(ConsortiumMember).default([]),
});
export type CompanyProfile = z.infer<typeof CompanyProfile>;
