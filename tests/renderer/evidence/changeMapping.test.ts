import { describe, expect, it } from 'vitest';
import { columnLetters, withKind, withMeaning } from '../../../renderer/evidence/mapping/changeMapping.ts';
import { TableMapping } from '../../../shared/entities/tableReading.ts';

const mapping = TableMapping.parse({
  signature: 's',
  kind: 'invoice-list',
  headRow: 0,
  columns: ['number', null, 'totalFen'],
});

describe('columns a person corrects', () => {
  it('hold a meaning once: another column that had it is freed', () => {
    expect(withMeaning(mapping, 1, 'totalFen').columns).toEqual(['number', 'totalFen', null]);
    expect(withMeaning(mapping, 0, null).columns).toEqual([null, null, 'totalFen']);
    expect(withMeaning(mapping, 4, 'use').columns).toEqual(['number', null, 'totalFen', null, 'use']);
  });

  it('keep only what means something in another kind of table', () => {
    expect(withKind(mapping, 'ledger-summary')).toMatchObject({
      kind: 'ledger-summary',
      columns: [null, null, 'totalFen'],
    });
  });

  it('are called as spreadsheets call them', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
