import type { Scope } from '../scope.ts';
import { fact, type Verdict } from '../verdict.ts';

/** A file of the kind is there. Whether it can be read is another check's question. */
export function attached(kind: string, scope: Scope): Verdict {
  const counts = scope.once('attachment-counts', () => countKinds(scope));
  const count = counts.get(kind) ?? 0;
  const label = scope.index.attachmentKinds.get(kind) ?? kind;
  return fact(count > 0, { names: count > 0 ? [] : [label], margin: count > 0 ? `已附 ${count} 份` : '' });
}

function countKinds(scope: Scope): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of scope.application.attachments) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
