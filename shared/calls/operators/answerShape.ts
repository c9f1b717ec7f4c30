import { assertNever } from '../../assertNever.ts';
import type { AnswerValue } from '../../entities/application.ts';
import { checkCreditCode } from '../../entities/creditCode.ts';
import { IsoDate, IsoMonth } from '../../entities/dates.ts';
import { checkMobile, checkPhone } from '../../entities/phone.ts';
import { countAsWord } from '../../entities/wordCount.ts';
import type { Field } from '../schema/field.ts';
import { describeValue } from './measure.ts';

/** An answer that was given; blank text is none. */
export function given(value: AnswerValue | undefined): value is string | number | boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}

/** Whether a value is of the kind its field keeps; figures of another kind are never compared. */
export function isOfType(field: Field, value: string | number | boolean): boolean {
  switch (field.type) {
    case 'money':
    case 'usd':
      return Number.isSafeInteger(value);
    case 'percent':
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'yesNo':
      return typeof value === 'boolean';
    case 'date':
      return IsoDate.safeParse(value).success;
    case 'month':
      return IsoMonth.safeParse(value).success;
    case 'text':
    case 'choice':
    case 'code':
    case 'phone':
    case 'mobile':
      return typeof value === 'string';
    default:
      return assertNever(field);
  }
}

type Lists = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What is wrong with an answer, as half a sentence after the field's label; null when nothing is. */
export function shapeProblem(field: Field, value: string | number | boolean, lists: Lists): string | null {
  if (!isOfType(field, value)) return kindProblem(field);
  switch (field.type) {
    case 'text': {
      const count = countAsWord(String(value));
      return field.maxCharacters !== undefined && count > field.maxCharacters
        ? `现在是 ${count} 字，超过 ${field.maxCharacters} 字的上限，请删去 ${count - field.maxCharacters} 字`
        : null;
    }
    case 'money':
      return Number(value) < 0 && !field.mayBeNegative
        ? `不应是负数，现在是 ${describeValue(value, { kind: 'money', unit: field.unit })}`
        : null;
    case 'usd':
      return Number(value) < 0 ? `不应是负数，现在是 ${describeValue(value, { kind: 'usd' })}` : null;
    case 'percent':
      return outside(Number(value), field.min, field.max, '%');
    case 'number':
      return outside(Number(value), field.min, field.max, field.unit === '' ? '' : ` ${field.unit}`);
    case 'choice':
      return field.freeText || lists.get(field.list)?.has(String(value))
        ? null
        : `“${value}”不在可选的范围里，请重新选择`;
    case 'code': {
      const check = checkCreditCode(String(value));
      return check.ok ? null : check.problem.message;
    }
    case 'phone': {
      const check = checkPhone(String(value));
      return check.ok ? null : `“${value}”不是有效的号码：${check.problem.message}`;
    }
    case 'mobile': {
      const check = checkMobile(String(value));
      return check.ok ? null : `“${value}”不是有效的号码：${check.problem.message}`;
    }
    case 'date':
    case 'month':
    case 'yesNo':
      return null;
    default:
      return assertNever(field);
  }
}

function outside(
  value: number,
  min: number | undefined,
  max: number | undefined,
  unit: string,
): string | null {
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return null;
  const range =
    min === undefined
      ? `不超过 ${max}${unit}`
      : max === undefined
        ? `不低于 ${min}${unit}`
        : `在 ${min} 至 ${max}${unit} 之间`;
  return `应${range}，现在是 ${value}${unit}`;
}

function kindProblem(field: Field): string {
  switch (field.type) {
    case 'date':
      return '应是日历上有的日期，写作 2020-02-10';
    case 'month':
      return '应是年月，写作 2020-02';
    case 'yesNo':
      return '应回答是或否';
    case 'money':
    case 'usd':
      return '应是精确到分的金额';
    case 'percent':
    case 'number':
      return '应是数字';
    default:
      return '应是文字';
  }
}
