import { describe, expect, it } from 'vitest';
import { boardPlaces } from '../../../shared/reconciliation/boardPlaces.ts';
import type { Figure } from '../../../shared/reconciliation/figures.ts';
import { printFigure } from '../../../shared/reconciliation/printFigure.ts';

const figure = (kind: Figure['kind'], value: number | null): Figure => ({
  id: 'other',
  source: '申报表',
  label: '金额',
  kind,
  value,
  missing: 0,
  at: 'x',
  rows: null,
});
const board = (...figures: readonly Figure[]) => ({ figures, pairs: [], categories: [], others: [] });

describe('the decimals of the board', () => {
  it('are two where that is exact', () => {
    expect(boardPlaces(board(figure('money', 2_860_000_000), figure('money', null)))).toBe(2);
  });

  it('are six everywhere as soon as one amount needs more, so that none is shorter than another', () => {
    const figures = [figure('money', 2_154_737_761), figure('money', 110_918_110), figure('percent', 33.333)];
    const places = boardPlaces(board(...figures));
    expect(figures.map(({ kind, value }) => printFigure(kind, value ?? 0, places))).toEqual([
      '2,154.737761',
      '110.918110',
      '33.33',
    ]);
  });

  it('are not those of a percentage', () => {
    expect(boardPlaces(board(figure('percent', 33.3333)))).toBe(2);
  });
});
