import { assertNever } from '../../assertNever.ts';
import { formatMoney, type MoneyUnit } from '../../entities/money.ts';

/** What a figure is measured in, so that two of them can be compared and printed as the user reads them. */
export type Measure =
  /** A literal of the call: takes the measure of what it is compared with. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'money'; readonly unit: MoneyUnit | null }
  | { readonly kind: 'usd' }
  /** `suffix` with its leading space where one is wanted: " 户", "%". */
  | { readonly kind: 'number'; readonly suffix: string; readonly computed: boolean }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'month' }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly labels: ReadonlyMap<string, string> };

export type Value = string | number | boolean;

export const PLAIN: Measure = { kind: 'plain' };
export const TEXT: Measure = { kind: 'text' };
export const DATE: Measure = { kind: 'date' };

/** A counted thing: `count(' 户')`. */
export function numberOf(unit: string, computed = false): Measure {
  const tight = unit === '' || /^[%‰℃°]/.test(unit);
  return { kind: 'number', suffix: tight ? unit : ` ${unit}`, computed };
}

/** The measure two compared figures share: a literal follows the other, money without a unit too. */
export function commonMeasure(a: Measure, b: Measure): Measure {
  if (a.kind === 'plain') return b;
  if (b.kind === 'plain') return a;
  if (a.kind === 'money' && b.kind === 'money') return { kind: 'money', unit: a.unit ?? b.unit };
  if (a.kind === 'number' && b.kind === 'number') {
    return a.suffix.trim() !== '' ? { ...a, computed: a.computed || b.computed } : b;
  }
  return a;
}

/** A value as the user reads it: "287.60 万元", "24 个月", "2018年3月1日", "是". */
export function describeValue(value: Value, measure: Measure, exact = false): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return describeText(value, measure);
  switch (measure.kind) {
    case 'money': {
      const unit = measure.unit ?? 'yuan';
      return `${formatMoney(Math.round(value), unit)} ${unit === 'yuan' ? '元' : '万元'}`;
    }
    case 'usd':
      return `${formatMoney(Math.round(value), 'wanyuan')} 万美元`;
    case 'number':
      return `${describeNumber(value, measure.computed && !exact)}${measure.suffix}`;
    case 'plain':
    case 'text':
    case 'date':
    case 'month':
    case 'yesNo':
    case 'choice':
      return describeNumber(value, false);
    default:
      return assertNever(measure);
  }
}

function describeText(value: string, measure: Measure): string {
  if (measure.kind === 'choice') return measure.labels.get(value) ?? value;
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (date === null || measure.kind === 'text') return value;
  const [, year = '', month = '', day] = date;
  return `${Number(year)}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}

// Making a formatter costs more than a thousand uses of it.
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 });
const UNGROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12, useGrouping: false });

/** Twelve digits hide the dust of binary fractions; a computed figure shows two decimals. */
function describeNumber(value: number, rounded: boolean): string {
  const clean = Number(value.toPrecision(12));
  const shown = rounded ? Number(clean.toFixed(2)) : clean;
  return (Math.abs(shown) >= 10_000 ? GROUPED : UNGROUPED).format(shown);
}
