import { assertNever } from '../assertNever.ts';
import type { RichInline } from '../entities/richText.ts';
import type { Inline } from './block.ts';
import { blank, inlinesOf } from './blockBuilders.ts';

/** Prints a value of the form by its field id; null when it is not answered. */
export type PrintFact = (field: string) => string | null;

/** Room for a fact nobody answered yet. */
const FACT_BLANK = 4;

/** One inline of the user's text as printed; a fact nobody answered leaves room for the pen. */
export function richInline(inline: RichInline, fact: PrintFact): Inline[] {
  switch (inline.type) {
    case 'text':
      return inlinesOf(
        inline.text,
        inline.marks.map(({ type }) => type),
      );
    case 'hardBreak':
      return [{ type: 'break' }];
    case 'fact': {
      const text = fact(inline.attrs.field);
      return text === null
        ? [blank(FACT_BLANK, true)]
        : inlinesOf(
            text,
            inline.marks.map(({ type }) => type),
          );
    }
    default:
      return assertNever(inline);
  }
}

/** Inlines as plain words on one line. */
export function wordsOf(inlines: readonly RichInline[], fact: PrintFact): string {
  return inlines
    .flatMap((inline) => richInline(inline, fact))
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .trim();
}
