import { describe, expect, it } from 'vitest';
import { matchWords } from '../../../renderer/app/commands/matchWords.ts';

const best = (names: readonly string[], typed: string): string | undefined =>
  names
    .flatMap((name) => {
      const score = matchWords(name, typed);
      return score === null ? [] : [{ name, score }];
    })
    .sort((one, other) => other.score - one.score)[0]?.name;

describe('what the palette finds', () => {
  it('a part of a name is enough, letters left out too', () => {
    expect(matchWords('项目总投资金额', '总投资')).not.toBeNull();
    expect(matchWords('项目总投资金额', '总额')).not.toBeNull();
    expect(matchWords('项目总投资金额', '发票')).toBeNull();
  });

  it('several parts in any order, capitals or not', () => {
    expect(matchWords('导出 PDF', 'pdf 导')).not.toBeNull();
    expect(matchWords('导出 PDF', 'pdf 打')).toBeNull();
  });

  it('what begins so comes before what holds it, and that before scattered letters', () => {
    expect(best(['附：投资表', '投资预算', '投入资金'], '投资')).toBe('投资预算');
    expect(best(['投入的资金', '附：投资表'], '投资')).toBe('附：投资表');
    expect(best(['投资预算明细', '投资预算'], '投资预算')).toBe('投资预算');
  });
});
