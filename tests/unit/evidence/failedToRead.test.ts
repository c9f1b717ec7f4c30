import { describe, expect, it } from 'vitest';
import { FileReading } from '../../../shared/entities/fileReading.ts';
import { failedToRead } from '../../../shared/evidence/failedToRead.ts';

const table = (missing: readonly string[]) => ({
  sheet: '清单',
  mapping: { signature: 's', kind: 'invoice-list', headRow: 0, columns: [] },
  heads: [],
  preview: [],
  rows: 0,
  sure: missing.length === 0,
  missing,
});
const why = (reading: object): string | null => failedToRead(FileReading.parse(reading));

describe('a reading failed', () => {
  it('when it tells nothing and says why, an error before a warning', () => {
    const slow = { code: 'process-timeout', message: '用时过长', severity: 'warning' };
    const damaged = { code: 'blob-damaged', message: '内容损坏', severity: 'error' };
    expect(why({ problems: [slow] })).toBe('用时过长');
    expect(why({ problems: [slow, damaged] })).toBe('内容损坏');
  });

  it('when columns that are needed are not chosen, or nothing is recognised any more', () => {
    expect(why({ tables: [table(['发票号码'])] })).toContain('“清单”');
    expect(why({})).toContain('没有认出');
  });

  it('but not when it tells something beside a problem, nor when its table is understood and empty', () => {
    const turned = { code: 'page-sideways', message: '横着放', severity: 'warning' };
    expect(why({ invoices: [{}], problems: [turned] })).toBeNull();
    expect(why({ tables: [table([])] })).toBeNull();
  });
});
