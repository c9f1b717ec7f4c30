import { normaliseCode, sameCode } from '../../entities/creditCode.ts';
import type { Invoice } from '../../entities/invoice.ts';
import { normalisePartyName } from '../../entities/partyName.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { type Party, partiesOf } from './parties.ts';
import { rowIn } from './rowIn.ts';

/** Tickets are bought by the traveller; they bear no company when both cells are blank. */
const WITHOUT_BUYER: ReadonlySet<Invoice['kind']> = new Set(['rail', 'air', 'toll']);

/** The buyer is the applicant or a consortium member, by name and by tax number. */
export function invoiceBuyer(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const { buyer, kind } = row.value;
  // Most rows of a table bear the same buyer, spelled the same way.
  const right = scope.once('right-buyers', () => new Set<string>());
  const spelling = `${buyer.taxId}\n${buyer.name}`;
  if (right.has(spelling)) return met();
  const name = normalisePartyName(buyer.name);
  const code = normaliseCode(buyer.taxId);
  if (name === '' && code === '' && WITHOUT_BUYER.has(kind)) return null;
  const parties = partiesOf(scope);
  if (name === '') return unknown([`${row.name}的购买方名称`], { column: 'buyer.name' });
  const called = parties.filter((party) => party.normalName === name);
  if (called.length === 0) return stranger(scope, parties, buyer, code);
  if (code === '') return unknown([`${row.name}的购买方税号`], { column: 'buyer.taxId' });
  const coded = called.filter((party) => party.code !== '');
  if (coded.length === 0)
    return unknown([`“${called[0]?.name ?? buyer.name}”的统一社会信用代码`], { column: 'buyer.taxId' });
  if (coded.some((party) => sameCode(party.code, code))) {
    right.add(spelling);
    return met();
  }
  const expected = coded[0]?.code ?? '';
  return unmet({
    column: 'buyer.taxId',
    compared: { left: buyer.taxId.trim(), right: expected, difference: null },
    detail: `购买方“${buyer.name}”的税号是 ${buyer.taxId.trim()}，与登记的 ${expected} 不同，请对照票面核对。`,
    names: ['税号'],
  });
}

function stranger(scope: Scope, parties: readonly Party[], buyer: Invoice['buyer'], code: string): Verdict {
  const { applicantName } = scope.call.roles;
  const applicant = parties.find((party) => party.applicant);
  if (applicant === undefined) {
    return unknown([scope.index.fields.get(applicantName)?.label ?? '申报单位名称'], {
      column: 'buyer.name',
    });
  }
  const sameNumber = code === '' ? undefined : parties.find((party) => sameCode(party.code, code));
  const detail =
    sameNumber === undefined
      ? `购买方是“${buyer.name}”，与申报单位不同。若为联合体成员，请先在联合体中登记其名称和代码。`
      : `购买方名称“${buyer.name}”与“${sameNumber.name}”不同，但税号相同，请核对名称是否有误或已更名。`;
  return unmet({
    column: 'buyer.name',
    compared: { left: buyer.name, right: sameNumber?.name ?? applicant.name, difference: null },
    detail,
    names: ['名称'],
  });
}
