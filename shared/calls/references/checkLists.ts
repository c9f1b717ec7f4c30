import type { Call } from '../schema/call.ts';
import type { CallNames } from './callNames.ts';
import type { Report } from './report.ts';

/** Plain lists of the call: clauses, constants, choices, roles, sections, investment; and its dates. */
export function checkLists(call: Call, names: CallNames, report: Report): void {
  const clause = (path: readonly (string | number)[], id: string) => {
    report.known(path, id, names.clauses, '条款', 'clauses');
  };
  const unique = (path: string[], entries: readonly { readonly id: string }[], what: string) => {
    report.unique(
      path,
      entries.map(({ id }) => id),
      what,
    );
  };
  unique(['clauses'], call.clauses, '条款');
  unique(['constants'], call.constants, '常数');
  unique(['applicantKinds'], call.applicantKinds, '申报主体类型');
  unique(['memberRoles'], call.memberRoles, '成员类型');
  unique(['sections'], call.sections, '版块');
  unique(['investment', 'categories'], call.investment.categories, '投资类别');
  for (const [id, choices] of Object.entries(call.lists)) unique(['lists', id], choices, '选项');

  clause(['submission', 'clause'], call.submission.clause);
  clause(['directionRequirement', 'clause'], call.directionRequirement.clause);
  clause(['investment', 'clause'], call.investment.clause);
  call.constants.forEach((constant, index) => {
    clause(['constants', index, 'clause'], constant.clause);
  });
  call.investment.categories.forEach((category, index) => {
    clause(['investment', 'categories', index, 'clause'], category.clause);
  });

  if (call.submission.deadline < call.identity.issuedOn)
    report.add(
      ['submission', 'deadline'],
      `截止日期 ${call.submission.deadline} 早于印发日期 ${call.identity.issuedOn}`,
      '请核对两个日期',
    );
}
