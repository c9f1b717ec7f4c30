import { assertNever } from '../../assertNever.ts';
import type { Field } from '../schema/field.ts';
import { DATE, type Measure, numberOf, TEXT } from './measure.ts';

export function fieldMeasure(field: Field, lists: ReadonlyMap<string, ReadonlyMap<string, string>>): Measure {
  switch (field.type) {
    case 'money':
      return { kind: 'money', unit: field.unit };
    case 'usd':
      return { kind: 'usd' };
    case 'percent':
      return numberOf('%');
    case 'number':
      return numberOf(field.unit);
    case 'date':
      return DATE;
    case 'month':
      return { kind: 'month' };
    case 'choice':
      return { kind: 'choice', labels: lists.get(field.list) ?? new Map() };
    case 'yesNo':
      return { kind: 'yesNo' };
    case 'text':
    case 'code':
    case 'phone':
    case 'mobile':
      return TEXT;
    default:
      return assertNever(field);
  }
}
