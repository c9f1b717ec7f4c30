import type { z } from 'zod';

/**
 * One thing a child process can do: a name and the schemas of what goes in, of
 * the progress it reports and of what comes out. Both sides parse with them, so
 * a message can never be read as something else than was sent.
 */
export type Operation<I extends z.ZodType, P extends z.ZodType, O extends z.ZodType> = {
  readonly name: string;
  readonly input: I;
  readonly progress: P;
  readonly output: O;
};

/** Declares an operation; exists only so that the three schemas are inferred. */
export function defineOperation<I extends z.ZodType, P extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, P, O>,
): Operation<I, P, O> {
  return operation;
}
