import type { Scope } from '../operators/scope.ts';

/** The words answered to a field that the call names in its roles; empty when there are none. */
export function answerText(scope: Scope, field: string | null): string {
  const answer = field === null ? null : scope.application.answers[field];
  return typeof answer === 'string' ? answer.trim() : '';
}
