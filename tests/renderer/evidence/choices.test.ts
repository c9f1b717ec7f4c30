import { describe, expect, it } from 'vitest';
import { chooseColumns, chooseUse, withChoices } from '../../../renderer/evidence/mapping/choices.ts';
import { whyNotTaken } from '../../../renderer/evidence/mapping/whyNotTaken.ts';
import { FileReading } from '../../../shared/entities/fileReading.ts';
import type { ColumnMeaning, TableReading } from '../../../shared/entities/tableReading.ts';

const table = (sheet: string, signature: string, missing: readonly string[] = []): TableReading => ({
  sheet,
  mapping: {
    signature,
    kind: 'invoice-list',
    headRow: 0,
    columns: ['number', null, null],
    unit: 'yuan',
  },
  heads: ['发票号码', '金额', '事由'],
  preview: [],
  rows: 0,
  sure: missing.length === 0,
  missing: [...missing],
  unused: [],
});
const columns = (reading: FileReading): readonly (readonly (ColumnMeaning | null)[])[] =>
  reading.tables.map(({ mapping }) => mapping.columns);

const march = table('三月', '发票号码|金额');
const april = table('四月', '发票号码|金额');
const other = table('付款', '票号|钱');
const reading = FileReading.parse({ tables: [march, april, other] });
const chosen = { ...april.mapping, columns: ['number', 'totalFen', null] as ColumnMeaning[] };

describe('what a person chooses of the sheets of a file', () => {
  it('holds for every sheet with the same heads, whichever of them it was chosen on', () => {
    const choices = chooseColumns([], chosen);
    expect(choices).toEqual([chosen]);
    expect(columns(withChoices(reading, choices))).toEqual([
      ['number', 'totalFen', null],
      ['number', 'totalFen', null],
      ['number', null, null],
    ]);
    const later = { ...march.mapping, columns: ['number', 'netFen', null] as ColumnMeaning[] };
    expect(chooseColumns(choices, later)).toEqual([later]);
  });

  it('names only what was changed: a sheet that is left out says nothing of columns', () => {
    const choices = chooseUse([], other, false);
    expect(choices).toEqual([{ ...other.mapping, columns: [], without: ['付款'] }]);
    const shown = withChoices(reading, choices);
    expect(columns(shown)).toEqual(columns(reading));
    expect(shown.tables[2]?.mapping.without).toEqual(['付款']);
  });

  it('leaves out one sheet of several with the same heads, has it back, and keeps the columns', () => {
    const choices = chooseUse(chooseColumns([], chosen), april, false);
    expect(choices).toEqual([{ ...chosen, without: ['四月'] }]);
    const shown = withChoices(reading, choices);
    const [, back] = shown.tables;
    if (back === undefined) throw new Error('no table');
    expect(chooseUse(choices, back, true)).toEqual([{ ...chosen, without: [] }]);
    const changed = { ...back.mapping, unit: 'wanyuan' as const };
    expect(chooseColumns(choices, changed)).toEqual([{ ...chosen, unit: 'wanyuan', without: ['四月'] }]);
  });
});

describe('what is read with the choices is not taken in', () => {
  it('when the reading was given up: it tells why', () => {
    const slow = FileReading.parse({
      problems: [{ code: 'process-timeout', message: '处理用时过长', severity: 'error' }],
    });
    expect(whyNotTaken(slow)).toContain('处理用时过长');
    expect(whyNotTaken(FileReading.parse({}))).not.toBeNull();
  });

  it('when a sheet still lacks columns: it names the sheet', () => {
    const lacking = FileReading.parse({ tables: [march, table('付款', '票号|钱', ['发票号码'])] });
    expect(whyNotTaken(lacking)).toContain('“付款”');
  });

  it('but is when every sheet is understood or left out', () => {
    expect(whyNotTaken(withChoices(reading, chooseUse([], other, false)))).toBeNull();
  });
});
