import { describe, expect, it } from 'vitest';
import { parseTsv } from '../../../renderer/ui/grid/parseTsv.ts';

describe('a table on the clipboard', () => {
  it('is cut into rows and cells, the end of the last line is no row', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(parseTsv('a\n\nb')).toEqual([['a'], [''], ['b']]);
    expect(parseTsv('')).toEqual([]);
    expect(parseTsv('a\t\t')).toEqual([['a', '', '']]);
  });

  it('keeps lines, tabs and quotes inside a quoted cell', () => {
    expect(parseTsv('"一\n二"\t"说""好"""\r\n"甲\t乙"\t丙')).toEqual([
      ['一\n二', '说"好"'],
      ['甲\t乙', '丙'],
    ]);
  });

  it('takes a quote that quotes nothing as a character', () => {
    expect(parseTsv('"未完\t5" 管\t"a"b')).toEqual([['"未完', '5" 管', '"a"b']]);
  });
});
