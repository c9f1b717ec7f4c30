import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Field } from '../../../shared/calls/schema/field.ts';
import { type AnswerValue, Application } from '../../../shared/entities/application.ts';
import { paragraph } from './baseApplication.ts';
import { fieldById, idOfLabel } from './callWords.ts';
import { changeRows } from './changeRows.ts';
import { readMoney, readNumber, readText, readYesNo } from './readValue.ts';

/**
 * Applies the words of a golden table's 改动 column to an application: statements joined by “；”,
 * each `what = value`, `删除…` or `增加…`. Words it does not know are an error, so that no case
 * passes by changing nothing.
 */
export function applyChange(call: Call, application: Application, words: string): Application {
  if (words === '' || words === '无') return application;
  const draft = structuredClone(application) as Mutable;
  for (const statement of words.split('；')) applyStatement(call, draft, statement.trim());
  return Application.parse(draft);
}

type Mutable = { -readonly [K in keyof Application]: Application[K] };

function applyStatement(call: Call, draft: Mutable, statement: string): void {
  const [left = '', ...rest] = statement.split(' = ');
  const value = rest.join(' = ').trim();
  if (rest.length === 0 || /^(发票|预算|成员|辅助账|附件)/.test(left)) {
    changeRows(call, draft, statement);
    return;
  }
  const quoted = /^(目标|方案|建设内容|财务报表)“([^”]+)”$/.exec(left);
  if (quoted !== null) changeQuoted(call, draft, quoted[1] ?? '', quoted[2] ?? '', value);
  else if (['方向', '类别', '形式', '场景'].includes(left)) changeDirection(call, draft, left, value);
  else if (left === '金额口径')
    draft.settings = { ...draft.settings, amountBasis: value === '不含税' ? 'net' : 'gross' };
  else {
    const field = fieldById(call, left);
    draft.answers = { ...draft.answers, [field.id]: value === '空' ? null : readAnswer(call, field, value) };
  }
}

function changeQuoted(call: Call, draft: Mutable, what: string, label: string, value: string): void {
  if (what === '方案') {
    const id = idOfLabel(
      call.outline.flatMap((chapter) => chapter.items.map((item) => ({ id: item.id, label: item.title }))),
      label,
    );
    const plan = { ...draft.plan };
    if (value === '空') delete plan[id];
    else plan[id] = paragraph(readText(value));
    draft.plan = plan;
  } else if (what === '财务报表') {
    const field = fieldById(call, label);
    const told = value === '空' ? null : Number(readAnswer(call, field, value));
    draft.statements = { ...draft.statements, [field.id]: told };
  } else if (what === '目标') {
    const owners = call.directions.flatMap((direction) => [direction, ...direction.scenarios]);
    const [owner = '', name = ''] = label.split('·');
    const target = owners
      .find((entry) => entry.label === owner)
      ?.targets.find((entry) => entry.label === name);
    if (target === undefined) throw new Error(`no target ${label}`);
    const told = value === '空' ? null : target.kind === 'yesNo' ? readYesNo(value) : readNumber(value);
    draft.targets = { ...draft.targets, [target.id]: told };
  } else {
    const id = idOfLabel(
      call.directions.flatMap((direction) => direction.contents),
      label,
    );
    const contents = { ...draft.direction.contents };
    if (value === '空') delete contents[id];
    else contents[id] = readYesNo(value);
    draft.direction = { ...draft.direction, contents };
  }
}

function changeDirection(call: Call, draft: Mutable, what: string, value: string): void {
  const names = value === '空' ? [] : value.split('、');
  const ids = (entries: readonly { readonly id: string; readonly label: string }[]) =>
    names.map((name) => idOfLabel(entries, name));
  const { directions } = call;
  const direction = { ...draft.direction };
  if (what === '方向') direction.id = ids(directions)[0] ?? null;
  else if (what === '类别') direction.kindId = ids(directions.flatMap((entry) => entry.kinds))[0] ?? null;
  else if (what === '场景') direction.scenarioIds = ids(directions.flatMap((entry) => entry.scenarios));
  else {
    direction.formIds = ids(
      directions.flatMap((entry) => [...entry.forms, ...entry.kinds.flatMap((kind) => kind.forms)]),
    );
  }
  draft.direction = direction;
}

function readAnswer(call: Call, field: Field, value: string): AnswerValue {
  switch (field.type) {
    case 'money':
    case 'usd':
      return readMoney(value);
    case 'percent':
    case 'number':
      return readNumber(value);
    case 'yesNo':
      return readYesNo(value);
    case 'choice': {
      const choice = (call.lists[field.list] ?? []).find((entry) => entry.label === value);
      return choice?.id ?? readText(value);
    }
    default:
      return readText(value);
  }
}
