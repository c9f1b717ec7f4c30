import { planPath } from '../operators/planPath.ts';
import type { Call } from '../schema/call.ts';
import { Collection } from '../schema/condition.ts';
import type { Rule } from '../schema/rule.ts';
import type { CallNames } from './callNames.ts';
import { checkCondition } from './checkCondition.ts';
import type { CallPath, Report } from './report.ts';

/** Rules and facts: their clauses, places, conditions and messages. */
export function checkRules(call: Call, names: CallNames, report: Report): void {
  report.unique(
    ['rules'],
    call.rules.map((rule) => rule.key ?? rule.id),
    '规则',
    'key',
  );
  report.unique(
    ['facts'],
    call.facts.map(({ id }) => id),
    '说明',
  );
  call.facts.forEach((fact, index) => {
    report.known(['facts', index, 'clause'], fact.clause, names.clauses, '条款', 'clauses');
  });
  const places = placesOf(names);
  call.rules.forEach((rule, index) => {
    const path: CallPath = ['rules', index];
    const context = { report, names, row: rule.forEach ?? null };
    report.known([...path, 'clause'], rule.clause, names.clauses, '条款', 'clauses');
    report.known([...path, 'at'], rule.at, places, '跳转位置', 'fields、提纲、附件种类或表');
    if (rule.key !== undefined && rule.key.split('/')[0] !== rule.id)
      report.add([...path, 'key'], `key“${rule.key}”与编号“${rule.id}”不一致`, `请写作“${rule.id}/…”的样子`);
    if (rule.when !== undefined) checkCondition(rule.when, [...path, 'when'], context);
    if (rule.unknownWhen !== undefined) checkCondition(rule.unknownWhen, [...path, 'unknownWhen'], context);
    checkCondition(rule.must, [...path, 'must'], context);
    checkMessage(rule.unmet, [...path, 'unmet'], rule, names, report);
    if (rule.met !== undefined) checkMessage(rule.met, [...path, 'met'], rule, names, report);
    if (rule.unknown !== undefined) checkMessage(rule.unknown, [...path, 'unknown'], rule, names, report);
  });
}

/** Everything a finding can jump to. */
function placesOf(names: CallNames): Set<string> {
  return new Set([
    ...names.fields.keys(),
    ...Collection.options,
    'direction',
    'targets',
    'ownIndicators',
    'plan',
    ...[...names.targets.keys()].map((id) => `targets.${id}`),
    ...[...names.outline].map(planPath),
    ...[...names.attachments].map((id) => `attachments.${id}`),
  ]);
}

const PLACEHOLDERS = ['left', 'right', 'difference', 'row', 'names', 'detail', 'margin'] as const;

function checkMessage(message: string, path: CallPath, rule: Rule, names: CallNames, report: Report): void {
  for (const [, inner = ''] of message.matchAll(/\{([^{}]*)\}/g)) {
    if (inner.startsWith('field:'))
      report.known(path, inner.slice('field:'.length), names.fields.keys(), '字段', 'fields');
    else
      report.known(
        path,
        inner,
        PLACEHOLDERS,
        '占位',
        'left、right、difference、row、names、detail、margin、field:编号',
      );
    if (inner === 'row' && rule.forEach === undefined && !('domain' in rule.must))
      report.add(path, '信息里用了 {row}，但规则没有逐行检查', '请加上 forEach，或从信息里删去 {row}');
  }
  if (/[{}]/.test(message.replace(/\{[^{}]*\}/g, '')))
    report.add(path, '信息里有不成对的花括号', '请检查 { 和 }');
}
