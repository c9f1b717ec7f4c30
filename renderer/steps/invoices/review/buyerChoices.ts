import type { Call } from '../../../../shared/calls/schema/call.ts';
import type { Application } from '../../../../shared/entities/application.ts';
import type { InvoiceParty } from '../../../../shared/entities/invoice.ts';
import { normalisePartyName } from '../../../../shared/entities/partyName.ts';

const MOST = 4;

/** Who most likely bought what an invoice says: the applicant and the members of the consortium, each once. */
export function buyerChoices(
  { roles }: Pick<Call, 'roles'>,
  { answers, consortium }: Pick<Application, 'answers' | 'consortium'>,
): readonly InvoiceParty[] {
  const text = (field: string): string => {
    const value = answers[field];
    return typeof value === 'string' ? value.trim() : '';
  };
  const all = [
    { name: text(roles.applicantName), taxId: text(roles.applicantCode) },
    ...consortium.map(({ name, code }) => ({ name: name.trim(), taxId: code.trim() })),
  ].filter(({ name }) => name !== '');
  const once = new Map(all.toReversed().map((party) => [normalisePartyName(party.name), party]));
  return [...once.values()].toReversed().slice(0, MOST);
}
