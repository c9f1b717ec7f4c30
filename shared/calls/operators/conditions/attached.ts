import { holdsData } from '../../../entities/attachment.ts';
import { printedLedgerKinds } from '../../printedLedgerKinds.ts';
import type { Scope } from '../scope.ts';
import { fact, type Verdict } from '../verdict.ts';

/**
 * A file of the kind is there that has a page to bind, or an electronic original whose content the volume prints
 * itself. Whether it can be read is another check's question.
 */
export function attached(kind: string, scope: Scope): Verdict {
  const counts = scope.once('attachment-counts', countKinds);
  const count = counts.get(kind) ?? 0;
  const label = scope.index.attachmentKinds.get(kind) ?? kind;
  return fact(count > 0, { names: count > 0 ? [] : [label], margin: count > 0 ? `已附 ${count} 份` : '' });
}

function countKinds({ call, application }: Scope): ReadonlyMap<string, number> {
  const printed = printedLedgerKinds(call, application);
  const counts = new Map<string, number>();
  for (const file of application.attachments)
    if (!holdsData(file) || printed.has(file.kind)) counts.set(file.kind, (counts.get(file.kind) ?? 0) + 1);
  return counts;
}
