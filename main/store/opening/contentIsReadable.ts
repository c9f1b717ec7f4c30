import { z } from 'zod';
import type { Draft } from '../draft.ts';
import { loadApplication } from '../loadApplication.ts';
import { isDamage, lacksSchema } from '../problemOfError.ts';

/**
 * Whether every row of an open draft makes sense: false when it is damaged. Errors that are no damage (busy,
 * disk, a mistake in the program) throw: what is only busy must not be salvaged.
 */
export function contentIsReadable(draft: Draft): boolean {
  try {
    loadApplication(draft);
    return true;
  } catch (error) {
    const isNonsense = error instanceof z.ZodError || error instanceof SyntaxError;
    if (isNonsense || isDamage(error) || lacksSchema(error)) return false;
    throw error;
  }
}
