import type { Call } from './schema/call.ts';

/** Id of the section a finding's place belongs to; null when the call has none for it. */
export function sectionOf(call: Call, at: string): string | null {
  const field = call.fields.find((entry) => entry.id === at);
  if (field !== undefined) return field.section;
  const [head = ''] = at.split(/[.[]/);
  const content = head === 'ledgerRows' ? 'ledger' : head;
  return call.sections.find(({ holds }) => holds.some((held) => held === content))?.id ?? null;
}
