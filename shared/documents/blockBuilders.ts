import type { Align, Block, Cell, Heading, Inline, Mark, Paragraph, ParagraphStyle, Row } from './block.ts';
import { plainText } from './plainText.ts';

/** Text as inlines, safe to print; its line ends become breaks. Empty text is no inline at all. */
export function inlinesOf(text: string, marks: readonly Mark[] = []): Inline[] {
  const inlines: Inline[] = [];
  for (const [index, line] of plainText(text).split('\n').entries()) {
    if (index > 0) inlines.push({ type: 'break' });
    if (line !== '') inlines.push({ type: 'text', text: line, marks });
  }
  return inlines;
}

/** Room for the pen, in Chinese characters. */
export function blank(characters: number, underline = false): Inline {
  return { type: 'blank', characters, underline };
}

/** A paragraph of text or of ready inlines. */
export function paragraph(
  style: ParagraphStyle,
  content: string | readonly Inline[],
  align: Align | null = null,
): Paragraph {
  return {
    type: 'paragraph',
    style,
    align,
    content: typeof content === 'string' ? inlinesOf(content) : content,
  };
}

/** A heading on one line; line ends inside it become spaces. */
export function heading(level: Heading['level'], anchor: string, text: string): Heading {
  return { type: 'heading', level, anchor, text: plainText(text).replaceAll('\n', ' ') };
}

interface CellShape {
  readonly role?: Cell['role'];
  readonly align?: Align;
  readonly span?: number;
  readonly rows?: number;
}

/** A table cell of text, inlines or blocks; a value at the left unless told otherwise. */
export function cell(
  content: string | readonly Inline[] | { readonly blocks: readonly Block[] },
  shape: CellShape = {},
): Cell {
  const { role = 'value', align = 'left', span = 1, rows = 1 } = shape;
  const blocks =
    typeof content === 'object' && 'blocks' in content ? content.blocks : [paragraph('cell', content, align)];
  return { span, rows, role, align, content: blocks };
}

/** A row that grows with its text. */
export function row(cells: readonly Cell[], anchor: string | null = null): Row {
  return { cells, height: null, anchor };
}

/** Anchor of the last row of a table, which may stand pages after its first. */
export function tableEnd(anchor: string): string {
  return `${anchor}.end`;
}

/** The head of a data table: one centred cell for each text. */
export function headRow(texts: readonly string[]): Row {
  return row(texts.map((text) => cell(text, { role: 'head', align: 'center' })));
}
