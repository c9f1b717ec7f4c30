import { beforeAll, describe, expect, it } from 'vitest';
import { typeset } from '../../main/bundle/typeset/typeset.ts';
import type { Block } from '../../shared/documents/block.ts';
import { cell, paragraph } from '../../shared/documents/blockBuilders.ts';
import type { BundleDocument, PictureAsset } from '../../shared/documents/bundleDocument.ts';
import { pageTexts, squeezed } from './poppler.ts';
import { fixtureDocument, fixturePictures } from './typesetFixture.ts';
import { deepBlocks, randomDocument } from './typesetRandom.ts';

function planOf(blocks: readonly Block[]): BundleDocument {
  return {
    ...fixtureDocument({ duplex: false }),
    sections: [{ id: 'plan', kind: 'plan', startOnRight: false, numbered: true, blocks }],
    dividers: [],
  };
}

describe('content never makes typesetting fail', () => {
  let assets: Map<string, PictureAsset>;
  beforeAll(async () => {
    assets = new Map(await fixturePictures());
    assets.set('broken', {
      sha256: 'broken',
      bytes: new Uint8Array(50),
      mime: 'image/jpeg',
      widthPx: 0,
      heightPx: 3,
    });
  });

  // 10 makes Typst give up tagging the PDF, which is written without tags then; 25 and 38 once never ended.
  it.each([1, 3, 6, 7, 8, 10, 13, 14, 16, 25, 38])('random document %i', async (seed) => {
    const pageNumbers = new Map([
      ['id3', 7],
      ['attachments.license', 9],
    ]);
    const document = randomDocument(seed);
    const result = await typeset(document, { assets, pageNumbers });
    expect(result.pages).toBeGreaterThan(0);
    expect(result.pages - result.bodyPages).toBe(document.dividers.length);
    expect(await pageTexts(result.pdf)).toHaveLength(result.pages);
  });

  it('lists and tables inside one another a hundred deep keep their words', async () => {
    const { pdf } = await typeset(planOf(deepBlocks(100)), { assets, pageNumbers: new Map() });
    expect(squeezed((await pageTexts(pdf)).join(''))).toContain('最里面');
  });

  it('a table of spans that do not fill the grid keeps every cell', async () => {
    const spans: Block = {
      type: 'table',
      anchor: null,
      style: 'user',
      columns: [1, 1, 1],
      size: 'normal',
      head: [],
      rows: [
        { cells: [cell('甲', { span: 2, rows: 9 }), cell('乙', { span: 7 })], height: null, anchor: null },
        { cells: [cell('丙'), cell('丁'), cell('戊', { rows: 0 })], height: null, anchor: null },
        { cells: [], height: null, anchor: null },
        { cells: [cell('己', { span: -1 })], height: null, anchor: null },
      ],
    };
    const { pdf } = await typeset(planOf([spans]), { assets, pageNumbers: new Map() });
    const text = squeezed((await pageTexts(pdf)).join(''));
    for (const word of '甲乙丙丁戊己') expect(text).toContain(word);
  });

  it('a table head higher than a page is printed once', async () => {
    const table: Block = {
      type: 'table',
      anchor: null,
      style: 'data',
      columns: [1],
      size: 'normal',
      head: [{ cells: [cell('很高的表头'.repeat(1500), { role: 'head' })], height: null, anchor: null }],
      rows: [{ cells: [cell('行')], height: null, anchor: null }],
    };
    const result = await typeset(planOf([table]), { assets, pageNumbers: new Map() });
    expect(
      squeezed((await pageTexts(result.pdf)).join('').replace(/—\d+—/g, '')).split('很高的表头').length,
    ).toBeGreaterThan(1400);
    expect(result.pages).toBeLessThan(20);
  });

  it('references to pages nobody knows print a dash', async () => {
    const block = paragraph('body', [
      { type: 'text', text: '见第', marks: [] },
      { type: 'pageRef', anchor: 'attachment.gone' },
      { type: 'text', text: '页', marks: [] },
    ]);
    const { pdf } = await typeset(planOf([block]), {
      assets,
      pageNumbers: new Map([['attachment.other', 5]]),
    });
    expect(squeezed((await pageTexts(pdf)).join(''))).toContain('见第—页');
  });
});
