import type { FormRow, FormTable } from '../schema/page.ts';
import type { CallPath, Report } from './report.ts';

/**
 * The form's cells fill its grid: every row, together with the cells that reach down into it, takes
 * exactly `columns` columns; nothing reaches past the last row.
 */
export function checkFormGrid(form: FormTable, report: Report): void {
  // Rows a cell above still reaches into, by column.
  let carried = new Array<number>(form.columns).fill(0);
  form.rows.forEach((row, index) => {
    const path: CallPath = ['form', 'rows', index];
    const left = carried.filter((rows) => rows === 0).length;
    const taken = row.cells.reduce((sum, cell) => sum + cell.span, 0);
    if (taken !== left) {
      const above = form.columns - left;
      const share = above > 0 ? `，其中 ${above} 列已被上面的单元格占着` : '';
      report.add(
        [...path, 'cells'],
        `这一行的单元格共占 ${taken} 列，应占 ${left} 列（表格共 ${form.columns} 列${share}）`,
        `请调整各单元格的 span，使它们相加等于 ${left}`,
      );
    }
    row.cells.forEach((cell, at) => {
      if (index + cell.rows > form.rows.length)
        report.add(
          [...path, 'cells', at, 'rows'],
          `单元格向下占 ${cell.rows} 行，超出了表格的最后一行`,
          `请把 rows 改为 ${form.rows.length - index} 或更小`,
        );
    });
    checkRepeat(row, path, carried, report);
    carried = carriedBelow(row, carried);
  });
}

function carriedBelow(row: FormRow, carried: readonly number[]): number[] {
  const next = carried.map((rows) => Math.max(0, rows - 1));
  let column = 0;
  for (const cell of row.cells) {
    for (let taken = 0; taken < cell.span; column += 1) {
      if (column >= carried.length) return next;
      if (carried[column] === 0) {
        next[column] = cell.rows - 1;
        taken += 1;
      }
    }
  }
  return next;
}

function checkRepeat(row: FormRow, path: CallPath, carried: readonly number[], report: Report): void {
  const own = row.cells.map((cell) => cell.pieces.some((piece) => 'own' in piece));
  if (row.repeat === undefined) {
    const at = own.indexOf(true);
    if (at >= 0)
      report.add(
        [...path, 'cells', at],
        '自定指标（own）只能放在重复的行里',
        '请给这一行加上 "repeat": "ownIndicatorPairs"',
      );
    return;
  }
  if (!own.includes(true))
    report.add(
      path,
      '重复的行里没有自定指标，每次都会印出同样的内容',
      '请在单元格里放 {"own": "name"} 和 {"own": "value"}',
    );
  if (carried.some((rows) => rows > 0) || row.cells.some((cell) => cell.rows > 1))
    report.add(path, '重复的行不能与上下行合并单元格', '请让这一行的单元格各占一行，也不被上面的单元格占着');
}
