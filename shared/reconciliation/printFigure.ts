import { printNumber } from '../documents/printValue.ts';
import { formatMoney } from '../entities/money.ts';
import type { Figure } from './figures.ts';

/**
 * A value of the board without its unit: money in 万元 or 万美元 exactly, percent with at most two decimals.
 * @param places decimals of money at least
 */
export function printFigure(kind: Figure['kind'], value: number, places = 2): string {
  return kind === 'percent'
    ? printNumber(Math.round(value * 100) / 100)
    : formatMoney(value, 'wanyuan', places);
}

/** The unit of a figure, and of the difference of two. */
export function figureUnit(kind: Figure['kind']): { readonly value: string; readonly difference: string } {
  if (kind === 'percent') return { value: '%', difference: '个百分点' };
  const unit = kind === 'money' ? '万元' : '万美元';
  return { value: unit, difference: unit };
}
