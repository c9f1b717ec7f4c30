import type { Scope } from '../scope.ts';
import { fact, unknown, type Verdict } from '../verdict.ts';

/** The project covers a part of the content its direction asks for; not answered is not "no". */
export function content(id: string, scope: Scope): Verdict {
  const answer = scope.application.direction.contents[id];
  const label = scope.call.directions
    .flatMap((entry) => entry.contents)
    .find((entry) => entry.id === id)?.label;
  return answer === undefined ? unknown([label ?? id]) : fact(answer);
}
