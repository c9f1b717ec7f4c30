import type { z } from 'zod';
import { type StoreOutcome, storeProblem } from './storeProblem.ts';

/** Parses what is about to be stored: what does not fit its schema would make the draft unreadable later. */
export function checkValue<T>(schema: z.ZodType<T>, value: unknown, about: string): StoreOutcome<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const detail = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ');
  return { ok: false, problem: storeProblem('value-invalid', detail, about) };
}
