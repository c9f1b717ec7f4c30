import { describe, expect, it } from 'vitest';
import type { GridColumn } from '../../../renderer/ui/grid/gridColumn.ts';
import { type CellMark, gridMarks, withMarks } from '../../../renderer/ui/grid/gridMarks.ts';
import { markOfCell } from '../../../renderer/ui/grid/markOfCell.ts';
import { textColumn } from '../../../renderer/ui/grid/textColumn.ts';
import type { Finding } from '../../../shared/calls/finding.ts';

function finding(at: string, more: Partial<Finding> = {}): Finding {
  return {
    key: at,
    id: 'F5.2',
    title: '',
    outcome: 'unmet',
    severity: 'error',
    message: `${at} 不对`,
    clause: { ref: '', text: '' },
    at,
    compared: null,
    setAside: null,
    related: [],
    impliedBy: null,
    ...more,
  };
}

const number: GridColumn<{ number: string }> = textColumn({
  id: 'number',
  title: '号码',
  get: (row) => row.number,
  set: (row, text) => ({ ...row, number: text }),
});

describe('the checks’ marks on cells', () => {
  const marks = gridMarks(
    [
      finding('invoices[a].number', { severity: 'warning' }),
      finding('invoices[a].number'),
      finding('invoices[a].lines', { severity: 'hint' }),
      finding('invoices[b]', { outcome: 'unknown' }),
      finding('invoices[c].number', { outcome: 'met' }),
      finding('invoices[d].number', { setAside: '已核对' }),
      finding('invoices'),
      finding('budget[a].number'),
    ],
    'invoices',
  );

  it('are those of open findings of the list, the worst colours the cell', () => {
    expect([...marks.keys()]).toEqual(['a', 'b']);
    expect(marks.get('a')?.get('number')).toMatchObject({ level: 'error', messages: { length: 2 } });
  });

  it('of the row and of what no column shows stand at the row number', () => {
    expect(markOfCell(marks, [number], 'a', '#')).toMatchObject({ level: 'hint' });
    expect(markOfCell(marks, [number], 'b', '#')).toMatchObject({ level: 'unknown' });
    expect(markOfCell(marks, [number], 'b', 'number')).toBeNull();
  });

  it('are joined by what the page works out itself, where the checks say nothing', () => {
    const own = new Map<string, ReadonlyMap<string, CellMark>>([
      ['a', new Map([['number', { level: 'hint' as const, messages: ['甲'] }]])],
      ['z', new Map([['code', { level: 'warning' as const, messages: ['乙'] }]])],
    ]);
    const both = withMarks(marks, own);
    expect([...both.keys()]).toEqual(['a', 'b', 'z']);
    expect(both.get('a')?.get('number')?.level).toBe('error');
    expect(both.get('z')?.get('code')?.messages).toEqual(['乙']);
  });

  it('tell what is wrong from what is only missing', () => {
    expect(marks.isWrong('a')).toBe(true);
    expect(marks.isWrong('b')).toBe(false);
  });
});
