import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { editorContent } from '../../../renderer/steps/plan/editor/editorContent.ts';
import { planSchema } from '../../../renderer/steps/plan/editor/planSchema.ts';
import { replacement } from '../../../renderer/steps/plan/editor/replacement.ts';
import { createTypingSteps, typingOf } from '../../../renderer/steps/plan/editor/typingSteps.ts';
import { RichDocument } from '../../../shared/entities/richText.ts';
import { randomRich } from './randomRich.ts';

const schema = getSchema(planSchema({ facts: { words: () => null, subscribe: () => () => undefined } }));
const docOf = (words: string) =>
  schema.nodeFromJSON({
    type: 'doc',
    content: words.split('\n').map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  });

describe('steps of undo while typing', () => {
  it('goes on while one types, and begins anew after a pause, a line, or another kind of change', () => {
    const steps = createTypingSteps();
    const typed = (time: number) => steps.take({ kind: 'type', characters: 1 }, time);
    expect(typed(0)).toBe(true);
    expect(typed(500)).toBe(false);
    expect(typed(1400)).toBe(false);
    expect(typed(2500)).toBe(true);
    expect(steps.take({ kind: 'delete', characters: 1 }, 2600)).toBe(true);
    expect(steps.take({ kind: 'other', characters: 0 }, 2700)).toBe(true);
    expect(steps.take({ kind: 'other', characters: 0 }, 2800)).toBe(true);
    for (let time = 2900; time < 2940; time += 1) typed(time);
    expect(typed(2941)).toBe(true);
  });

  it('never uses a key twice, not in another editor either', () => {
    const first = createTypingSteps();
    first.take({ kind: 'type', characters: 1 }, 0);
    const second = createTypingSteps();
    second.take({ kind: 'type', characters: 1 }, 0);
    expect(new Set([first.key(), second.key()]).size).toBe(2);
  });

  it('knows typing from deleting and from all else', () => {
    const state = EditorState.create({ doc: docOf('甲乙丙\n丁') });
    expect(typingOf(state.tr.insertText('新', 2)).kind).toBe('type');
    expect(typingOf(state.tr.delete(2, 3)).kind).toBe('delete');
    expect(typingOf(state.tr.split(2)).kind).toBe('other');
    expect(typingOf(state.tr.join(5)).kind).toBe('other');
  });
});

describe('what comes in from outside', () => {
  it('replaces no more than what differs and leaves the cursor there', () => {
    const state = EditorState.create({ doc: docOf('第一段\n第二段\n第三段') });
    const change = replacement(state, docOf('第一段\n第二个段\n第三段'));
    expect(change?.doc.textContent).toBe('第一段第二个段第三段');
    expect(change?.steps.length).toBe(1);
    expect(change?.mapping.map(2)).toBe(2);
    expect(change?.selection.from).toBe(9);
    expect(replacement(state, docOf('第一段\n第二段\n第三段'))).toBeNull();
  });

  it('makes any text of any other, repeated letters and all', () => {
    for (const [from, to] of [
      ['哈哈哈', '哈哈哈哈'],
      ['哈哈哈哈', '哈哈'],
      ['甲甲\n甲甲', '甲甲'],
      ['', '一\n二'],
    ] as const) {
      const change = replacement(EditorState.create({ doc: docOf(from) }), docOf(to));
      expect(change?.doc.eq(docOf(to)), `${from} → ${to}`).toBe(true);
    }
    for (let seed = 1; seed < 600; seed += 1) {
      const [from, to] = [seed, seed + 1000].map((one) =>
        schema.nodeFromJSON(editorContent(RichDocument.parse(randomRich(one)))),
      );
      if (from === undefined || to === undefined || from.eq(to)) continue;
      const change = replacement(EditorState.create({ doc: from }), to);
      expect(change?.doc.eq(to), `seed ${seed}`).toBe(true);
    }
  });
});
