import { describe, expect, it } from 'vitest';
import { formStyle } from '../../main/bundle/word/formStyle.ts';
import type { Row, Table } from '../../shared/documents/block.ts';
import { cell } from '../../shared/documents/blockBuilders.ts';

const WIDTHS = Array.from({ length: 6 }, () => 1437);

function form(rows: number, text: string): Table {
  const row: Row = {
    cells: WIDTHS.map(() => cell(text, { align: 'center' })),
    height: { mm: 5, rule: 'least' },
    anchor: null,
  };
  return {
    type: 'table',
    anchor: null,
    style: 'form',
    size: 'small',
    columns: WIDTHS,
    head: [],
    rows: Array.from({ length: rows }, () => row),
  };
}

describe('the text of a form in Word', () => {
  it('keeps the readable size while the form surely stays on its page', () => {
    expect(formStyle(form(18, '短'), WIDTHS, 1)).toBe('FormText');
  });

  it('gives way to the smaller size when long answers would push the signature off the page', () => {
    expect(formStyle(form(18, '一段比单元格宽得多的文字内容'), WIDTHS, 1)).toBe('FormTextSmall');
  });

  it('stays at the smaller size when nothing helps, and the table goes on to a second page', () => {
    expect(formStyle(form(60, '一段比单元格宽得多的文字内容'), WIDTHS, 1)).toBe('FormTextSmall');
  });
});
