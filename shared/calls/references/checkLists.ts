import { assertNever } from '../../assertNever.ts';
import { type Call, SectionContent } from '../schema/call.ts';
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

  const holders = new Map<string, string>();
  call.sections.forEach(({ id, holds }, index) => {
    holds.forEach((content, at) => {
      const before = holders.get(content);
      if (before === undefined) holders.set(content, id);
      else
        report.add(
          ['sections', index, 'holds', at],
          `“${content}”已经放在版块“${before}”里`,
          '请只放在一个版块里',
        );
    });
  });
  for (const content of SectionContent.options)
    if (!holders.has(content) && isAsked(call, content))
      report.add(['sections'], `没有版块放“${content}”`, `请在某个版块的 holds 里写上“${content}”`);

  if (call.submission.deadline < call.identity.issuedOn)
    report.add(
      ['submission', 'deadline'],
      `截止日期 ${call.submission.deadline} 早于印发日期 ${call.identity.issuedOn}`,
      '请核对两个日期',
    );
}

/** Whether anything of the kind is entered under this call; what nobody asks for needs no place. */
function isAsked(call: Call, content: SectionContent): boolean {
  const tables = call.outline
    .flatMap((chapter) => chapter.items)
    .flatMap((item) => item.generated.map((block) => ('table' in block ? block.table : null)));
  switch (content) {
    case 'direction':
      return true;
    case 'form':
      return call.parts.some(({ kind }) => kind === 'form');
    case 'targets':
      return call.directions.some(
        ({ targets, scenarios }) => targets.length > 0 || scenarios.some((one) => one.targets.length > 0),
      );
    case 'ownIndicators':
      return call.form.rows.some((row) => row.repeat === 'ownIndicatorPairs');
    case 'consortium':
      return call.directions.some(({ consortium }) => consortium !== null);
    case 'budget':
    case 'invoices':
    case 'ledger':
      return tables.includes(content);
    case 'plan':
      return call.outline.length > 0;
    case 'attachments':
      return call.attachments.length > 0;
    default:
      return assertNever(content);
  }
}
