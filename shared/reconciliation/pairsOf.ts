import type { CheckReport, Finding, Outcome } from '../calls/finding.ts';
import { oncePerCall } from '../calls/oncePerCall.ts';
import { type KeyedRule, rulesOf } from '../calls/rulesOf.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import { ledgerTotalFen } from '../entities/ledger.ts';
import { type Figure, sumFigure } from './figures.ts';
import { mentionKey, ruleMentions } from './ruleMentions.ts';
import type { SourceRow } from './sourceRows.ts';
import type { StatementFigures } from './statementFigures.ts';

/** Two figures that must agree, or of which one bounds the other. */
export interface Pair {
  readonly id:
    | 'total-budget'
    | 'invested-evidence'
    | 'invested-total'
    | 'rd-carried'
    | 'progress-share'
    | `statement.${string}`;
  readonly title: string;
  readonly left: Figure;
  readonly right: Figure;
  /** `near`: may differ as far as the call tolerates. */
  readonly relation: 'equal' | 'atMost' | 'near';
  /** Left less right in 分 or percentage points; null while a side is 待填. */
  readonly difference: number | null;
  /** What the checks say where the call asks for it; else what the figures say. */
  readonly state: Outcome;
  /** What the checks found; null where the call does not ask for this pair. */
  readonly finding: Finding | null;
  /** The rows behind the sums of the pair. */
  readonly rows: readonly SourceRow[];
  /** Rows of exactly the residual: entered twice, forgotten, or on one side only. At most five. */
  readonly suspects: readonly SourceRow[];
}

type Draft = Pick<Pair, 'id' | 'title' | 'left' | 'right' | 'relation' | 'rows'> & {
  /** What a rule about it compares; several ways to say it. */
  readonly mentions: readonly (readonly string[])[];
  /** Only where the call has a rule for it. */
  readonly ruled?: boolean;
};

/** The pairs of the board. One whose rule does not apply to this application is left out. */
export function pairsOf(
  call: Call,
  application: Application,
  report: CheckReport,
  figures: readonly Figure[],
  rows: readonly SourceRow[],
): readonly Pair[] {
  const rules = rulesByMentions(call);
  const findings = new Map(report.findings.map((finding) => [finding.key, finding]));
  return drafts(call, application, figures, rows).flatMap(({ mentions, ruled, ...draft }): Pair[] => {
    const rule = mentions.map((one) => rules.get(mentionKey(one))).find((one) => one !== undefined);
    const finding = rule === undefined ? null : (findings.get(rule.key) ?? null);
    if (finding === null && (rule !== undefined || ruled === true)) return [];
    const difference = differenceOf(draft.left, draft.right);
    return [
      {
        ...draft,
        title: finding?.title ?? draft.title,
        difference,
        state: finding?.outcome ?? outcomeOf(draft, difference),
        finding,
        suspects: suspectsOf(draft.rows, difference),
      },
    ];
  });
}

/** Figures of the form beside those of the attached statements; their rules are derived by the same fields. */
export function statementPairs(report: CheckReport, proved: readonly StatementFigures[]): readonly Pair[] {
  return proved.map(({ kind, field, form, statement }): Pair => {
    const draft = { left: form, right: statement, relation: 'equal', rows: [] } as const;
    const difference = differenceOf(form, statement);
    // Of a figure nobody typed yet only the statement as a whole says something.
    const about = statement.value === null ? kind : field.id;
    const finding = report.findings.find(({ key }) => key.endsWith(`/statement.${about}`)) ?? null;
    return {
      ...draft,
      id: `statement.${field.id}`,
      title: `${field.label}与${statement.source}`,
      difference,
      state: finding?.outcome ?? outcomeOf(draft, difference),
      finding,
      suspects: [],
    };
  });
}

const rulesByMentions = oncePerCall((call): ReadonlyMap<string, KeyedRule> => {
  const rules = new Map<string, KeyedRule>();
  for (const rule of rulesOf(call)) {
    const mentions = ruleMentions(rule);
    if (mentions !== null && !rules.has(mentions)) rules.set(mentions, rule);
  }
  return rules;
});

function drafts(
  call: Call,
  application: Application,
  figures: readonly Figure[],
  rows: readonly SourceRow[],
): readonly Draft[] {
  const of = (id: Figure['id']) => figures.find((figure) => figure.id === id);
  const [total, invested, progress] = [of('total'), of('invested'), of('progress')];
  const [budget, invoices, ledger] = [of('budget'), of('invoices'), of('ledger')];
  const spentRows = rows.filter((row) => row.of !== 'budget');
  const found: Draft[] = [];
  if (total !== undefined && budget !== undefined)
    found.push({
      id: 'total-budget',
      title: '总投资与预算表',
      left: total,
      right: budget,
      relation: 'equal',
      rows: rows.filter((row) => row.of === 'budget'),
      mentions: [[`field:${total.at}`, 'sum:budget']],
    });
  if (invested !== undefined && invoices !== undefined) {
    const source = ledger === undefined ? '发票明细' : '发票明细与研发辅助账';
    const counted = sumFigure('evidence', source, '计入合计', 'invoices', spentRows);
    // Nothing registered proves nothing invested: 0 against 0, but 待填 against anything else.
    const nothing = spentRows.length === 0 && invested.value === 0;
    found.push({
      id: 'invested-evidence',
      title: '已投资与发票、辅助账',
      left: invested,
      right: nothing ? { ...counted, value: 0 } : counted,
      relation: 'equal',
      rows: spentRows,
      mentions: [
        [`field:${invested.at}`, 'sum:invoices', 'sum:ledger'],
        [`field:${invested.at}`, 'sum:invoices'],
      ],
    });
  }
  if (invested !== undefined && total !== undefined)
    found.push({
      id: 'invested-total',
      title: '已投资不超过总投资',
      left: invested,
      right: total,
      relation: 'atMost',
      rows: [],
      mentions: [[`field:${invested.at}`, `field:${total.at}`]],
    });
  if (invoices !== undefined && ledger !== undefined) {
    const rd = new Set(call.investment.categories.filter((one) => one.rd).map(({ id }) => id));
    const rdRows = spentRows.filter(({ of, category }) => of === 'ledger' || rd.has(category));
    const collected = application.ledger.reduce((sum, project) => sum + ledgerTotalFen(project), 0);
    found.push({
      id: 'rd-carried',
      title: '研发投入以辅助账为准',
      left: sumFigure('rd', '发票明细与研发辅助账', '计入的研发投入', 'invoices', rdRows),
      right: {
        ...ledger,
        id: 'ledgerTotal',
        label: '辅助账归集合计',
        value: application.ledger.length === 0 ? null : collected,
      },
      relation: 'atMost',
      rows: rdRows,
      mentions: [['sum:invoices', 'sum:ledger']],
      ruled: true,
    });
  }
  if (progress !== undefined && invested !== undefined && total !== undefined)
    found.push({
      id: 'progress-share',
      title: '进度与投资比例',
      left: progress,
      right: shareFigure(invested, total),
      relation: 'near',
      rows: [],
      mentions: [[`field:${progress.at}`, `field:${invested.at}`, `field:${total.at}`]],
    });
  return found;
}

function shareFigure(invested: Figure, total: Figure): Figure {
  const known = invested.value !== null && total.value !== null && total.value > 0;
  return {
    id: 'share',
    source: invested.source,
    label: '已投资占总投资',
    kind: 'percent',
    value: known ? ((invested.value ?? 0) / (total.value ?? 1)) * 100 : null,
    missing: known ? 0 : 1,
    at: invested.value === null ? invested.at : total.at,
    rows: null,
  };
}

function differenceOf(left: Figure, right: Figure): number | null {
  return left.value === null || right.value === null ? null : left.value - right.value;
}

function outcomeOf(
  { left, right, relation }: Pick<Draft, 'left' | 'right' | 'relation'>,
  difference: number | null,
): Outcome {
  if (difference === null || left.missing > 0 || right.missing > 0) return 'unknown';
  // Without a rule nobody says how far apart two figures may lie.
  if (relation === 'near') return 'met';
  return (relation === 'equal' ? difference === 0 : difference <= 0) ? 'met' : 'unmet';
}

const MOST_SUSPECTS = 5;

function suspectsOf(rows: readonly SourceRow[], difference: number | null): readonly SourceRow[] {
  if (difference === null || difference === 0) return [];
  const residual = Math.abs(difference);
  const found: SourceRow[] = [];
  for (const row of rows) {
    if (row.amount.missing === 0 && Math.abs(row.amount.fen ?? 0) === residual) found.push(row);
    if (found.length === MOST_SUSPECTS) break;
  }
  return found;
}
