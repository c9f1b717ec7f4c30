import type { Attachment } from '../../entities/attachment.ts';
import type { Scope } from '../operators/scope.ts';

/** Whether pages of a file come into the volume. */
export function isBound(scope: Scope, { kind, pages }: Attachment): boolean {
  const unbound = scope.once('kinds-not-bound', kindsNotBound);
  return pages !== null && pages > 0 && !unbound.has(kind);
}

function kindsNotBound({ call }: Scope): ReadonlySet<string> {
  return new Set(call.attachments.filter(({ bound }) => !bound).map(({ id }) => id));
}
