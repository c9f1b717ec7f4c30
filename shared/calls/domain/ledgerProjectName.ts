import { normalisePartyName } from '../../entities/partyName.ts';
import type { Scope } from '../operators/scope.ts';
import { fact, unknown, type Verdict } from '../operators/verdict.ts';
import { answerText } from './answerText.ts';
import { rowIn } from './rowIn.ts';

/** The ledger's project name is the application's, spelling of brackets and quotes aside. */
export function ledgerProjectName(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledger');
  if (row === null) return null;
  const field = scope.call.roles.projectName;
  const project = answerText(scope, field);
  if (project === '')
    return unknown([scope.index.fields.get(field)?.label ?? '项目名称'], { column: 'name' });
  const name = row.value.name.trim();
  if (name === '') return unknown([`${row.name}的项目名称`], { column: 'name' });
  const plain = (text: string) => normalisePartyName(text).replace(/["'《》]/g, '');
  return fact(plain(name) === plain(project), {
    column: 'name',
    compared: { left: name, right: project, difference: null },
  });
}
