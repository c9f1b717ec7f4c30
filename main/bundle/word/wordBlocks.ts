import { Paragraph, Table } from 'docx';
import { assertNever } from '../../../shared/assertNever.ts';
import type { Block, List } from '../../../shared/documents/block.ts';
import { wordContents } from './wordContents.ts';
import type { WordContext } from './wordContext.ts';
import { listIndent, listMark } from './wordLists.ts';
import {
  type ParagraphPlace,
  wordHairline,
  wordHeading,
  wordParagraph,
  wordSignature,
  wordSpace,
} from './wordParagraphs.ts';
import { wordPicture } from './wordPicture.ts';
import { wordTable } from './wordTable.ts';

type Written = Paragraph | Table;

export const RUNNING_TEXT: ParagraphPlace = { cell: null, list: null };

function wordList(block: List, room: number, place: ParagraphPlace, context: WordContext): Written[] {
  const level = place.list === null ? 0 : place.list.level + 1;
  const instance = context.nextList();
  return block.items.flatMap((item) => {
    const mark = listMark(block.ordered, level, instance);
    const [first, ...rest] = item;
    // The number needs a paragraph to stand on, even when an item begins with a table or is empty.
    const lead = first?.type === 'paragraph' ? first : null;
    const after = lead === null ? item : rest;
    return [
      wordParagraph(
        lead ?? { type: 'paragraph', style: 'plain', align: null, content: [] },
        { ...place, list: { level, mark } },
        context,
      ),
      ...writeAll(
        after,
        Math.max(600, room - listIndent(level)),
        { ...place, list: { level, mark: null } },
        context,
      ),
    ];
  });
}

function writeBlock(block: Block, room: number, place: ParagraphPlace, context: WordContext): Written[] {
  switch (block.type) {
    case 'paragraph':
      return [wordParagraph(block, place, context)];
    case 'heading':
      return [wordHeading(block, context)];
    case 'list':
      return wordList(block, room, place, context);
    case 'table': {
      const table = wordTable(block, room, context, wordBlocks);
      return table === null ? [] : [table];
    }
    case 'image':
      return wordPicture(block, room, context);
    case 'contents':
      return wordContents(block, context);
    case 'signature':
      return wordSignature(block, place, context);
    case 'turned':
      // Its page is turned by the section it stands in; within anything else it only parts its sheets.
      return block.sheets.flatMap((sheet, index) => [
        ...(index > 0 && place.cell === null ? [wordHairline(context, true)] : []),
        ...writeAll(sheet, room, place, context),
      ]);
    case 'pageBreak':
      return place.cell === null ? [wordHairline(context, true)] : [];
    case 'space':
      return [wordSpace(block.mm, context)];
    default:
      return assertNever(block);
  }
}

function writeAll(
  blocks: readonly Block[],
  room: number,
  place: ParagraphPlace,
  context: WordContext,
): Written[] {
  const written: Written[] = [];
  for (const block of blocks)
    for (const piece of writeBlock(block, room, place, context)) {
      // Two tables in a row would grow together.
      if (piece instanceof Table && written.at(-1) instanceof Table) written.push(wordHairline(context));
      written.push(piece);
    }
  return written;
}

/**
 * Blocks as Word paragraphs and tables, `room` twips wide. Ends with a paragraph, as Word asks of a cell
 * and of a section.
 */
export function wordBlocks(
  blocks: readonly Block[],
  room: number,
  place: ParagraphPlace,
  context: WordContext,
): Written[] {
  const written = writeAll(blocks, room, place, context);
  if (written.at(-1) instanceof Paragraph) return written;
  if (written.length > 0) return [...written, wordHairline(context)];
  // An empty cell keeps its style, so that what people type into it looks right.
  return [wordParagraph({ type: 'paragraph', style: 'cell', align: null, content: [] }, place, context)];
}
