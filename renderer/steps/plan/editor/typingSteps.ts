import type { Transaction } from '@tiptap/pm/state';
import { AttrStep, ReplaceStep } from '@tiptap/pm/transform';

/** What a change of the text was, as far as undo cares. */
export type Typing = {
  readonly kind: 'type' | 'delete' | 'attribute' | 'other';
  readonly characters: number;
};

/** Cuts what is typed into steps that Ctrl+Z takes back one by one. */
export type TypingSteps = {
  /** Counts a change in; true when it begins a new step, and what came before must be kept as its own. */
  readonly take: (typing: Typing, time: number) => boolean;
  /** Name of the step under way. */
  readonly key: () => number;
  /** Whatever comes next is a step of its own. */
  readonly end: () => void;
};

/** A pause that ends a step, and about a line of text, which is as much as anybody wants back at once. */
const PAUSE_MS = 1000;
const MOST_CHARACTERS = 40;

let keys = 0;

/**
 * Typing on is one step, up to a line; deleting on is another, and so is typing a caption; all else (format, paste, a new paragraph, a table)
 * is a step each. Keys are never used twice, in no editor.
 */
export function createTypingSteps(): TypingSteps {
  let kind: Typing['kind'] | null = null;
  let characters = 0;
  let last = 0;
  keys += 1;
  let key = keys;
  return {
    key: () => key,
    end: () => {
      kind = null;
    },
    take: (typing, time) => {
      const goesOn =
        typing.kind === kind && kind !== 'other' && time - last < PAUSE_MS && characters < MOST_CHARACTERS;
      last = time;
      if (goesOn) {
        characters += typing.characters;
        return false;
      }
      kind = typing.kind;
      characters = typing.characters;
      keys += 1;
      key = keys;
      return true;
    },
  };
}

/** What a transaction did: only one replacement inside a block of text is typing or deleting. */
export function typingOf({ steps, docs }: Transaction): Typing {
  const [step] = steps;
  const [before] = docs;
  if (steps.length === 1 && step instanceof AttrStep) return { kind: 'attribute', characters: 1 };
  if (steps.length !== 1 || !(step instanceof ReplaceStep) || before === undefined)
    return { kind: 'other', characters: 0 };
  const { slice, from, to } = step;
  const gone = to - from;
  const inText =
    before.resolve(from).sameParent(before.resolve(to)) && before.resolve(from).parent.isTextblock;
  const onlyText = slice.openStart === 0 && slice.content.content.every(({ isText }) => isText);
  if (!inText || !onlyText) return { kind: 'other', characters: 0 };
  if (slice.size === 0) return { kind: 'delete', characters: gone };
  return { kind: 'type', characters: Math.max(1, slice.size - gone) };
}
