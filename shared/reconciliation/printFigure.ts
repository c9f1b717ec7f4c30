import { printNumber } from '../documents/printValue.ts';
import { formatMoney } from '../entities/money.ts';
import type { Figure } from './figures.ts';

/** A value of the board without its unit: money in 万元 exactly, percent with at most two decimals. */
export function printFigure(kind: Figure['kind'], value: number): string {
  return kind === 'money' ? formatMoney(value, 'wanyuan') : printNumber(Math.round(value * 100) / 100);
}

/** The unit of a figure, and of the difference of two. */
export function figureUnit(kind: Figure['kind']): { readonly value: string; readonly difference: string } {
  return kind === 'money' ? { value: '万元', difference: '万元' } : { value: '%', difference: '个百分点' };
}
