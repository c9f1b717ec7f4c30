import { given, shapeProblem } from '../answerShape.ts';
import { fieldMeasure } from '../fieldMeasure.ts';
import { describeValue } from '../measure.ts';
import type { Scope } from '../scope.ts';
import { met, unknown, unmet, type Verdict } from '../verdict.ts';

/** The field's answer has the shape its type asks; `{detail}` says what is wrong with it. */
export function wellFormed(id: string, scope: Scope): Verdict {
  const field = scope.index.fields.get(id);
  if (field === undefined) return unknown([id]);
  const answer = scope.application.answers[id];
  if (!given(answer)) return unknown([field.label]);
  const problem = shapeProblem(field, answer, scope.index.lists);
  const left = describeValue(answer, fieldMeasure(field, scope.index.lists));
  return problem === null
    ? met({ detail: field.type === 'text' ? '' : left })
    : unmet({ detail: problem, compared: { left, right: problem, difference: null } });
}
