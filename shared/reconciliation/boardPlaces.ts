import { formatMoney } from '../entities/money.ts';
import type { Reconciliation } from './reconcile.ts';

/** Decimals of 万元 that show every 分. */
const TO_THE_FEN = 6;
const USUAL = 2;

/**
 * Decimals of all 万元 of the board: two, unless one of its amounts needs more; then every one has as many as a 分 takes,
 * so that amounts beside each other are as long as they are exact.
 */
export function boardPlaces({ figures, pairs, categories, others }: Reconciliation): number {
  const shown = [...figures, ...others, ...pairs.flatMap(({ left, right }) => [left, right])];
  const amounts = [
    ...shown.map(({ kind, value }) => (kind === 'percent' ? null : value)),
    ...categories.flatMap(({ budget, invoices, ledger, spent }) => [
      budget.fen,
      invoices.fen,
      ledger.fen,
      spent.fen,
    ]),
  ];
  const needs = (fen: number | null): boolean => fen !== null && /\.\d{3}/.test(formatMoney(fen, 'wanyuan'));
  return amounts.some(needs) ? TO_THE_FEN : USUAL;
}
