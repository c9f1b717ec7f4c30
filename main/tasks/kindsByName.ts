import type { Call } from '../../shared/calls/schema/call.ts';

const plain = (name: string): string => name.normalize('NFC').toLowerCase();

/** Finds the attachment kind a person means by its id, its label or one of its folder names; null when none. */
export function kindsByName(call: Call): (name: string) => string | null {
  const kindOf = new Map(
    call.attachments.flatMap(({ id, label, folders }) =>
      [id, label, ...folders].map((name) => [plain(name), id] as const),
    ),
  );
  return (name) => kindOf.get(plain(name)) ?? null;
}
