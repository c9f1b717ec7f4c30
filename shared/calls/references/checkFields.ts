import type { Call, Roles } from '../schema/call.ts';
import type { Field } from '../schema/field.ts';
import type { CallNames } from './callNames.ts';
import type { Report } from './report.ts';

/** Fields, the lists they choose from, and the roles by which the product finds them. */
export function checkFields(call: Call, names: CallNames, report: Report): void {
  report.unique(
    ['fields'],
    call.fields.map(({ id }) => id),
    '字段',
  );
  call.fields.forEach((field, index) => {
    const path = ['fields', index];
    report.known([...path, 'section'], field.section, names.sections, '版块', 'sections');
    report.known([...path, 'clause'], field.clause, names.clauses, '条款', 'clauses');
    if (field.validity !== undefined)
      report.known([...path, 'validity', 'clause'], field.validity.clause, names.clauses, '条款', 'clauses');
    if (field.type === 'choice')
      report.known([...path, 'list'], field.list, names.lists.keys(), '列表', 'lists');
    if ('min' in field && field.min !== undefined && field.max !== undefined && field.min > field.max)
      report.add([...path, 'min'], `最小值 ${field.min} 大于最大值 ${field.max}`, '请对调或改正 min 和 max');
  });
  checkRoles(call, names, report);
}

type Wanted = readonly Field['type'][];
const ROLES: Readonly<Record<keyof Roles, Wanted>> = {
  applicantName: ['text'],
  applicantCode: ['code'],
  applicantKind: ['choice'],
  projectName: ['text'],
  projectStart: ['month', 'date'],
  projectEnd: ['month', 'date'],
  totalInvestment: ['money'],
  investedToDate: ['money'],
  progress: ['percent'],
  filledOn: ['date'],
  signedOn: ['date'],
  contact: ['text'],
};
const isRole = (role: string): role is keyof Roles => role in ROLES;

function checkRoles(call: Call, names: CallNames, report: Report): void {
  for (const [role, id] of Object.entries(call.roles)) {
    if (id === null || !isRole(role)) continue;
    const path = ['roles', role];
    if (!report.known(path, id, names.fields.keys(), '字段', 'fields')) continue;
    const type = names.fields.get(id)?.type;
    const wanted = ROLES[role];
    if (type !== undefined && !wanted.includes(type))
      report.add(
        path,
        `字段“${id}”的类型是 ${type}，这里要的是 ${wanted.join(' 或 ')}`,
        '请换一个字段，或改正该字段的 type',
      );
  }
  const kindField =
    call.roles.applicantKind === null ? undefined : names.fields.get(call.roles.applicantKind);
  if (kindField?.type !== 'choice') return;
  for (const id of names.lists.get(kindField.list) ?? [])
    if (!names.applicantKinds.has(id))
      report.add(
        ['roles', 'applicantKind'],
        `列表 ${kindField.list} 里的“${id}”不在 applicantKinds 中`,
        `请让 lists.${kindField.list} 与 applicantKinds 的编号一致`,
      );
}
