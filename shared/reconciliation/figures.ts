import type { Call } from '../calls/schema/call.ts';
import { fieldOf } from '../documents/printValue.ts';
import type { AnswerValue, Application } from '../entities/application.ts';
import { type Amount, amountOf, sumAmounts } from './amount.ts';
import type { SourceRow } from './sourceRows.ts';

/** One figure of the board. */
export interface Figure {
  readonly id: FigureId;
  /** Where it stands: 申报表, 投资预算 … */
  readonly source: string;
  readonly label: string;
  readonly kind: 'money' | 'usd' | 'percent';
  /** What is known of it, money in 分 or US cents; null while nothing is (待填, never 0). */
  readonly value: number | null;
  /** Rows, or the answer itself, still 待填. */
  readonly missing: number;
  /** Where to jump. */
  readonly at: string;
  /** How many rows it adds up; null for an answer. */
  readonly rows: number | null;
}

export type FigureId =
  | 'total'
  | 'invested'
  | 'progress'
  | 'share'
  | 'budget'
  | 'invoices'
  | 'ledger'
  | 'evidence'
  | 'rd'
  | 'ledgerTotal'
  | 'other'
  | 'statement';

const ROLES = { totalInvestment: 'total', investedToDate: 'invested', progress: 'progress' } as const;
const TABLES = {
  budget: ['投资预算', '预算合计'],
  invoices: ['发票明细', '发票计入合计'],
  ledger: ['研发辅助账', '辅助账计入合计'],
} as const;

/** The figures that must fit together, in the order of the board; those the call does not ask for are left out. */
export function figuresOf(
  call: Call,
  application: Application,
  rows: readonly SourceRow[],
): readonly Figure[] {
  const answers = (['totalInvestment', 'investedToDate', 'progress'] as const).flatMap(
    (role) => answerFigure(call, application, call.roles[role], ROLES[role]) ?? [],
  );
  const sums = (['budget', 'invoices', 'ledger'] as const).flatMap((of): Figure[] => {
    if (!call.sections.some(({ holds }) => holds.includes(of))) return [];
    const [source, label] = TABLES[of];
    return [
      sumFigure(
        of,
        source,
        label,
        of,
        rows.filter((row) => row.of === of),
      ),
    ];
  });
  return [...answers, ...sums];
}

/** Other money the form knows (benefits, last year's figures unless a pair shows them), to be read in one unit. */
export function otherMoney(
  call: Call,
  application: Application,
  paired: ReadonlySet<string>,
): readonly Figure[] {
  const shown = new Set([call.roles.totalInvestment, call.roles.investedToDate, ...paired]);
  return call.fields
    .filter((field) => field.type === 'money' && !shown.has(field.id))
    .flatMap((field) => answerFigure(call, application, field.id, 'other') ?? []);
}

/** The sum of some rows as a figure. */
export function sumFigure(
  id: FigureId,
  source: string,
  label: string,
  at: string,
  rows: readonly SourceRow[],
): Figure {
  const { fen, missing } = sumAmounts(rows.map(({ amount }) => amount));
  return { id, source, label, kind: 'money', value: fen, missing, at, rows: rows.length };
}

/** An answer as a figure; null where the call has no such field. */
export function answerFigure(
  call: Call,
  application: Application,
  fieldId: string | null,
  id: FigureId,
): Figure | null {
  const field = fieldOf(call, fieldId);
  if (field === null) return null;
  const { fen, missing }: Amount = amountOf(numberOf(application.answers[field.id]));
  const kind = field.type === 'money' || field.type === 'usd' ? field.type : 'percent';
  const section = call.sections.find((one) => one.id === field.section);
  return {
    id,
    source: section?.title ?? '',
    label: field.label,
    kind,
    value: fen,
    missing,
    at: field.id,
    rows: null,
  };
}

function numberOf(value: AnswerValue | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
