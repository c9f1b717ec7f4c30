import { sameCode } from '../../entities/creditCode.ts';
import { normalisePartyName } from '../../entities/partyName.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { answerText } from './answerText.ts';

/** Exactly one member leads, and it is the applicant. Without members there is nothing to lead. */
export function consortiumLead(scope: Scope): Verdict | null {
  const { consortium } = scope.application;
  if (consortium.length === 0) return null;
  const { applicantName, applicantCode } = scope.call.roles;
  const name = answerText(scope, applicantName);
  if (name === '') return unknown([scope.index.fields.get(applicantName)?.label ?? '申报单位名称']);
  const leads = consortium.filter((member) => member.lead);
  const [lead] = leads;
  const column = null;
  if (lead === undefined) return unmet({ column, detail: '没有标出牵头单位', names: ['牵头单位'] });
  if (leads.length > 1) {
    const names = leads.map((member) => member.name);
    return unmet({ column, names, detail: `标了 ${leads.length} 家牵头单位：${names.join('、')}` });
  }
  const same =
    normalisePartyName(lead.name) === normalisePartyName(name) ||
    sameCode(lead.code, answerText(scope, applicantCode));
  return same
    ? met({ detail: `牵头单位是${lead.name}` })
    : unmet({
        column,
        names: [lead.name],
        compared: { left: lead.name, right: name, difference: null },
        detail: `标为牵头单位的是“${lead.name}”，不是申报单位“${name}”`,
      });
}
