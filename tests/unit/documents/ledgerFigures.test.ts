import { describe, expect, it } from 'vitest';
import type { Row } from '../../../shared/documents/block.ts';
import { LEDGER_SHEET, ledgerSheets } from '../../../shared/documents/ledgerSheets.ts';
import { textWidth } from '../../../shared/documents/measureText.ts';
import { LEDGER_COST_LABELS, LedgerProject } from '../../../shared/entities/ledger.ts';
import { tables } from './documentFixture.ts';

const LARGE = 12_345_678_90;

/** A project whose every cost is the same amount, in one voucher. */
function project(
  style: '2015' | '2021',
  fen: number,
  costs = Object.keys(LEDGER_COST_LABELS),
): LedgerProject {
  return LedgerProject.parse({
    id: 'l1',
    style,
    code: 'RD01',
    name: '示例研发',
    rows: [
      {
        id: 'r1',
        date: '2019-03-05',
        voucherKind: '记',
        voucherNumber: '3-1',
        summary: '领用材料',
        voucherFen: fen,
        balanceFen: fen,
        details: Object.fromEntries(costs.map((cost) => [cost, fen])),
      },
    ],
  });
}

const oneLine = LEDGER_SHEET.line + LEDGER_SHEET.padding;
/** Heights of the voucher and of the 合计. */
const heightsOf = (rows: readonly Row[] = []) => rows.slice(-2).map(({ height }) => height?.mm);

describe('figures of a sub-ledger', () => {
  it.each(['2021', '2015'] as const)('of 12,345,678.90 stand on one line in every column of %s', (style) => {
    const [sheet] = ledgerSheets(project(style, LARGE), null).flatMap(tables);
    const columns = sheet?.columns ?? [];
    expect(columns.reduce((sum, mm) => sum + mm, 0)).toBeCloseTo(225, 6);
    const figures = columns.slice(-8);
    for (const mm of figures)
      expect(textWidth('12,345,678.90') * 0.82).toBeLessThanOrEqual((mm - 1.2) / LEDGER_SHEET.em);
    for (const mm of heightsOf(sheet?.rows)) expect(mm).toBeCloseTo(oneLine, 0);
  });

  it('that are larger still take a second line, and their 合计 has the height for it', () => {
    for (const style of ['2021', '2015'] as const) {
      const [sheet] = ledgerSheets(project(style, 9_123_456_789_00), null).flatMap(tables);
      for (const mm of heightsOf(sheet?.rows)) expect(mm).toBeGreaterThanOrEqual(2 * LEDGER_SHEET.line);
    }
  });

  it('leave the 摘要 room for words', () => {
    for (const one of [
      project('2021', LARGE),
      project('2015', LARGE, ['personnel']),
      project('2015', LARGE, ['personnel', 'commissioned-domestic']),
    ]) {
      const [sheet] = ledgerSheets(one, null).flatMap(tables);
      expect(sheet?.columns[one.style === '2021' ? 3 : 4]).toBeGreaterThan(20);
    }
  });
});
