import type { Collection, Condition, Operand } from '../schema/condition.ts';
import { ROW_PATHS } from '../schema/rowPaths.ts';
import { checkLiterals } from './checkLiterals.ts';
import type { ConditionContext } from './conditionContext.ts';
import { DOMAIN_ROWS } from './domainRows.ts';
import { type OperandType, operandType, TYPE_NAMES } from './operandType.ts';
import type { CallPath } from './report.ts';

/** Resolves every reference of a condition and looks whether what is compared can be compared. */
export function checkCondition(condition: Condition, path: CallPath, context: ConditionContext): void {
  const { report, names } = context;
  const each = (conditions: readonly Condition[], at: CallPath) => {
    conditions.forEach((one, index) => {
      checkCondition(one, [...at, index], context);
    });
  };
  const ids = (
    list: readonly string[],
    key: string,
    known: ReadonlySet<string>,
    what: string,
    where: string,
  ) => {
    list.forEach((id, index) => {
      report.known([...path, key, index], id, known, what, where);
    });
  };
  if ('all' in condition) each(condition.all, [...path, 'all']);
  else if ('any' in condition) each(condition.any, [...path, 'any']);
  else if ('not' in condition) checkCondition(condition.not, [...path, 'not'], context);
  else if ('atLeastOf' in condition) {
    const { n, of } = condition.atLeastOf;
    if (n > of.length)
      report.add(
        [...path, 'atLeastOf', 'n'],
        `要求满足 ${n} 项，而 of 里只有 ${of.length} 项，永远不能满足`,
        `请把 n 改为 ${of.length} 或更小，或在 of 里补上条件`,
      );
    each(of, [...path, 'atLeastOf', 'of']);
  } else if ('direction' in condition)
    ids(condition.direction, 'direction', names.directions, '方向', 'directions');
  else if ('kind' in condition) ids(condition.kind, 'kind', names.kinds, '方向的类别', 'directions[].kinds');
  else if ('form' in condition) ids(condition.form, 'form', names.forms, '形式', 'directions[].forms');
  else if ('scenario' in condition)
    report.known(
      [...path, 'scenario'],
      condition.scenario,
      names.scenarios,
      '场景',
      'directions[].scenarios',
    );
  else if ('content' in condition)
    report.known(
      [...path, 'content'],
      condition.content,
      names.contents,
      '建设内容',
      'directions[].contents',
    );
  else if ('memberRole' in condition)
    report.known([...path, 'memberRole'], condition.memberRole, names.memberRoles, '成员类型', 'memberRoles');
  else if ('attached' in condition)
    report.known([...path, 'attached'], condition.attached, names.attachments, '附件种类', 'attachments');
  else if ('written' in condition)
    report.known([...path, 'written'], condition.written, names.outline, '提纲项', 'outline[].items');
  else if ('anyScenario' in condition) {
    if (names.scenarios.size === 0)
      report.add(path, '用了 anyScenario，但各方向都没有场景', '请删去这个条件，或在方向里写上 scenarios');
  } else if ('wellFormed' in condition)
    report.known([...path, 'wellFormed'], condition.wellFormed, names.fields.keys(), '字段', 'fields');
  else if ('domain' in condition) checkDomain(condition.domain, path, context);
  else checkComparison(condition, path, context);
}

/** Without `forEach` a domain check goes through its own table by itself. */
function checkDomain(
  name: keyof typeof DOMAIN_ROWS,
  path: CallPath,
  { report, row }: ConditionContext,
): void {
  const wanted = DOMAIN_ROWS[name];
  if (row === null || row === wanted) return;
  report.add(
    [...path, 'domain'],
    `检查“${name}”看的是${wanted === null ? '整份申报' : ` ${wanted} `}，forEach 写的却是 ${row}`,
    wanted === null ? '请删去 forEach' : `请写成 "forEach": "${wanted}"`,
  );
}

type Comparison = Extract<
  Condition,
  | { present: Operand }
  | { equals: unknown }
  | { oneOf: unknown }
  | { atLeast: unknown }
  | { above: unknown }
  | { atMost: unknown }
  | { below: unknown }
  | { within: unknown }
  | { validCode: Operand }
  | { validPhone: Operand }
  | { validMobile: Operand }
>;

function checkComparison(condition: Comparison, path: CallPath, context: ConditionContext): void {
  if ('present' in condition) checkOperand(condition.present, [...path, 'present'], context);
  else if ('validCode' in condition)
    checkOperand(condition.validCode, [...path, 'validCode'], context, 'text');
  else if ('validPhone' in condition)
    checkOperand(condition.validPhone, [...path, 'validPhone'], context, 'text');
  else if ('validMobile' in condition)
    checkOperand(condition.validMobile, [...path, 'validMobile'], context, 'text');
  else if ('oneOf' in condition) {
    const [operand, values] = condition.oneOf;
    checkOperand(operand, [...path, 'oneOf', 0], context);
    checkLiterals(operand, values, [...path, 'oneOf', 1], context);
  } else if ('equals' in condition) {
    const [left, right] = condition.equals;
    compareSides([left, right], [...path, 'equals'], context, false);
    if ('value' in right && typeof right.value === 'string')
      checkLiterals(left, [right.value], [...path, 'equals', 1, 'value'], context, true);
    if ('value' in left && typeof left.value === 'string')
      checkLiterals(right, [left.value], [...path, 'equals', 0, 'value'], context, true);
  } else if ('atLeast' in condition) compareSides(condition.atLeast, [...path, 'atLeast'], context, true);
  else if ('above' in condition) compareSides(condition.above, [...path, 'above'], context, true);
  else if ('atMost' in condition) compareSides(condition.atMost, [...path, 'atMost'], context, true);
  else if ('below' in condition) compareSides(condition.below, [...path, 'below'], context, true);
  else compareSides(condition.within, [...path, 'within'], context, true);
}

function compareSides(
  sides: readonly Operand[],
  path: CallPath,
  context: ConditionContext,
  ordered: boolean,
): void {
  sides.forEach((side, index) => {
    checkOperand(side, [...path, index], context);
  });
  const types = sides.map((side) => operandType(side, context.names));
  const [first, ...others] = types;
  const other = others.find((type) => type !== null && first !== null && type !== first);
  if (first !== undefined && first !== null && other !== undefined && other !== null)
    context.report.add(
      path,
      `两边不能相比：一边是${TYPE_NAMES[first]}，另一边是${TYPE_NAMES[other]}`,
      '请让两边是同一种东西；年月要与日期相比，先用 firstDay 或 lastDay 变成日期',
    );
  else if (ordered && types.some((type) => type === 'text' || type === 'yesNo'))
    context.report.add(path, '文字和是否不能比大小', '请改用 equals 或 oneOf');
}

/** Resolves an operand; `wanted` is the type the operator around it needs. */
function checkOperand(
  operand: Operand,
  path: CallPath,
  context: ConditionContext,
  wanted?: OperandType,
): void {
  const { report, names } = context;
  const found = operandType(operand, names);
  if (wanted !== undefined && found !== null && found !== wanted)
    report.add(path, `这里要的是${TYPE_NAMES[wanted]}，写的却是${TYPE_NAMES[found]}`, '请换一个字段或操作数');
  if ('field' in operand)
    report.known([...path, 'field'], operand.field, names.fields.keys(), '字段', 'fields');
  else if ('statement' in operand)
    report.known([...path, 'statement'], operand.statement, names.fields.keys(), '字段', 'fields');
  else if ('constant' in operand)
    report.known([...path, 'constant'], operand.constant, names.constants.keys(), '常数', 'constants');
  else if ('target' in operand)
    report.known(
      [...path, 'target'],
      operand.target,
      names.targets.keys(),
      '预期目标',
      'directions[].targets',
    );
  else if ('row' in operand) checkRowPath(operand.row, [...path, 'row'], context, context.row);
  else if ('sum' in operand) {
    const { of, amount, where } = operand.sum;
    checkRowPath(amount, [...path, 'sum', 'amount'], context, of);
    if (where !== undefined) checkCondition(where, [...path, 'sum', 'where'], { ...context, row: of });
  } else if ('count' in operand) {
    const { of, where } = operand.count;
    if (where !== undefined) checkCondition(where, [...path, 'count', 'where'], { ...context, row: of });
  } else if ('characters' in operand)
    checkOperand(operand.characters, [...path, 'characters'], context, 'text');
  else if ('firstDay' in operand) checkOperand(operand.firstDay, [...path, 'firstDay'], context, 'month');
  else if ('lastDay' in operand) checkOperand(operand.lastDay, [...path, 'lastDay'], context, 'month');
  else if ('months' in operand) checkParts(operand.months, [...path, 'months'], context, 'month');
  else if ('percent' in operand) checkParts(operand.percent, [...path, 'percent'], context, 'number');
  else if ('difference' in operand)
    checkParts(operand.difference, [...path, 'difference'], context, 'number');
  else if ('distance' in operand) checkParts(operand.distance, [...path, 'distance'], context, 'number');
  else if ('add' in operand) checkParts(operand.add, [...path, 'add'], context, 'number');
}

function checkParts(
  parts: readonly Operand[],
  path: CallPath,
  context: ConditionContext,
  wanted: OperandType,
): void {
  parts.forEach((part, index) => {
    checkOperand(part, [...path, index], context, wanted);
  });
}

function checkRowPath(
  name: string,
  path: CallPath,
  { report }: ConditionContext,
  of: Collection | null,
): void {
  if (of === null)
    report.add(
      path,
      `这里用了行的“${name}”，但规则没有逐行检查`,
      '请加上 forEach，或把它放进 sum、count 的 where',
    );
  else report.known(path, name, ROW_PATHS[of], ` ${of} 行的属性`, 'docs/writing-a-call.md 的属性表');
}
