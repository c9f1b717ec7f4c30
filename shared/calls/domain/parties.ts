import { normaliseCode } from '../../entities/creditCode.ts';
import { normalisePartyName } from '../../entities/partyName.ts';
import type { Scope } from '../operators/scope.ts';
import { answerText } from './answerText.ts';

/** A unit that may stand on an invoice as buyer: the applicant or a member of the consortium. */
export interface Party {
  readonly name: string;
  readonly normalName: string;
  readonly code: string;
  readonly applicant: boolean;
}

/** Applicant first, then the members; those without any name are left out. */
export function partiesOf(scope: Scope): readonly Party[] {
  return scope.once('parties', () => {
    const { applicantName, applicantCode } = scope.call.roles;
    const applicant = party(answerText(scope, applicantName), answerText(scope, applicantCode), true);
    const members = scope.application.consortium.map(({ name, code }) => party(name.trim(), code, false));
    return [applicant, ...members].filter(({ normalName }) => normalName !== '');
  });
}

function party(name: string, code: string, applicant: boolean): Party {
  return { name, normalName: normalisePartyName(name), code: normaliseCode(code), applicant };
}
