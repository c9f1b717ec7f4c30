import { describe, expect, it } from 'vitest';
import { daysUntil } from '../../../renderer/start/daysUntil.ts';
import { deadlineInWords } from '../../../renderer/start/deadlineInWords.ts';
import { profileIdFor } from '../../../renderer/start/profileIdFor.ts';
import { momentInWords } from '../../../renderer/ui/momentInWords.ts';
import { CompanyProfile } from '../../../shared/entities/companyProfile.ts';

describe('how long there is', () => {
  it('counts calendar days, whatever the hour', () => {
    expect(daysUntil('2020-02-10', new Date(2020, 1, 9, 23, 59))).toBe(1);
    expect(daysUntil('2020-02-10', new Date(2020, 1, 10, 0, 1))).toBe(0);
  });
  it('says 还有, 今天 and 已截止 plainly', () => {
    expect(deadlineInWords('2020-02-10', new Date(2020, 0, 1))).toEqual({ words: '还有 40 天', kind: 'far' });
    expect(deadlineInWords('2020-02-10', new Date(2020, 1, 8))).toEqual({ words: '还有 2 天', kind: 'near' });
    expect(deadlineInWords('2020-02-10', new Date(2020, 1, 10))).toEqual({ words: '今天截止', kind: 'near' });
    expect(deadlineInWords('2020-02-10', new Date(2020, 1, 11))).toEqual({ words: '已截止', kind: 'over' });
  });
});

it('a moment is told as short as it is clear', () => {
  const now = new Date(2026, 10, 23, 16, 0);
  const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
  expect(momentInWords(at(2026, 10, 23, 9, 5), now)).toBe('09:05');
  expect(momentInWords(at(2026, 10, 3, 9, 5), now)).toBe('11月3日 09:05');
  expect(momentInWords(at(2025, 10, 3, 9, 5), now)).toBe('2025年11月3日 09:05');
});

describe('a company kept once more', () => {
  const kept = [
    CompanyProfile.parse({ id: 'p1', name: '甲公司', code: '9150' }),
    CompanyProfile.parse({ id: 'p2', name: '乙公司' }),
  ];
  it('takes the place of the same company, known by its code, else by its name', () => {
    expect(profileIdFor(kept, { code: '9150', name: '甲公司（更名）' })).toBe('p1');
    expect(profileIdFor(kept, { code: '9151', name: '乙公司' })).toBe('p2');
  });
  it('never the place of another of the same name', () => {
    expect(profileIdFor(kept, { code: '9999', name: '甲公司' })).not.toBe('p1');
  });
});
