import { richText } from '../richText.ts';
import type { Scope } from '../scope.ts';
import { fact, type Verdict } from '../verdict.ts';

/** A plan section has words (a table's words count; a picture alone does not). */
export function written(id: string, scope: Scope): Verdict {
  const document = scope.application.plan[id];
  const holds = document !== undefined && richText(document, () => '0').trim() !== '';
  return fact(holds, { names: holds ? [] : [scope.index.outline.get(id) ?? id] });
}
