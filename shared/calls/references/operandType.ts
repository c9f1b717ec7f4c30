import { assertNever } from '../../assertNever.ts';
import type { Operand } from '../schema/condition.ts';
import type { Field } from '../schema/field.ts';
import type { CallNames } from './callNames.ts';

/** What an operand amounts to, as far as it can be told without an application. Null: cannot be told. */
export type OperandType = 'number' | 'date' | 'month' | 'text' | 'yesNo';

/** For messages to a call's author. */
export const TYPE_NAMES: Readonly<Record<OperandType, string>> = {
  number: '数字',
  date: '日期',
  month: '年月',
  text: '文字',
  yesNo: '是或否',
};

function fieldType(field: Field): OperandType {
  switch (field.type) {
    case 'money':
    case 'usd':
    case 'percent':
    case 'number':
      return 'number';
    case 'date':
      return 'date';
    case 'month':
      return 'month';
    case 'yesNo':
      return 'yesNo';
    case 'text':
    case 'choice':
    case 'code':
    case 'phone':
    case 'mobile':
      return 'text';
    default:
      return assertNever(field);
  }
}

function valueType(value: string | number | boolean): OperandType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yesNo';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  return /^\d{4}-\d{2}$/.test(value) ? 'month' : 'text';
}

function rowPathType(path: string): OperandType {
  if (/(Fen|Count)$/.test(path) || ['year', 'bytes', 'pages', 'dpi'].includes(path)) return 'number';
  if (path === 'issuedOn' || path === 'date') return 'date';
  return path === 'lead' || path === 'encrypted' ? 'yesNo' : 'text';
}

export function operandType(operand: Operand, names: CallNames): OperandType | null {
  if ('value' in operand) return valueType(operand.value);
  if ('field' in operand) {
    const field = names.fields.get(operand.field);
    return field === undefined ? null : fieldType(field);
  }
  if ('statement' in operand) return 'number';
  if ('constant' in operand) {
    const value = names.constants.get(operand.constant);
    return value === undefined ? null : valueType(value);
  }
  if ('target' in operand) return names.targets.get(operand.target) ?? null;
  if ('row' in operand) return rowPathType(operand.row);
  if ('firstDay' in operand || 'lastDay' in operand) return 'date';
  return 'number';
}
