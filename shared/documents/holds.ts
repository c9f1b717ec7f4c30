import type { Outcome } from '../calls/finding.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Condition } from '../calls/schema/condition.ts';
import type { Application } from '../entities/application.ts';

/** Whether a condition of the call holds for an application; unknown until the operators judge it. */
export function holds(_call: Call, _application: Application, _condition: Condition): Outcome {
  return 'unknown';
}
