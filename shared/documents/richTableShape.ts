import type { RichBlock } from '../entities/richText.ts';
import { textWidth } from './measureText.ts';
import { type PrintFact, wordsOf } from './richInline.ts';

export type RichTable = Extract<RichBlock, { type: 'table' }>;

/** Widths of the user's columns follow their text between these bounds, in characters. */
const NARROWEST = 4;
const WIDEST = 24;

/** Leading rows made of header cells only that no cell leaves downwards: they repeat on every page. */
export function headRowsOf(block: RichTable): number {
  let count = 0;
  for (const { content } of block.content) {
    if (content.length === 0 || content.some((cellHere) => cellHere.type !== 'tableHeader')) break;
    count += 1;
  }
  const fits = (rows: number) =>
    block.content
      .slice(0, rows)
      .every(({ content }, index) => content.every((cellHere) => index + cellHere.attrs.rowspan <= rows));
  while (count > 0 && !fits(count)) count -= 1;
  return count === block.content.length ? 0 : count;
}

function textOfBlocks(blocks: readonly RichBlock[], fact: PrintFact): string {
  return blocks
    .map((block) =>
      'content' in block && (block.type === 'paragraph' || block.type === 'heading')
        ? wordsOf(block.content, fact)
        : '',
    )
    .join('');
}

/** Relative widths: the editor keeps none, so each column follows its longest unmerged text within bounds. */
export function columnWidths(block: RichTable, fact: PrintFact): number[] {
  const widths: number[] = [];
  const taken: number[] = [];
  for (const [index, { content }] of block.content.entries()) {
    let column = 0;
    for (const source of content) {
      while ((taken[column] ?? 0) > index) column += 1;
      const { colspan, rowspan } = source.attrs;
      for (let at = column; at < column + colspan; at += 1) {
        taken[at] = index + rowspan;
        widths[at] ??= NARROWEST;
      }
      if (colspan === 1) {
        const wide = textWidth(textOfBlocks(source.content, fact));
        widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, wide));
      }
      column += colspan;
    }
  }
  return widths.map((width) => Math.round((width ?? NARROWEST) * 10) / 10);
}
