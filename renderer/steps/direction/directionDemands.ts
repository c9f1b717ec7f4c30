import { evaluate } from '../../../shared/calls/evaluate.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Direction, DirectionKind } from '../../../shared/calls/schema/direction.ts';
import { Application } from '../../../shared/entities/application.ts';
import { formatMoney } from '../../../shared/entities/money.ts';
import type { QuotedClause } from '../../fields/ClauseButton.tsx';
import { clauseOf } from '../../fields/clauseOf.ts';
import { thresholdWords } from '../targets/targetWords.ts';

/** One thing a direction asks, in words, with the clause that asks it. */
export type Demand = { readonly name: string; readonly words: string; readonly clause: QuotedClause };

/** What a direction asks before one chooses it: applicant, threshold, targets, consortium, attachments. */
export function demandsOf(call: Call, direction: Direction): readonly Demand[] {
  return [
    ...applicantDemands(call, direction),
    ...totalDemands(call, direction),
    ...consortiumDemands(call, direction),
    ...targetDemands(call, direction),
    ...(direction.contents.length === 0
      ? []
      : [
          {
            name: '建设内容',
            words: `要包括${direction.contents.map(({ label }) => label).join('、')}`,
            clause: clauseOf(call, direction.contents[0]?.clause ?? direction.clause),
          },
        ]),
    ...attachmentDemands(call, direction),
  ];
}

function applicantDemands(call: Call, direction: Direction): readonly Demand[] {
  const named = (entry: Pick<DirectionKind, 'who' | 'whoSeverity'>) => {
    const names = entry.who.map((id) => call.applicantKinds.find((kind) => kind.id === id)?.label ?? id);
    // Where the clause leaves its list open (…等) other applicants are asked about, not refused.
    return `${names.join('、')}${entry.whoSeverity === 'error' ? '' : '等'}`;
  };
  const entries = direction.kinds.filter(({ who }) => who.length > 0);
  if (direction.who.length === 0 && entries.length === 0)
    return [{ name: '谁可以申报', words: '没有另外限定', clause: clauseOf(call, direction.clause) }];
  return [
    ...(direction.who.length === 0
      ? []
      : [{ name: '谁可以申报', words: named(direction), clause: clauseOf(call, direction.clause) }]),
    ...entries.map((kind) => ({
      name: '谁可以申报',
      words: `${kind.label}：${named(kind)}`,
      clause: clauseOf(call, kind.clause),
    })),
  ];
}

function totalDemands(call: Call, direction: Direction): readonly Demand[] {
  const words = ({
    minimumTotalFen,
    minimumSeverity,
  }: Pick<Direction, 'minimumTotalFen' | 'minimumSeverity'>) =>
    minimumTotalFen === null
      ? '没有下限'
      : `${formatMoney(minimumTotalFen, 'wanyuan')} 万元以上（含）${minimumSeverity === 'error' ? '' : '，低于时提醒'}`;
  const own = direction.kinds.map((kind) => (kind.minimumTotalFen === null ? direction : kind));
  const alike = own.every(({ minimumTotalFen }) => minimumTotalFen === own[0]?.minimumTotalFen);
  if (alike)
    return [
      { name: '项目总投资', words: words(own[0] ?? direction), clause: clauseOf(call, direction.clause) },
    ];
  return direction.kinds.map((kind, index) => ({
    name: '项目总投资',
    words: `${kind.label}：${words(own[index] ?? direction)}`,
    clause: clauseOf(call, kind.clause),
  }));
}

function consortiumDemands(call: Call, { consortium, clause }: Direction): readonly Demand[] {
  if (consortium === null)
    return [{ name: '联合体', words: '不要求联合申报', clause: clauseOf(call, clause) }];
  const roles = consortium.roles.map((id) => call.memberRoles.find((role) => role.id === id)?.label ?? id);
  return [
    {
      name: '联合体',
      words: `需与${roles.join('、')}联合申报，不超过 ${consortium.maxUnits} 家`,
      clause: clauseOf(call, consortium.clause),
    },
  ];
}

function targetDemands(call: Call, direction: Direction): readonly Demand[] {
  const { targets, scenarios } = direction;
  if (targets.length === 0 && scenarios.length === 0)
    return [{ name: '预期目标', words: '没有规定数值', clause: clauseOf(call, direction.clause) }];
  return [
    ...(targets.length === 0
      ? []
      : [
          {
            name: '预期目标',
            words: targets.map((target) => `${target.label}${thresholdWords(target)}`).join('；'),
            clause: clauseOf(call, direction.reach[0]?.clause ?? direction.clause),
          },
        ]),
    ...(scenarios.length === 0
      ? []
      : [
          {
            name: '应用场景',
            words: `${scenarios.length} 个场景中选一个或几个，各有各的预期目标`,
            clause: clauseOf(call, scenarios[0]?.clause ?? direction.clause),
          },
        ]),
  ];
}

/** Papers the direction asks for: those the checks would ask for if it were chosen and nothing else known. */
function attachmentDemands(call: Call, direction: Direction): readonly Demand[] {
  const bare = Application.parse({
    call: { id: call.id, revision: call.revision },
    direction: { id: direction.id },
  });
  const asked = new Set(evaluate(call, bare).findings.map(({ at }) => at));
  const kinds = call.attachments.filter(({ id }) => asked.has(`attachments.${id}`));
  const own = kinds.find(({ required }) => required !== true) ?? kinds[0];
  if (own === undefined) return [];
  return [
    {
      name: '必交附件',
      words: kinds.map(({ label }) => label).join('、'),
      clause: clauseOf(call, own.clause),
    },
  ];
}
