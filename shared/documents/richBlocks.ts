import { assertNever } from '../assertNever.ts';
import type { RichBlock, RichDocument, RichInline } from '../entities/richText.ts';
import type { Block, Cell, Inline, Paragraph, Row, Table } from './block.ts';
import { cell, heading, inlinesOf, paragraph, row } from './blockBuilders.ts';
import { isWritten } from './isWritten.ts';
import { type PrintFact, richInline, wordsOf } from './richInline.ts';
import { columnWidths, headRowsOf, type RichTable } from './richTableShape.ts';

/** Where user text stands, and how the facts in it are printed. */
export interface RichPlace {
  /** Anchor of the outline item; headings inside become `ANCHOR.h1` … */
  readonly anchor: string;
  /** Heading level of the outline item; the user's own headings go below it. */
  readonly level: number;
  readonly fact: PrintFact;
}

type RichCell = RichTable['content'][number]['content'][number];
type RichList = Extract<RichBlock, { type: 'bulletList' | 'orderedList' }>;

const DEEPEST = 6;
/** Tables of more columns are set in small type. */
const WIDE_TABLE = 5;

/** The user's words of one outline item as blocks. Trailing empty paragraphs, which editors leave, are dropped. */
export function richBlocks(document: RichDocument, place: RichPlace): Block[] {
  let headings = 0;

  function words(inlines: readonly RichInline[]): Inline[] {
    return inlines.flatMap((inline) => richInline(inline, place.fact));
  }

  function paragraphOf(block: Extract<RichBlock, { type: 'paragraph' }>, inCell: boolean): Paragraph {
    const align = block.attrs.textAlign;
    const content = words(block.content);
    if (inCell) return paragraph('cell', content, align);
    // A first-line indent belongs to text that runs on, not to a centred or right-hand line.
    return paragraph(align === 'center' || align === 'right' ? 'plain' : 'body', content, align);
  }

  function list(block: RichList, inCell: boolean): Block {
    return {
      type: 'list',
      ordered: block.type === 'orderedList',
      items: block.content.map((item) => blocksOf(item.content, { inCell, inList: true })),
    };
  }

  function blocksOf(blocks: readonly RichBlock[], at: { inCell: boolean; inList: boolean }): Block[] {
    return blocks.flatMap((block): Block[] => {
      switch (block.type) {
        case 'paragraph':
          return [
            at.inList && !at.inCell
              ? { ...paragraphOf(block, false), style: 'plain' }
              : paragraphOf(block, at.inCell),
          ];
        case 'heading': {
          const text = wordsOf(block.content, place.fact);
          if (text === '') return [];
          // A heading inside a cell or a list is a bold line: it has no place in the outline.
          if (at.inCell || at.inList)
            return [
              paragraph(at.inCell ? 'cell' : 'plain', inlinesOf(text, ['bold']), block.attrs.textAlign),
            ];
          headings += 1;
          const level = Math.min(DEEPEST, place.level + block.attrs.level);
          return [heading(level === 4 ? 4 : level === 5 ? 5 : 6, `${place.anchor}.h${headings}`, text)];
        }
        case 'image': {
          const { asset, alt, caption, widthPercent } = block.attrs;
          return [{ type: 'image', asset, alt, caption, widthPercent }];
        }
        case 'bulletList':
        case 'orderedList':
          return [list(block, at.inCell)];
        case 'table':
          return block.content.length === 0 ? [] : [table(block)];
        default:
          return assertNever(block);
      }
    });
  }

  function cellOf(source: RichCell): Cell {
    const first = source.content[0];
    const align =
      first !== undefined && 'attrs' in first && 'textAlign' in first.attrs ? first.attrs.textAlign : null;
    const head = source.type === 'tableHeader';
    return cell(
      { blocks: blocksOf(source.content, { inCell: true, inList: false }) },
      {
        role: head ? 'head' : 'value',
        align: align ?? (head ? 'center' : 'left'),
        span: source.attrs.colspan,
        rows: source.attrs.rowspan,
      },
    );
  }

  function table(block: RichTable): Table {
    const rows: Row[] = block.content.map(({ content }) => row(content.map(cellOf)));
    const headRows = headRowsOf(block);
    const columns = columnWidths(block, place.fact);
    return {
      type: 'table',
      anchor: null,
      style: 'user',
      columns,
      head: rows.slice(0, headRows),
      rows: rows.slice(headRows),
      size: columns.length > WIDE_TABLE ? 'small' : 'normal',
    };
  }

  const kept = [...document.content];
  while (kept.length > 0 && !isWritten({ type: 'doc', content: kept.slice(-1) })) kept.pop();
  return blocksOf(kept, { inCell: false, inList: false });
}
