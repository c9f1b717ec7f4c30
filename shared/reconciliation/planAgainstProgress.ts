import type { Call } from '../calls/schema/call.ts';
import { fieldOf } from '../documents/printValue.ts';
import type { Application } from '../entities/application.ts';
import { sumAmounts } from './amount.ts';
import type { CategoryLine } from './investmentByCategory.ts';

/** One share of the way, in percent with one decimal; null while something it needs is 待填. */
export interface ProgressBar {
  readonly id: string;
  readonly label: string;
  readonly percent: number | null;
  /** What is divided by what, or what lacks. */
  readonly detail: string;
}

const DAY_MS = 86_400_000;

/**
 * How far the project is by each way of looking at it: time gone of the construction period until the form was
 * filled in, invested of the total, proved of the budget, the progress declared; then spent of budget by category.
 */
export function planAgainstProgress(
  call: Call,
  application: Application,
  categories: readonly CategoryLine[],
): readonly ProgressBar[] {
  const { roles } = call;
  const number = (id: string | null): number | null => {
    const value = id === null ? null : application.answers[id];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const label = (id: string | null) => fieldOf(call, id)?.label ?? '';
  const bars: (ProgressBar | null)[] = [
    timeBar(call, application),
    roles.investedToDate === null || roles.totalInvestment === null
      ? null
      : shareBar('invested', '投资进度', number(roles.investedToDate), number(roles.totalInvestment), [
          label(roles.investedToDate),
          label(roles.totalInvestment),
        ]),
    shareBar(
      'proved',
      '凭证进度',
      sumAmounts(categories.map(({ spent }) => spent)).fen,
      sumAmounts(categories.map(({ budget }) => budget)).fen,
      ['发票与辅助账', '预算合计'],
    ),
    roles.progress === null
      ? null
      : {
          id: 'declared',
          label: '申报进度',
          percent: number(roles.progress),
          detail: number(roles.progress) === null ? `${label(roles.progress)}待填` : label(roles.progress),
        },
    ...categories.map((line) =>
      line.budget.fen === null && line.spent.fen === null
        ? null
        : shareBar(
            `category ${line.id ?? ''}`,
            line.label,
            line.spent.fen ?? (line.spent.missing === 0 ? 0 : null),
            line.budget.fen,
            ['已完成', '预算'],
          ),
    ),
  ];
  return bars.filter((bar) => bar !== null);
}

function shareBar(
  id: string,
  label: string,
  part: number | null,
  whole: number | null,
  [partName, wholeName]: readonly [string, string],
): ProgressBar {
  if (part === null || whole === null || whole <= 0) {
    const lacking = part === null ? partName : wholeName;
    return {
      id,
      label,
      percent: null,
      detail: whole === null || part === null ? `${lacking}待填` : `${wholeName}是 0`,
    };
  }
  return { id, label, percent: oneDecimal((part / whole) * 100), detail: `${partName}占${wholeName}` };
}

function timeBar({ roles }: Call, { answers }: Application): ProgressBar | null {
  if (roles.projectStart === null || roles.projectEnd === null || roles.filledOn === null) return null;
  const [start, end, until] = [
    dayNumber(answers[roles.projectStart], 'first'),
    dayNumber(answers[roles.projectEnd], 'last'),
    dayNumber(answers[roles.filledOn], 'last'),
  ];
  const common = { id: 'time', label: '工期进度' };
  if (start === null || end === null || until === null)
    return { ...common, percent: null, detail: until === null ? '填表时间待填' : '建设起止时间待填' };
  if (end <= start) return { ...common, percent: null, detail: '建设起止时间前后颠倒' };
  const share = (until - start + 1) / (end - start + 1);
  return {
    ...common,
    percent: oneDecimal(Math.min(1, Math.max(0, share)) * 100),
    detail: '到填表时间已过的工期',
  };
}

/** Days since the epoch of a date, or of the first or last day of a month. */
function dayNumber(value: unknown, edge: 'first' | 'last'): number | null {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value) : null;
  if (match === null) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (match[3] !== undefined) return Date.UTC(year, month - 1, Number(match[3])) / DAY_MS;
  return Date.UTC(year, edge === 'first' ? month - 1 : month, edge === 'first' ? 1 : 0) / DAY_MS;
}

function oneDecimal(percent: number): number {
  return Math.round(percent * 10) / 10;
}
