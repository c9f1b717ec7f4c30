import type { AnswerValue, Application } from '../entities/application.ts';
import { didYouMean } from './didYouMean.ts';
import { isOfType } from './operators/answerShape.ts';
import type { Call } from './schema/call.ts';
import type { Field } from './schema/field.ts';
import { statementFields } from './statementFields.ts';

/** Something in an application that its call has no place for. */
export interface AnswerProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What an answers file should hold for a field of each type, in the words of someone who writes one. */
const WANTED: Readonly<Record<Field['type'], string>> = {
  text: '应为文字（用引号括起）',
  code: '应为文字（用引号括起）',
  phone: '应为文字（用引号括起）',
  mobile: '应为文字（用引号括起）',
  money: '应为整数，单位为分（1 万元 = 1000000）',
  usd: '应为整数，单位为分（1 万元 = 1000000）',
  percent: '应为数字',
  number: '应为数字',
  date: '应为日期，写作 2020-02-10',
  month: '应为年月，写作 2020-02',
  choice: '应为选项编号',
  yesNo: '应为 true（是）或 false（否）',
};

function expectation(call: Call, field: Field, value: Exclude<AnswerValue, null>): string | null {
  if (!isOfType(field, value)) return WANTED[field.type];
  if (field.type !== 'choice' || field.freeText) return null;
  const ids = (call.lists[field.list] ?? []).map((choice) => choice.id);
  return ids.includes(String(value)) ? null : `没有选项“${value}”${hint(String(value), ids)}`;
}

/** A list longer than this is read in the schema, not in a message. */
const MOST_TOLD = 12;

function hint(word: string, known: Iterable<string>): string {
  const near = didYouMean(word, known);
  const told = [...known];
  const more = told.length > MOST_TOLD ? '…' : '';
  const usable = told.length === 0 ? '' : `可用：${told.slice(0, MOST_TOLD).join('、')}${more}。`;
  return `${near === null ? '。' : `，是否想写“${near}”？`}${usable}`;
}

/**
 * What an application says that its call does not know: fields, directions, targets, outline items,
 * categories, or a value of the wrong shape. Empty when everything has its place; incomplete is fine.
 */
export function answerProblems(call: Call, application: Application): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  const known = (path: AnswerProblem['path'], id: string, ids: readonly string[], what: string) => {
    if (!ids.includes(id)) problems.push({ path, message: `通知里没有${what}“${id}”${hint(id, ids)}` });
  };

  const fields = new Map(call.fields.map((field) => [field.id, field]));
  for (const [id, value] of Object.entries(application.answers)) {
    const field = fields.get(id);
    if (field === undefined) known(['answers', id], id, [...fields.keys()], '这一项');
    else if (value !== null) {
      const wrong = expectation(call, field, value);
      if (wrong !== null) problems.push({ path: ['answers', id], message: `“${field.label}”${wrong}` });
    }
  }

  const { id, kindId, formIds, scenarioIds, contents } = application.direction;
  const direction = call.directions.find((entry) => entry.id === id);
  if (id !== null)
    known(
      ['direction', 'id'],
      id,
      call.directions.map((entry) => entry.id),
      '方向',
    );
  if (direction !== undefined) {
    const kind = direction.kinds.find((entry) => entry.id === kindId);
    const forms = [...direction.forms, ...(kind?.forms ?? [])].map((form) => form.id);
    if (kindId !== null)
      known(
        ['direction', 'kindId'],
        kindId,
        direction.kinds.map((entry) => entry.id),
        '类别',
      );
    for (const form of formIds) known(['direction', 'formIds'], form, forms, '形式');
    for (const scenario of scenarioIds)
      known(
        ['direction', 'scenarioIds'],
        scenario,
        direction.scenarios.map((entry) => entry.id),
        '场景',
      );
    for (const content of Object.keys(contents))
      known(
        ['direction', 'contents', content],
        content,
        direction.contents.map((entry) => entry.id),
        '建设内容',
      );
  }

  const targets = call.directions.flatMap((entry) => [
    ...entry.targets,
    ...entry.scenarios.flatMap((scenario) => scenario.targets),
  ]);
  for (const [target, value] of Object.entries(application.targets)) {
    const spec = targets.find((entry) => entry.id === target);
    if (spec === undefined)
      known(
        ['targets', target],
        target,
        targets.map((entry) => entry.id),
        '目标',
      );
    else if (value !== null && typeof value !== (spec.kind === 'yesNo' ? 'boolean' : 'number'))
      problems.push({
        path: ['targets', target],
        message: `“${spec.label}”${spec.kind === 'yesNo' ? '应为 true 或 false' : '应为数字'}`,
      });
  }

  const figures = statementFields(call).flatMap((statement) => statement.fields.map((field) => field.id));
  for (const figure of Object.keys(application.statements))
    known(['statements', figure], figure, figures, '财务报表数字');

  const items = call.outline.flatMap((chapter) => chapter.items.map((item) => item.id));
  for (const item of Object.keys(application.plan)) known(['plan', item], item, items, '提纲项');

  const categories = call.investment.categories.map((category) => category.id);
  const roles = call.memberRoles.map((role) => role.id);
  application.budget.forEach((line, index) => {
    if (line.category !== '') known(['budget', index, 'category'], line.category, categories, '投资类别');
  });
  application.invoices.forEach((invoice, index) => {
    if (invoice.category !== '')
      known(['invoices', index, 'category'], invoice.category, categories, '投资类别');
  });
  application.consortium.forEach((member, index) => {
    for (const role of member.roles) known(['consortium', index, 'roles'], role, roles, '成员类型');
  });
  return problems;
}
