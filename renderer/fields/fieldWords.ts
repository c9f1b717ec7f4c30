import { assertNever } from '../../shared/assertNever.ts';
import type { Field } from '../../shared/calls/schema/field.ts';
import { printNumber, unitOf } from '../../shared/documents/printValue.ts';
import type { AnswerValue } from '../../shared/entities/application.ts';
import { formatMoney } from '../../shared/entities/money.ts';
import { type Read, readMoney, readNumber, readUsd } from './readAmount.ts';
import { readDate, readMonth } from './readDate.ts';

/** Field types whose answer is typed as words and kept as something else. */
export type TypedField = Extract<Field, { type: 'money' | 'usd' | 'percent' | 'number' | 'date' | 'month' }>;

/** Reads what was typed into a field; empty is "not answered". */
export function readTyped(field: TypedField, text: string): Read<string | number> {
  switch (field.type) {
    case 'money':
      return readMoney(text, field.unit);
    case 'usd':
      return readUsd(text);
    case 'percent':
    case 'number':
      return readNumber(text, unitOf(field));
    case 'date':
      return readDate(text);
    case 'month':
      return readMonth(text);
    default:
      return assertNever(field);
  }
}

/** An answer as it stands in its input when nobody types; words that could not be read stand as they are. */
export function showTyped(field: TypedField, value: string | number): string {
  if (typeof value === 'string') return value;
  switch (field.type) {
    case 'money':
      return Number.isSafeInteger(value) ? formatMoney(value, field.unit) : String(value);
    case 'usd':
      return Number.isSafeInteger(value) ? formatMoney(value, 'wanyuan') : String(value);
    case 'percent':
    case 'number':
      return printNumber(value);
    case 'date':
    case 'month':
      return String(value);
    default:
      return assertNever(field);
  }
}

/** Why the words kept in a field could not be read; null when they could, or the field takes any words. */
export function unreadProblem(field: Field, value: AnswerValue): string | null {
  if (typeof value !== 'string') return null;
  switch (field.type) {
    case 'money':
    case 'usd':
    case 'percent':
    case 'number':
    case 'date':
    case 'month': {
      const read = readTyped(field, value);
      return read.ok ? null : read.problem;
    }
    case 'text':
    case 'choice':
    case 'code':
    case 'phone':
    case 'mobile':
    case 'yesNo':
      return null;
    default:
      return assertNever(field);
  }
}
