import { describe, expect, it } from 'vitest';
import { createAnchorBook } from '../../../main/bundle/typeset/prepare/anchorBook.ts';
import { prepareInlines } from '../../../main/bundle/typeset/prepare/prepareInlines.ts';
import type { Scope } from '../../../main/bundle/typeset/prepare/scope.ts';
import { tableLook } from '../../../main/bundle/typeset/prepare/tableLook.ts';
import type { Table } from '../../../shared/documents/block.ts';
import { heading, inlinesOf, paragraph } from '../../../shared/documents/blockBuilders.ts';
import type { BundleDocument } from '../../../shared/documents/bundleDocument.ts';

function documentOf(part: Partial<BundleDocument>): BundleDocument {
  return {
    title: '',
    author: '',
    subject: '',
    keywords: [],
    draft: false,
    duplex: false,
    sections: [],
    dividers: [],
    outline: [],
    printedValues: [],
    seals: [],
    spineText: '',
    ...part,
  };
}

function scopeOf(
  document: BundleDocument,
  pageNumbers: ReadonlyMap<string, number> = new Map(),
): Scope & { warnings: string[] } {
  const warnings: string[] = [];
  const missing = (text: string): string | null => (text.includes('😀') ? '1F600' : null);
  return {
    anchors: createAnchorBook(document),
    assets: new Map(),
    refused: new Set(),
    pageNumbers,
    coverage: { has: (text) => missing(text) === null, missing },
    warn: (message) => warnings.push(message),
    enter: () => undefined,
    warnings,
  };
}

describe('inlines', () => {
  const scope = scopeOf(documentOf({}));
  const pieces = (text: string, ems: number): string[][] =>
    prepareInlines(inlinesOf(text), ems, scope).map((inline) =>
      inline.kind === 'text' ? [...inline.text] : [inline.kind],
    );

  it('stay whole when their words fit a line', () => {
    expect(pieces('号码24112000000048542163号', 20)).toEqual([['号码24112000000048542163号']]);
  });

  it('may be broken inside a word longer than a line, and only there', () => {
    const [opened = []] = pieces('号码24112000000048542163号', 6);
    expect(opened.join('')).toBe('号码24112000000048542163号');
    expect(opened[0]).toBe('号码');
    expect(opened.at(-1)).toBe('号');
    expect(opened.length).toBeGreaterThan(8);
  });

  it('may be broken where bold begins inside an overlong word', () => {
    const inlines = [...inlinesOf('1234567890'), ...inlinesOf('1234567890', ['bold'])];
    const prepared = prepareInlines(inlines, 6, scope);
    expect(prepared.map((inline) => inline.kind === 'text' && inline.after)).toEqual([false, true]);
  });

  it('never split what is one character to a reader', () => {
    const [opened = []] = pieces('e\u0301'.repeat(40), 6);
    for (const piece of opened) expect(piece).toMatch(/^(e\u0301)+$/);
  });

  it('name a character without a glyph once for each place', () => {
    const own = scopeOf(documentOf({}));
    const prepared = prepareInlines(inlinesOf('甲😀乙'), 20, own);
    expect(prepared.map((inline) => inline.kind)).toEqual(['text', 'unknown', 'text']);
    expect(own.warnings).toHaveLength(1);
  });
});

describe('anchors', () => {
  const document = documentOf({
    sections: [
      { id: 'cover', kind: 'cover', startOnRight: true, numbered: false, blocks: [] },
      {
        id: 'contents',
        kind: 'contents',
        startOnRight: true,
        numbered: false,
        blocks: [
          {
            type: 'contents',
            entries: [
              { level: 2, text: '营业执照', anchor: 'attachments.license' },
              { level: 3, text: '副本', anchor: 'attachment.a1' },
            ],
          },
        ],
      },
      {
        id: 'plan',
        kind: 'plan',
        startOnRight: true,
        numbered: true,
        blocks: [heading(2, 'plan.1', '一'), heading(2, 'plan.1', '又')],
      },
    ],
    dividers: [
      { kind: 'license', title: '营业执照', blocks: [] },
      {
        kind: 'patents',
        title: '专利',
        blocks: [paragraph('body', [{ type: 'pageRef', anchor: 'attachment.b1' }])],
      },
    ],
  });

  it('are numbered once each, in reading order', () => {
    const book = createAnchorBook(document);
    expect(book.anchors.map(({ id }) => id)).toEqual([
      'cover',
      'contents',
      'plan',
      'plan.1',
      'attachments.license',
      'attachments.patents',
    ]);
    expect(book.claim('plan.1')).toBe(3);
    expect(book.claim('plan.1')).toBeNull();
    expect(book.claim('nowhere')).toBeNull();
  });

  it('of files lead to the divider that lists them, or below which the 目录 lists them', () => {
    const book = createAnchorBook(document);
    expect(book.dividerOf('attachment.a1')?.id).toBe('attachments.license');
    expect(book.dividerOf('attachment.b1')?.id).toBe('attachments.patents');
    expect(book.dividerOf('attachment.c1')).toBeNull();
  });

  it('of files print their planned number and link to their divider; without a number neither', () => {
    const reference = (numbers: ReadonlyMap<string, number>) =>
      prepareInlines([{ type: 'pageRef', anchor: 'attachment.a1' }], 20, scopeOf(document, numbers));
    expect(reference(new Map([['attachment.a1', 44]]))).toEqual([{ kind: 'page', target: 4, number: 44 }]);
    expect(reference(new Map())).toEqual([{ kind: 'page', target: null, number: null }]);
  });
});

describe('a table', () => {
  const table = (style: Table['style'], columns: number): Table => ({
    type: 'table',
    anchor: null,
    style,
    columns: new Array<number>(columns).fill(1),
    head: [],
    rows: [],
    size: 'normal',
  });

  it('is set in 12 pt, smaller only when its columns would not hold two characters', () => {
    expect(tableLook(table('user', 8), 430).text).toBe(12);
    expect(tableLook(table('user', 20), 430).text).toBeLessThan(8);
    expect(tableLook(table('user', 60), 430).text).toBe(5);
    expect(tableLook(table('form', 24), 430).text).toBe(12);
  });
});
