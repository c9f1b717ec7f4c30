import { assertNever } from '../assertNever.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Field } from '../calls/schema/field.ts';
import type { AnswerValue, Application } from '../entities/application.ts';
import { chineseDate, chineseMonth, IsoDate, IsoMonth } from '../entities/dates.ts';
import { formatMoney } from '../entities/money.ts';
import { plainText } from './plainText.ts';

/** A number as people write it: thousands separators, no exponent, none of the digits it does not have. */
export function printNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  // Twelve places tell 0.009 from 0.01 and hide the dust of binary fractions.
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(12).split('.');
  const kept = fraction.replace(/0+$/, '');
  const sign = value < 0 && (Number(whole) !== 0 || kept !== '') ? '-' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${kept === '' ? '' : `.${kept}`}`;
}

/**
 * An answer as the form prints it, in the field's unit but without the unit's name, which stands in the
 * form's own label. Null when it is not answered (or is of a shape the field does not know): room for
 * the pen, never a guess.
 */
export function printValue(call: Call, field: Field, value: AnswerValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  switch (field.type) {
    case 'text':
    case 'code':
    case 'phone':
    case 'mobile':
      return typeof value === 'string' ? nonEmpty(value) : null;
    case 'money':
      return Number.isSafeInteger(value) ? formatMoney(Number(value), field.unit) : null;
    case 'usd':
      // 万美元 is to cents what 万元 is to 分.
      return Number.isSafeInteger(value) ? formatMoney(Number(value), 'wanyuan') : null;
    case 'percent':
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? printNumber(value) : null;
    case 'date':
      return IsoDate.safeParse(value).success ? chineseDate(String(value)) : null;
    case 'month':
      return IsoMonth.safeParse(value).success ? chineseMonth(String(value)) : null;
    case 'choice': {
      if (typeof value !== 'string') return null;
      const choice = (call.lists[field.list] ?? []).find(({ id }) => id === value);
      return choice === undefined ? nonEmpty(value) : choice.label;
    }
    case 'yesNo':
      return typeof value === 'boolean' ? (value ? '是' : '否') : null;
    default:
      return assertNever(field);
  }
}

function nonEmpty(text: string): string | null {
  const plain = plainText(text).trim();
  return plain === '' ? null : plain;
}

/** Name of the unit a field's value is printed in; empty when it has none. */
export function unitOf(field: Field): string {
  switch (field.type) {
    case 'money':
      return field.unit === 'wanyuan' ? '万元' : '元';
    case 'usd':
      return '万美元';
    case 'percent':
      return '%';
    case 'number':
      return field.unit;
    case 'text':
    case 'code':
    case 'phone':
    case 'mobile':
    case 'date':
    case 'month':
    case 'choice':
    case 'yesNo':
      return '';
    default:
      return assertNever(field);
  }
}

/** A field of the call by id; null when the call has none of that id. */
export function fieldOf(call: Call, id: string | null): Field | null {
  return id === null ? null : (call.fields.find((field) => field.id === id) ?? null);
}

/** The printed answer of a field by id; null when it is not answered. */
export function printedAnswer(call: Call, application: Application, id: string | null): string | null {
  const field = fieldOf(call, id);
  return field === null ? null : printValue(call, field, application.answers[field.id]);
}

/** The printed answer with its unit, for places whose label does not tell it: "1,245.00 万元", "86%". */
export function printedWithUnit(call: Call, application: Application, id: string): string | null {
  const field = fieldOf(call, id);
  const text = printedAnswer(call, application, id);
  if (field === null || text === null) return text;
  const unit = unitOf(field);
  if (unit === '' || field.label.includes(unit)) return text;
  return unit === '%' ? `${text}%` : `${text} ${unit}`;
}
