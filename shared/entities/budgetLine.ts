import { z } from 'zod';
import { Fen } from './money.ts';

/** One line of the 项目投资预算表 (F5.1). */
export const BudgetLine = z.strictObject({
  id: z.string().min(1),
  /** Investment category id of the call (B6). */
  category: z.string().default(''),
  item: z.string().default(''),
  /** 规格、数量 and the like, as the applicant words it. */
  detail: z.string().default(''),
  amountFen: Fen.nullable().default(null),
  /** Why a line of a category that needs it (其他) belongs to the project. */
  reason: z.string().default(''),
});
export type BudgetLine = z.infer<typeof BudgetLine>;
