import { richText } from '../../../../shared/calls/operators/richText.ts';
import type { RichBlock, RichDocument, RichInline } from '../../../../shared/entities/richText.ts';
import { countAsWord } from '../../../../shared/entities/wordCount.ts';

/** What is counted of one block: facts apart, for their value changes without the block. */
type Counted = { readonly words: number; readonly facts: readonly string[] };

/** Blocks are never changed, only replaced: each is counted once. */
const counted = new WeakMap<RichBlock, Counted>();

/** 字数 of an item as Word counts it, values of the form included; and the fields whose values it tells. */
export function planWords(
  document: RichDocument | null,
  factText: (field: string) => string,
): { readonly words: number; readonly facts: readonly string[] } {
  let words = 0;
  const facts: string[] = [];
  for (const block of document?.content ?? []) {
    const found = countBlock(block);
    facts.push(...found.facts);
    words +=
      found.facts.length === 0
        ? found.words
        : countAsWord(richText({ type: 'doc', content: [block] }, factText));
  }
  return { words, facts };
}

function countBlock(block: RichBlock): Counted {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const facts = factsOf(block);
  const text = richText({ type: 'doc', content: [block] }, () => '');
  const made = { words: facts.length === 0 ? countAsWord(text) : 0, facts };
  counted.set(block, made);
  return made;
}

function factsOf(block: RichBlock): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content.flatMap((inline: RichInline) =>
        inline.type === 'fact' ? [inline.attrs.field] : [],
      );
    case 'image':
      return [];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(({ content }) => content.flatMap(factsOf));
    case 'table':
      return block.content.flatMap(({ content }) => content.flatMap((cell) => cell.content.flatMap(factsOf)));
  }
}
