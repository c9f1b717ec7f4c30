import { describe, expect, it } from 'vitest';
import { createColumnMappings } from '../../../main/session/columnMappings.ts';
import type { TableMapping } from '../../../shared/entities/tableReading.ts';
import { shelfIn } from './shelfIn.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const mapping = (signature: string, headRow = 0): TableMapping => ({
  signature,
  kind: 'invoice-list',
  headRow,
  columns: ['number', null, 'totalFen'],
  unit: 'yuan',
});

describe('corrected columns', () => {
  it('are there the next time, the newest first, one for each kind of head', () => {
    const folder = temporaryFolder();
    const first = createColumnMappings(shelfIn(folder));
    first.remember([mapping('票号|钱')]);
    first.remember([mapping('编号|金额'), mapping('凭证|金额')]);
    first.remember([mapping('票号|钱', 3)]);
    expect(createColumnMappings(shelfIn(folder)).list()).toEqual([
      mapping('票号|钱', 3),
      mapping('编号|金额'),
      mapping('凭证|金额'),
    ]);
  });

  it('make room for newer ones at last', () => {
    const mappings = createColumnMappings(shelfIn(temporaryFolder()));
    for (let number = 0; number < 250; number += 1) mappings.remember([mapping(`表 ${number}`)]);
    expect(mappings.list()).toHaveLength(200);
    expect(mappings.list()[0]?.signature).toBe('表 249');
  });

  it('keep what was chosen of the columns when only a sheet is left out, and the other way round', () => {
    const mappings = createColumnMappings(shelfIn(temporaryFolder()));
    mappings.remember([mapping('票号|钱')]);
    mappings.remember([{ ...mapping('票号|钱'), columns: [], without: ['草稿'] }]);
    expect(mappings.list()).toEqual([{ ...mapping('票号|钱'), without: ['草稿'] }]);
    mappings.remember([mapping('票号|钱', 3)]);
    expect(mappings.list()).toEqual([{ ...mapping('票号|钱', 3), without: ['草稿'] }]);
  });
});
