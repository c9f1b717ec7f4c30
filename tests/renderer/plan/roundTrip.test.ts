import { readFileSync } from 'node:fs';
import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { editorContent } from '../../../renderer/steps/plan/editor/editorContent.ts';
import { planSchema } from '../../../renderer/steps/plan/editor/planSchema.ts';
import { richDocumentOf } from '../../../renderer/steps/plan/editor/richDocumentOf.ts';
import { RichDocument } from '../../../shared/entities/richText.ts';
import { plainRich } from './plainRich.ts';
import { randomRich } from './randomRich.ts';

const schema = getSchema(
  planSchema({ facts: { words: () => ({ label: '项', value: null }), subscribe: () => () => undefined } }),
);

function through(document: RichDocument): RichDocument {
  const node = schema.nodeFromJSON(editorContent(document));
  node.check();
  return richDocumentOf(node);
}

const samples = ['5g-workshop', 'cluster-wrong', 'industrial-platform'].flatMap((name) => {
  const { plan } = JSON.parse(
    readFileSync(new URL(`../../../assets/samples/${name}/answers.json`, import.meta.url), 'utf8'),
  ) as { plan: Record<string, unknown> };
  return Object.entries(plan).map(([item, document]) => [name, item, RichDocument.parse(document)] as const);
});

describe('a plan that goes through the editor and back', () => {
  it('has samples to prove it with', () => expect(samples.length).toBeGreaterThan(10));

  it.each(samples)('keeps every word, mark, table and picture of %s %s', (_name, _item, document) => {
    expect(through(document)).toEqual(document);
  });

  it('keeps whatever a draft may hold, however odd, but for what cannot be seen', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const document = RichDocument.parse(randomRich(seed));
      const back = through(document);
      expect(RichDocument.parse(back)).toEqual(back);
      expect(plainRich(back), `seed ${seed}`).toEqual(plainRich(document));
      expect(through(back), `seed ${seed} once more`).toEqual(back);
    }
  });

  it('converts a block that did not change only once', () => {
    const document = RichDocument.parse(randomRich(7));
    const node = schema.nodeFromJSON(editorContent(document));
    const [first, second] = [richDocumentOf(node), richDocumentOf(node)];
    expect(second.content.every((block, index) => block === first.content[index])).toBe(true);
  });
});
