import type { Outcome } from '../calls/finding.ts';
import { createScope } from '../calls/operators/createScope.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Condition } from '../calls/schema/condition.ts';
import type { Application } from '../entities/application.ts';

/** Whether a condition of the call holds for an application: met, unmet, or unknown yet. */
export function holds(call: Call, application: Application, condition: Condition): Outcome {
  return createScope(call, application).judge(condition).outcome;
}
