import type { Call } from './schema/call.ts';

/** Sections a call usually calls so, for places that are not fields. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  direction: ['direction', 'cover'],
  targets: ['targets', 'indicators'],
  ownIndicators: ['indicators', 'targets'],
  consortium: ['consortium', 'applicant'],
  budget: ['budget', 'investment'],
  invoices: ['invoices', 'investment', 'budget'],
  ledger: ['ledger', 'invoices', 'investment'],
  ledgerRows: ['ledger', 'invoices', 'investment'],
  plan: ['plan'],
  attachments: ['attachments'],
};

/** Id of the section a finding's place belongs to; null when the call has none for it. */
export function sectionOf(call: Call, at: string): string | null {
  const field = call.fields.find((entry) => entry.id === at);
  if (field !== undefined) return field.section;
  const [head = ''] = at.split(/[.[]/);
  const usual = USUAL[head] ?? [head];
  return usual.find((id) => call.sections.some((section) => section.id === id)) ?? null;
}
