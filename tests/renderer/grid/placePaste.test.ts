import { describe, expect, it } from 'vitest';
import { choiceColumn } from '../../../renderer/ui/grid/choiceColumn.ts';
import { copyRows } from '../../../renderer/ui/grid/copyRows.ts';
import { derivedColumn } from '../../../renderer/ui/grid/derivedColumn.ts';
import { fillColumn } from '../../../renderer/ui/grid/fillColumn.ts';
import { moneyColumn } from '../../../renderer/ui/grid/moneyColumn.ts';
import { placePaste } from '../../../renderer/ui/grid/placePaste.ts';
import { textColumn } from '../../../renderer/ui/grid/textColumn.ts';

type Line = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly fen: number | null;
};

const kind = choiceColumn<Line>({
  id: 'kind',
  title: '类别',
  choices: [
    { id: 'a', label: '甲、类' },
    { id: 'b', label: '乙类' },
  ],
  get: (row) => row.kind,
  set: (row, id) => ({ ...row, kind: id }),
});
const name = textColumn<Line>({
  id: 'name',
  title: '名称',
  aliases: ['内容'],
  get: (row) => row.name,
  set: (row, text) => ({ ...row, name: text }),
});
const get = (row: Line) => row.fen;
const set = (row: Line, amount: number | null): Line => ({ ...row, fen: amount });
const fen = moneyColumn<Line>({ id: 'fen', title: '金额', unit: 'yuan', get, set });
const state = derivedColumn<Line>({ id: 'state', title: '状态', text: () => '缺' });
const columns = [kind, name, fen, state];
const rows: readonly Line[] = [
  { id: 'one', kind: 'a', name: '一', fen: 100 },
  { id: 'two', kind: '', name: '二', fen: null },
];

let made = 0;
const newRow = (): Line => {
  made += 1;
  return { id: `new-${made}`, kind: '', name: '', fen: null };
};
const at = (row: number, column: number) => ({ row, column });

describe('a pasted table', () => {
  it('goes over the cells from the focused one on and adds rows at the end', () => {
    const placed = placePaste({
      table: [
        ['丙', '2.5'],
        ['丁', '3'],
      ],
      columns,
      rows,
      start: at(1, 1),
      newRow,
    });
    expect(placed).toMatchObject({ added: 1, changed: 1, problems: [], head: [] });
    expect(placed.save.map((row) => [row.name, row.fen])).toEqual([
      ['丙', 250],
      ['丁', 300],
    ]);
    expect(placed.save[0]?.id).toBe('two');
  });

  it('tells every value it could not take, by line and column, and keeps what was there', () => {
    const { save, problems } = placePaste({
      table: [['丙类', '名', '很多', '有', '多余']],
      columns,
      rows,
      start: at(0, 0),
      newRow,
    });
    expect(save).toEqual([{ id: 'one', kind: 'a', name: '名', fen: 100 }]);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [1, '类别'],
      [1, '金额（元）'],
      [1, '状态'],
      [1, '第 5 列'],
    ]);
  });

  it('clears cells with its empty ones, and stores no row that stays as it was', () => {
    const placed = placePaste({
      table: [
        ['一', ''],
        ['二', ''],
      ],
      columns,
      rows,
      start: at(0, 1),
      newRow,
    });
    expect(placed.save).toEqual([{ id: 'one', kind: 'a', name: '一', fen: null }]);
  });

  it('with a head goes by its names into new rows, whatever the order and the unit in brackets', () => {
    const placed = placePaste({
      table: [
        ['序号', '金额(元)', '内 容', '类别'],
        ['', '12', '新', '甲类'],
        ['', '', '', ''],
      ],
      columns,
      rows,
      start: at(0, 0),
      newRow,
    });
    expect(placed).toMatchObject({
      added: 1,
      changed: 0,
      head: ['金额（元）', '名称', '类别'],
      problems: [],
    });
    expect(placed.save[0]).toMatchObject({ kind: 'a', name: '新', fen: 1_200 });
  });

  const pasted = (...table: readonly (readonly string[])[]) =>
    placePaste({ table, columns, rows, start: at(0, 0), newRow });

  it('reads money in the unit its head names, and says which that was', () => {
    const placed = pasted(['名称', '金额（万元）'], ['甲', '12.5'], ['乙', '（3）'], ['丙', '100元']);
    expect(placed.save.map((row) => row.fen)).toEqual([12_500_000, -3_000_000, 10_000]);
    expect(placed).toMatchObject({ head: ['名称', '金额（元）'], units: ['金额按“万元”读取'], problems: [] });
    expect(pasted(['名称', '金额'], ['甲', '12.5'])).toMatchObject({ save: [{ fen: 1_250 }], units: [] });
  });

  it.each(['金额（人民币元）', '金额(单位:元)', '金额 元', '金额/元'])(
    'reads %s into a column of 万元',
    (head) => {
      const wan = moneyColumn<Line>({ id: 'fen', title: '金额', unit: 'wanyuan', get, set });
      const placed = placePaste({
        table: [
          ['名称', head],
          ['甲', '1,250,000'],
        ],
        columns: [name, wan],
        rows,
        start: at(0, 0),
        newRow,
      });
      expect(placed.save[0]?.fen).toBe(125_000_000);
      expect(placed.units).toEqual(['金额按“元”读取']);
    },
  );

  it('takes the unit of a line above the head, and leaves that line and the title out', () => {
    const placed = pasted(['预算表', ''], ['', '单位：万元'], ['名称', '金额'], ['甲', '2'], ['乙', '很多']);
    expect(placed.save.map((row) => [row.name, row.fen])).toEqual([
      ['甲', 2_000_000],
      ['乙', null],
    ]);
    expect(placed.problems.map(({ line }) => line)).toEqual([5]);
    expect(placed.units).toEqual(['金额按“万元”读取']);
  });

  it('takes no money in a unit it does not know', () => {
    const { save, problems } = pasted(['名称', '金额（千元）'], ['甲', '2']);
    expect(save[0]?.fen).toBeNull();
    expect(problems[0]?.message).toContain('千元');
  });

  it('says where rows cannot be added that lines were left out', () => {
    const { problems } = placePaste({
      table: [['x'], ['y'], ['z']],
      columns,
      rows,
      start: at(1, 1),
      newRow: null,
    });
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe('rows taken to a spreadsheet', () => {
  it('come back the same when they are pasted again', () => {
    const lines: readonly Line[] = [{ id: 'one', kind: 'b', name: '甲"乙"\t丙', fen: -320 }];
    const { text, html } = copyRows(lines, columns);
    expect(text).toBe('乙类\t"甲""乙""\t丙"\t-3.20\t缺');
    expect(html).toContain("mso-number-format:'\\@'");
  });
});

describe('setting a column of many rows', () => {
  it('stores only the rows that change', () => {
    const filled = fillColumn(rows, kind, '甲、类');
    expect(filled).toEqual({ ok: true, save: [{ id: 'two', kind: 'a', name: '二', fen: null }] });
  });

  it('does nothing at all when the text cannot be read', () => {
    expect(fillColumn(rows, fen, '很多').ok).toBe(false);
  });
});
