import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Typeset } from '../../main/bundle/typeset/createTypesetter.ts';
import { typeset } from '../../main/bundle/typeset/typeset.ts';
import type { Block } from '../../shared/documents/block.ts';
import { cell, heading, paragraph, row } from '../../shared/documents/blockBuilders.ts';
import type { BundleDocument } from '../../shared/documents/bundleDocument.ts';
import { pageTexts, pageWords, squeezed, type Word } from './poppler.ts';
import { fixtureDocument, fixturePageNumbers, fixturePictures, formBlocks } from './typesetFixture.ts';

const MM = 72 / 25.4;
const PAGE_WIDTH = 210 * MM;
const PAGE_HEIGHT = 297 * MM;
const NOTHING = { assets: new Map(), pageNumbers: new Map() } as const;

/** Lines of the foot: below the text area. */
function foot(words: readonly Word[]): Word[] {
  return words.filter((word) => word.top > PAGE_HEIGHT - 35 * MM);
}

function text(words: readonly Word[]): Word[] {
  return words.filter((word) => word.bottom < PAGE_HEIGHT - 34 * MM);
}

function printedNumber(words: readonly Word[]): number | null {
  const match = /^—(\d+)—$/.exec(
    squeezed(
      foot(words)
        .map((word) => word.text)
        .join(''),
    ),
  );
  return match === null ? null : Number(match[1]);
}

async function documentOf(duplex: boolean): Promise<{ result: Typeset; words: Word[][]; texts: string[] }> {
  const assets = await fixturePictures();
  const result = await typeset(fixtureDocument({ duplex }), { assets, pageNumbers: fixturePageNumbers() });
  return { result, words: await pageWords(result.pdf), texts: await pageTexts(result.pdf) };
}

describe.each([true, false])('pages, printed on both sides: %s', (duplex) => {
  let result: Typeset;
  let words: Word[][];
  let texts: string[];
  beforeAll(async () => {
    ({ result, words, texts } = await documentOf(duplex));
  });
  const page = (physical: number): Word[] => words[physical - 1] ?? [];

  it('are counted', () => {
    expect(words).toHaveLength(result.pages);
    expect(result.bodyPages).toBe(result.pages - 2);
    expect(result.frontPages).toBe(duplex ? 4 : 2);
    expect(result.blankPages.slice(0, 2)).toEqual(duplex ? [2, 4] : []);
    for (const blank of result.blankPages) expect(page(blank)).toEqual([]);
    expect(words.flatMap((list, index) => (list.length === 0 ? [index + 1] : []))).toEqual(result.blankPages);
  });

  it('bear no number on cover, 目录 and blank pages, then — 1 — and so on', () => {
    for (let physical = 1; physical <= result.frontPages; physical += 1)
      expect(foot(page(physical))).toEqual([]);
    for (let physical = result.frontPages + 1; physical <= result.bodyPages; physical += 1) {
      const expected = result.blankPages.includes(physical) ? null : physical - result.frontPages;
      expect(printedNumber(page(physical))).toBe(expected);
    }
  });

  it('have the number at the outer edge: odd right, even left, one character in', () => {
    for (let physical = result.frontPages + 1; physical <= result.bodyPages; physical += 1) {
      const marks = foot(page(physical));
      if (marks.length === 0) continue;
      const odd = (physical - result.frontPages) % 2 === 1;
      const right = Math.max(...marks.map((word) => word.right));
      const left = Math.min(...marks.map((word) => word.left));
      if (odd) expect(right).toBeCloseTo(PAGE_WIDTH - 26 * MM - 14, -1);
      else expect(left).toBeCloseTo((duplex ? 26 : 32) * MM + 14, -1);
      expect(Math.min(...marks.map((word) => word.top))).toBeGreaterThan(PAGE_HEIGHT - 35 * MM + 8);
    }
  });

  it('keep every word inside their margins, 32 mm on the binding side and 26 mm outside', () => {
    for (let physical = 1; physical <= result.bodyPages; physical += 1) {
      const rightHand = !duplex || physical % 2 === 1;
      const left = (rightHand ? 32 : 26) * MM;
      const right = PAGE_WIDTH - (rightHand ? 26 : 32) * MM;
      for (const word of text(page(physical))) {
        // A bracket or full stop at the edge of a line fills half of its square; only blank paper overhangs.
        const opening = /^[（“《]/.test(word.text) ? 8.5 : 1.5;
        expect(word.left, `page ${physical}: ${word.text}`).toBeGreaterThan(left - opening);
        const overhang = /[，。、；：）”？！]$/.test(word.text) ? 8.5 : 1.5;
        expect(word.right, `page ${physical}: ${word.text}`).toBeLessThan(right + overhang);
        expect(word.top).toBeGreaterThan(37 * MM - 4);
      }
    }
  });

  it('bear the numbers the 目录 prints', () => {
    const contents = texts[(result.anchors.get('contents')?.physical ?? 0) - 1] ?? '';
    const entries: [string, string][] = [
      ['一、试点示范项目申报表', 'form'],
      ['二、项目建设方案', 'plan'],
      ['（一）申报单位基本情况', 'plan.1'],
      ['1.申报单位名称、行业、性质', 'plan.1.1'],
      ['（二）项目基本情况', 'plan.2'],
      ['三、其他附件', 'attachments'],
    ];
    for (const [title, anchor] of entries) {
      const line = contents.split('\n').find((candidate) => candidate.includes(title)) ?? '';
      const number = Number(/(\d+)\s*$/.exec(line)?.[1]);
      const physical = result.anchors.get(anchor)?.physical ?? 0;
      expect(number, title).toBe(printedNumber(page(physical)));
      expect(result.anchors.get(anchor)?.printed).toBe(number);
      expect(squeezed(texts[physical - 1] ?? '')).toContain(title);
    }
    expect(contents).toMatch(/营业执照[ .]+21/);
    expect(contents).toMatch(/装订）[ .]+22/);
    expect(contents).toMatch(/发票复印件[ .]+24/);
  });

  it('tell where every invoice row stands', () => {
    for (const number of [1, 60, 120]) {
      const anchor = result.anchors.get(`invoice.${number}`);
      const found = texts[(anchor?.physical ?? 0) - 1] ?? '';
      // 20 digits stand on two lines of their column.
      expect(squeezed(found)).toContain(String(24112000000048540000n + BigInt(number - 1)).slice(-9));
      expect(anchor?.printed).toBe((anchor?.physical ?? 0) - result.frontPages);
    }
  });

  it('repeat the head of a table on each of its pages', () => {
    const first = result.anchors.get('invoice.1')?.physical ?? 0;
    const last = result.anchors.get('invoice.120')?.physical ?? 0;
    expect(last).toBeGreaterThan(first + 3);
    for (let physical = first; physical <= last; physical += 1)
      expect(squeezed(texts[physical - 1] ?? '')).toContain('开票日期');
  });

  it('end with one page for each divider, bearing its planned number', () => {
    expect(result.anchors.get('attachments.license')).toEqual({
      physical: result.bodyPages + 1,
      printed: 21,
    });
    expect(result.anchors.get('attachments.invoice-copies')).toEqual({
      physical: result.bodyPages + 2,
      printed: 24,
    });
    expect(printedNumber(page(result.bodyPages + 1))).toBe(21);
    expect(printedNumber(page(result.bodyPages + 2))).toBe(24);
    expect(squeezed(texts[result.bodyPages] ?? '')).toContain('营业执照');
  });

  it('link each 目录 entry and page reference to the page it names', async () => {
    const document = await PDFDocument.load(result.pdf);
    const pages = document.getPages();
    const refs = pages.map((each) => each.ref.toString());
    const targets = pages.map((each) => {
      const found = new Set<number>();
      for (const ref of each.node.Annots()?.asArray() ?? []) {
        const destination = document.context.lookup(
          document.context.lookup(ref, PDFDict).get(PDFName.of('Dest')),
          PDFArray,
        );
        found.add(refs.indexOf(String(destination.get(0))) + 1);
      }
      return found;
    });
    const contents = result.anchors.get('contents')?.physical ?? 0;
    const wanted = [
      'form',
      'plan',
      'plan.1',
      'plan.2',
      'attachments',
      'attachments.license',
      'attachments.invoice-copies',
    ];
    for (const anchor of wanted)
      expect(targets[contents - 1], anchor).toContain(result.anchors.get(anchor)?.physical);
    for (const list of targets) for (const target of list) expect(target).toBeGreaterThan(0);
    // A file's page is not typeset: its reference leads to the divider of its kind.
    const plan = result.anchors.get('plan.1.1.h1')?.physical ?? 0;
    expect([...(targets[plan - 1] ?? [])]).toContain(result.bodyPages + 1);
  });
});

function planOf(blocks: readonly Block[], extra: Partial<BundleDocument> = {}): BundleDocument {
  return {
    ...fixtureDocument({ duplex: false }),
    sections: [{ id: 'plan', kind: 'plan', startOnRight: false, numbered: true, blocks }],
    dividers: [],
    ...extra,
  };
}

describe('the form', () => {
  it('fits one page', async () => {
    const document = planOf([], {
      sections: [{ id: 'form', kind: 'form', startOnRight: true, numbered: true, blocks: formBlocks() }],
    });
    const result = await typeset(document, NOTHING);
    expect(result.pages).toBe(1);
    const [page = ''] = (await pageTexts(result.pdf)).map(squeezed);
    expect(page).toContain('91500000MA5U0EX0X3');
    expect(page).toContain('填表时间：2020年1月20日');
  });

  it('is set smaller when a little too long, and flows over pages when much too long', async () => {
    const formOf = (times: number): BundleDocument => {
      const text = paragraph('cell', '建设内容很多，'.repeat(times));
      const extra: Block = {
        type: 'table',
        anchor: null,
        style: 'form',
        columns: [1],
        head: [],
        size: 'small',
        rows: [row([cell({ blocks: [text] })])],
      };
      return planOf([], {
        sections: [
          { id: 'form', kind: 'form', startOnRight: true, numbered: true, blocks: [...formBlocks(), extra] },
        ],
      });
    };
    expect((await typeset(formOf(25), NOTHING)).pages).toBe(1);
    const long = await typeset(formOf(1500), NOTHING);
    expect(long.pages).toBeGreaterThan(2);
    expect(
      squeezed((await pageTexts(long.pdf)).join('').replace(/—\d+—/g, '')).split('建设内容很多，').length,
    ).toBeGreaterThan(1400);
  });

  it('has its signature at the right foot of the commitment', async () => {
    const document = planOf([], {
      sections: [{ id: 'form', kind: 'form', startOnRight: true, numbered: true, blocks: formBlocks() }],
    });
    const [words = []] = await pageWords((await typeset(document, NOTHING)).pdf);
    const signature = words.find((word) => word.text.startsWith('申报单位签章'));
    const commitment = words.find((word) => word.text.startsWith('我单位提供'));
    const label = words.find((word) => word.text === '真实性承诺');
    expect(signature?.left).toBeGreaterThan(PAGE_WIDTH / 2);
    expect(signature?.top).toBeGreaterThan((commitment?.bottom ?? 0) + 30);
    expect(label?.top).toBeGreaterThan(commitment?.top ?? 0);
  });
});

describe('rows', () => {
  const exact = (texts: readonly string[], mm: number): Block => ({
    type: 'table',
    anchor: null,
    style: 'data',
    columns: [1, 1],
    head: [],
    size: 'small',
    rows: texts.map((each) => ({
      cells: [cell(each), cell('x')],
      height: { mm, rule: 'exact' },
      anchor: null,
    })),
  });

  it('of exact height are that high, and text that is too long gets smaller inside them', async () => {
    const { pdf, warnings, cutPages } = await typeset(
      planOf([exact(['行一', '很长的文字'.repeat(40), '行三', '行四'], 15)]),
      NOTHING,
    );
    const [words = []] = await pageWords(pdf);
    const tops = ['行一', '行三', '行四'].map((name) => words.find((word) => word.text === name)?.top ?? 0);
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeCloseTo(30 * MM, 0);
    expect((tops[2] ?? 0) - (tops[1] ?? 0)).toBeCloseTo(15 * MM, 0);
    const long = words.filter((word) => word.text.includes('很长'));
    expect(Math.max(...long.map((word) => word.bottom))).toBeLessThan(tops[1] ?? 0);
    expect({ warnings, cutPages }).toEqual({ warnings: [], cutPages: [] });
  });

  it('of exact height tell when text does not fit however small', async () => {
    const { cutPages } = await typeset(planOf([exact(['放不下的文字'.repeat(300)], 8)]), NOTHING);
    expect(cutPages).toEqual([1]);
  });

  it('higher than a page go on on the next', async () => {
    const table: Block = {
      type: 'table',
      anchor: null,
      style: 'user',
      columns: [1, 3],
      head: [],
      size: 'normal',
      rows: [row([cell('左'), cell('很高的单元格。'.repeat(900))])],
    };
    const result = await typeset(planOf([table]), NOTHING);
    expect(result.pages).toBeGreaterThan(2);
    const all = (await pageTexts(result.pdf)).map((each) => squeezed(each.replace(/—\d+—\s*$/, ''))).join('');
    expect(all.replaceAll('左', '').split('很高的单元格。')).toHaveLength(901);
  });

  it('keep a 20-digit number inside a narrow column', async () => {
    const number = '24112000000048542163';
    const table: Block = {
      type: 'table',
      anchor: null,
      style: 'data',
      columns: [1, 9],
      head: [],
      size: 'normal',
      rows: [row([cell(number), cell('右')])],
    };
    const [words = []] = await pageWords((await typeset(planOf([table]), NOTHING)).pdf);
    const digits = text(words).filter((word) => /^\d+$/.test(word.text));
    expect(digits.length).toBeGreaterThan(1);
    expect(digits.map((word) => word.text).join('')).toBe(number);
    for (const word of digits) expect(word.right).toBeLessThan(32 * MM + 15.2 * MM);
  });

  it('of body text are 28 pt apart whatever stands in them', async () => {
    const mixed = paragraph('body', [
      { type: 'text', text: '仿宋Latin㎡𠮷'.repeat(9), marks: [] },
      { type: 'text', text: '上标', marks: ['superscript'] },
      { type: 'text', text: '粗体下标'.repeat(6), marks: ['bold'] },
      { type: 'text', text: '2', marks: ['subscript'] },
      { type: 'text', text: '楷体'.repeat(30), marks: ['italic', 'underline'] },
    ]);
    const plain = paragraph('body', '普通文字'.repeat(40));
    const bottom = async (block: Block): Promise<number> => {
      const marker = paragraph('body', '末行');
      const [words = []] = await pageWords((await typeset(planOf([block, marker]), NOTHING)).pdf);
      return words.find((word) => word.text === '末行')?.top ?? 0;
    };
    const first = await bottom(plain);
    const second = await bottom(mixed);
    expect(((first - second) / 28) % 1).toBeCloseTo(0, 2);
  });
});

describe('sections', () => {
  it('never leave an empty page for a break at their edge', async () => {
    const result = await typeset(
      planOf([
        { type: 'pageBreak' },
        paragraph('body', '一'),
        { type: 'pageBreak' },
        { type: 'pageBreak' },
        paragraph('body', '二'),
        { type: 'pageBreak' },
      ]),
      NOTHING,
    );
    expect(result.pages).toBe(2);
  });

  it('keep a heading on the page of what follows it', async () => {
    const lines = Array.from({ length: 22 }, (_, index) => paragraph('body', `第${index}行`));
    const result = await typeset(
      planOf([...lines, heading(2, 'plan.9', '（九）标题'), paragraph('body', '后文')]),
      NOTHING,
    );
    expect(result.anchors.get('plan.9')?.physical).toBe(2);
  });
});

describe('the 目录', () => {
  const contentsOf = (count: number): BundleDocument => {
    const entries = Array.from({ length: count }, (_, index) => ({
      level: 2 as const,
      text: `第${index + 1}项`,
      anchor: 'form',
    }));
    const blocks: Block[] = [paragraph('partTitle', '目　录', 'center'), { type: 'contents', entries }];
    return planOf([], {
      sections: [
        { id: 'contents', kind: 'contents', startOnRight: true, numbered: false, blocks },
        { id: 'form', kind: 'form', startOnRight: true, numbered: true, blocks: formBlocks() },
      ],
    });
  };

  it('does not spill a line or two onto a second page, but takes the pages it needs', async () => {
    expect((await typeset(contentsOf(24), NOTHING)).frontPages).toBe(1);
    expect((await typeset(contentsOf(60), NOTHING)).frontPages).toBe(3);
  });
});
