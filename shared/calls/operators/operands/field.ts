import { given, isOfType } from '../answerShape.ts';
import { fieldMeasure } from '../fieldMeasure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** An answer. Not given, or of a kind its field does not keep, it is not told. */
export function field(id: string, scope: Scope): Quantity {
  const spec = scope.index.fields.get(id);
  if (spec === undefined) return notTold([id]);
  const measure = fieldMeasure(spec, scope.index.lists);
  const answer = scope.application.answers[id];
  if (!given(answer) || !isOfType(spec, answer)) return notTold([spec.label], measure);
  if (spec.type !== 'choice') return known(answer, measure);
  return known(choiceId(String(answer), scope.index.lists.get(spec.list)), measure);
}

/** Free text that is word for word one of the labels means that choice. */
function choiceId(answer: string, labels: ReadonlyMap<string, string> | undefined): string {
  if (labels === undefined || labels.has(answer)) return answer;
  const word = answer.trim();
  for (const [id, label] of labels) if (label === word) return id;
  return answer;
}
