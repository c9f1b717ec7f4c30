import { findHeadBlock, signatureOf } from './headBlock.ts';
import type { HtmlTable } from './htmlTables.ts';
import type { Cell, Merge, Sheet } from './sheet.ts';

type Stack = {
  readonly signature: string;
  /** What stands above the heads in tables of their own. */
  readonly above: string;
  readonly tables: HtmlTable[];
};

/**
 * Puts the tables of a page together as a spreadsheet would show them: titles above the table they belong to, rows
 * below heads that stand in a table of their own, pages of one list below each other. Each other list is a sheet.
 */
export function sheetsOfTables(tables: readonly HtmlTable[], names: readonly string[]): readonly Sheet[] {
  const stacks: Stack[] = [];
  let waiting: HtmlTable[] = [];
  // Heads alone: their rows stand in the next table.
  let isOpen = false;
  for (const table of tables) {
    const block = findHeadBlock(sheetOf('', [table]));
    const last = stacks.at(-1);
    if (block !== null) {
      const [signature, above] = [signatureOf(block), waiting.map(textOf).join('\n')];
      const goesOn = last?.signature === signature && (above === '' || above === last.above);
      if (last !== undefined && goesOn) last.tables.push(table);
      else stacks.push({ signature, above, tables: [...waiting, table] });
      waiting = [];
      isOpen = block.last + 1 >= table.rows.length;
    } else if (last !== undefined && isOpen && widest(table) > 1) {
      last.tables.push(table);
      isOpen = false;
    } else waiting.push(table);
  }
  stacks.at(-1)?.tables.push(...waiting);
  return stacks.map((stack, index) => sheetOf(names[index] ?? `表${index + 1}`, stack.tables));
}

function sheetOf(name: string, tables: readonly HtmlTable[]): Sheet {
  const rows: (readonly (Cell | undefined)[])[] = [];
  const merges: Merge[] = [];
  for (const table of tables) {
    const down = rows.length;
    for (const row of table.rows) rows.push(row);
    for (const { top, left, bottom, right } of table.merges)
      merges.push({ top: top + down, left, bottom: bottom + down, right });
  }
  return { name, hidden: false, rows, merges };
}

function textOf({ rows }: HtmlTable): string {
  return rows.flatMap((row) => row.flatMap((cell) => cell?.text ?? [])).join(' ');
}

function widest({ rows }: HtmlTable): number {
  return rows.reduce((most, row) => Math.max(most, row.filter((cell) => cell !== undefined).length), 0);
}
