import type { Call } from '../../shared/calls/schema/call.ts';
import type { QuotedClause } from './ClauseButton.tsx';

/** A clause of the call by id, to be quoted. */
export function clauseOf(call: Call, id: string): QuotedClause {
  const clause = call.clauses.find((entry) => entry.id === id);
  return { ref: clause?.ref ?? id, text: clause?.text ?? '' };
}
