import type { Call } from '../schema/call.ts';
import type { Direction, DirectionKind, Target, TargetGroup } from '../schema/direction.ts';
import type { CallNames } from './callNames.ts';
import type { CallPath, Report } from './report.ts';

/** Directions with their sub-kinds, scenarios, consortium, contents and targets. */
export function checkDirections(call: Call, names: CallNames, report: Report): void {
  const { directions } = call;
  report.unique(
    ['directions'],
    directions.map(({ id }) => id),
    '方向',
  );
  uniqueAcross(call, report);
  directions.forEach((direction, index) => {
    const path: CallPath = ['directions', index];
    const at = { call, names, report };
    checkThreshold(direction, path, at);
    direction.kinds.forEach((kind, kindIndex) => {
      checkThreshold(kind, [...path, 'kinds', kindIndex], at);
    });
    checkConsortium(direction, path, at);
    direction.contents.forEach((content, contentIndex) => {
      const clausePath = [...path, 'contents', contentIndex, 'clause'];
      report.known(clausePath, content.clause, names.clauses, '条款', 'clauses');
    });
    const kinds = direction.kinds.map(({ id }) => id);
    checkTargets(direction.targets, direction.reach, path, kinds, at);
    direction.scenarios.forEach((scenario, scenarioIndex) => {
      const scenarioPath = [...path, 'scenarios', scenarioIndex];
      report.known([...scenarioPath, 'clause'], scenario.clause, names.clauses, '条款', 'clauses');
      checkTargets(scenario.targets, scenario.reach, scenarioPath, kinds, at);
    });
  });
}

interface Context {
  readonly call: Call;
  readonly names: CallNames;
  readonly report: Report;
}

/** Targets and scenarios are answered by id alone, so an id may stand once in the whole call. */
function uniqueAcross({ directions }: Call, report: Report): void {
  const seen = new Map<string, string>();
  const take = (id: string, what: string, path: CallPath) => {
    const before = seen.get(`${what}/${id}`);
    if (before === undefined) seen.set(`${what}/${id}`, path.join('.'));
    else report.add([...path, 'id'], `${what}“${id}”重复`, '请换一个全文件没有用过的编号');
  };
  directions.forEach((direction, index) => {
    const path: CallPath = ['directions', index];
    direction.kinds.forEach((kind, at) => {
      take(kind.id, '方向的类别', [...path, 'kinds', at]);
    });
    direction.contents.forEach((content, at) => {
      take(content.id, '建设内容', [...path, 'contents', at]);
    });
    direction.targets.forEach((target, at) => {
      take(target.id, '预期目标', [...path, 'targets', at]);
    });
    direction.scenarios.forEach((scenario, at) => {
      take(scenario.id, '场景', [...path, 'scenarios', at]);
      scenario.targets.forEach((target, targetAt) => {
        take(target.id, '预期目标', [...path, 'scenarios', at, 'targets', targetAt]);
      });
    });
    const forms = [...direction.forms, ...direction.kinds.flatMap((kind) => kind.forms)];
    report.unique(
      [...path, 'forms'],
      forms.map(({ id }) => id),
      '形式',
    );
  });
}

function checkThreshold(direction: Direction | DirectionKind, path: CallPath, context: Context): void {
  const { call, names, report } = context;
  report.known([...path, 'clause'], direction.clause, names.clauses, '条款', 'clauses');
  direction.who.forEach((kind, index) => {
    report.known([...path, 'who', index], kind, names.applicantKinds, '申报主体类型', 'applicantKinds');
  });
  if (direction.who.length > 0 && call.roles.applicantKind === null)
    report.add(
      [...path, 'who'],
      '限定了申报主体，但没有说明哪个字段填的是申报主体类型',
      '请在 roles.applicantKind 写上该字段的编号',
    );
  if (direction.minimumTotalFen !== null && call.roles.totalInvestment === null)
    report.add(
      [...path, 'minimumTotalFen'],
      '限定了总投资，但没有说明哪个字段填的是总投资',
      '请在 roles.totalInvestment 写上该字段的编号',
    );
}

function checkConsortium({ consortium }: Direction, at: CallPath, { names, report }: Context): void {
  if (consortium === null) return;
  const path = [...at, 'consortium'];
  report.known([...path, 'clause'], consortium.clause, names.clauses, '条款', 'clauses');
  report.known([...path, 'agreement'], consortium.agreement, names.attachments, '附件种类', 'attachments');
  consortium.roles.forEach((role, index) => {
    report.known([...path, 'roles', index], role, names.memberRoles, '成员类型', 'memberRoles');
  });
}

function checkTargets(
  targets: readonly Target[],
  reach: readonly TargetGroup[],
  path: CallPath,
  kinds: readonly string[],
  { names, report }: Context,
): void {
  const own = targets.map(({ id }) => id);
  reach.forEach((group, index) => {
    const at = [...path, 'reach', index];
    report.known([...at, 'clause'], group.clause, names.clauses, '条款', 'clauses');
    group.of.forEach((id, targetAt) => {
      report.known([...at, 'of', targetAt], id, own, '预期目标', '同一方向或场景的 targets');
    });
    group.exceptKinds.forEach((kind, kindAt) => {
      report.known([...at, 'exceptKinds', kindAt], kind, kinds, '方向的类别', '同一方向的 kinds');
    });
    if (group.n !== undefined && group.n > group.of.length)
      report.add(
        [...at, 'n'],
        `要求达到 ${group.n} 项，而 of 里只有 ${group.of.length} 项，永远不能达到`,
        `请把 n 改为 ${group.of.length} 或更小`,
      );
  });
  const reached = new Set(reach.flatMap((group) => group.of));
  targets.forEach((target, index) => {
    checkBound(target, [...path, 'targets', index], reached.has(target.id), report);
  });
}

function checkBound(target: Target, path: CallPath, reached: boolean, report: Report): void {
  const bounds = [target.atLeast, target.below].filter((bound) => bound !== undefined).length;
  if (bounds > 1) report.add(path, '同时写了 atLeast 和 below', '请只留一个，或拆成两项目标');
  if (target.kind === 'yesNo' && bounds > 0)
    report.add(path, '“是或否”的目标不能有 atLeast 或 below', '请删去界限，或把 kind 改为 number');
  if (target.kind === 'number' && bounds === 0 && reached)
    report.add(path, '目标没有界限，不知道怎样才算达到', '请写上 atLeast（以上，包括本数）或 below（低于）');
  if (!reached)
    report.add(
      [...path, 'id'],
      `目标“${target.id}”没有放进 reach，不会被检查`,
      '请在 reach 的某一组 of 里写上它',
    );
}
