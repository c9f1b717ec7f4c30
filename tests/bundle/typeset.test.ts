import { describe, expect, it } from 'vitest';
import { typeset } from '../../main/bundle/typeset/typeset.ts';
import type { Block } from '../../shared/documents/block.ts';
import { cell, inlinesOf, paragraph, row } from '../../shared/documents/blockBuilders.ts';
import type { BundleDocument } from '../../shared/documents/bundleDocument.ts';
import { pageTexts, pdfFonts, pdfInfo, squeezed } from './poppler.ts';
import {
  COMMITMENT,
  fixtureDocument,
  fixturePageNumbers,
  fixturePictures,
  PICTURE,
  SENTENCE,
} from './typesetFixture.ts';

const NOTHING = { assets: new Map(), pageNumbers: new Map() } as const;

function planOf(...blocks: Block[]): BundleDocument {
  return {
    ...fixtureDocument({ duplex: false }),
    sections: [{ id: 'plan', kind: 'plan', startOnRight: false, numbered: true, blocks }],
    dividers: [],
  };
}

async function textOf(...blocks: Block[]): Promise<string> {
  const { pdf } = await typeset(planOf(...blocks), NOTHING);
  return (await pageTexts(pdf)).join('');
}

describe('text', () => {
  it('prints what looks like markup or code literally', async () => {
    const hostile =
      '#image("x") $x^2$ @ref <label> *粗* _斜_ `码` = 标题 - 列 + 表 / 词 \\ ~ -- --- ... // 注 /* 释 */ #panic() #{1+1}';
    const text = squeezed(await textOf(paragraph('body', hostile), paragraph('cell', hostile)));
    expect(text.split(squeezed(hostile))).toHaveLength(3);
  });

  it('can be extracted exactly, rare characters and numbers beside Chinese too', async () => {
    const text = await textOf(
      paragraph('body', '2020年第一批5G+工业互联网'),
      paragraph('body', '㑇䶮𠮷𬱖喆堃①㎡℃Ⅷ'),
      paragraph('body', [
        ...inlinesOf('面积1200m'),
        ...inlinesOf('2', ['superscript']),
        ...inlinesOf('，粗', ['bold']),
        ...inlinesOf('斜', ['italic']),
        ...inlinesOf('线', ['underline']),
      ]),
    );
    expect(text).toContain('2020年第一批5G+工业互联网');
    expect(text).toContain('㑇䶮𠮷𬱖喆堃①㎡℃Ⅷ');
    expect(squeezed(text)).toContain('面积1200m2，粗斜线');
  });

  it('keeps long paragraphs word for word', async () => {
    const text = squeezed(await textOf(paragraph('body', SENTENCE), paragraph('body', COMMITMENT)));
    expect(text).toContain(squeezed(SENTENCE));
    expect(text).toContain(squeezed(COMMITMENT));
  });

  it('drops control characters, lone surrogates and marks that turn text around', async () => {
    const text = await textOf(paragraph('body', '甲\u0000乙\ud800丙\u202e丁\u200b戊\ufeff己'));
    expect(squeezed(text)).toContain('甲乙丙丁戊己');
  });

  it('names a character no font has, and where, and prints its code instead of nothing', async () => {
    const result = await typeset(
      planOf(
        { type: 'heading', level: 2, anchor: 'plan.1', text: '（一）基本情况' },
        paragraph('body', '笑😀脸😀'),
      ),
      NOTHING,
    );
    expect(result.warnings).toEqual([
      '没有一种字体有“😀”字（U+1F600），此处印成了方框里的编码（在“（一）基本情况”）',
    ]);
    expect((await pageTexts(result.pdf)).join('')).toContain('1F600');
  });

  it('draws boxes to tick without a warning', async () => {
    const result = await typeset(planOf(paragraph('body', '☑是 ☐否 ☒无')), NOTHING);
    expect(result.warnings).toEqual([]);
    expect(squeezed((await pageTexts(result.pdf)).join(''))).toContain('√是□否☒无');
  });
});

describe('pictures', () => {
  it('prints a named box and warns where a picture is missing', async () => {
    const image: Block = {
      type: 'image',
      asset: PICTURE,
      widthPercent: 50,
      alt: '架构',
      caption: '图1 架构',
    };
    const result = await typeset(planOf(image), NOTHING);
    expect(result.warnings).toEqual(['图片“图1 架构”不在草稿里，此处印成了空框（在“正文”）']);
    expect(squeezed((await pageTexts(result.pdf)).join(''))).toContain('（图片缺失：图1架构）');
  });

  it('prints a named box for bytes that are no picture, and the good pictures all the same', async () => {
    const assets = new Map(await fixturePictures());
    assets.set('bad', {
      sha256: 'bad',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]),
      mime: 'image/png',
      widthPx: 9,
      heightPx: 9,
    });
    const image = (asset: string, caption: string): Block => ({
      type: 'image',
      asset,
      widthPercent: 50,
      alt: '',
      caption,
    });
    const result = await typeset(planOf(image(PICTURE, '好图'), image('bad', '坏图')), {
      assets,
      pageNumbers: new Map(),
    });
    expect(result.warnings).toEqual(['图片“坏图”无法解码，此处印成了空框（在“正文”）']);
    const text = squeezed((await pageTexts(result.pdf)).join(''));
    expect(text).toContain('（图片缺失：坏图）');
    expect(text).not.toContain('（图片缺失：好图）');
  });
});

describe('the file', () => {
  it('embeds a subset of every font it uses, with its characters', async () => {
    const assets = await fixturePictures();
    const { pdf } = await typeset(fixtureDocument(), { assets, pageNumbers: fixturePageNumbers() });
    const fonts = await pdfFonts(pdf);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
    expect(fonts.map(({ name }) => name).join(' ')).toMatch(/FandolFang.*|NotoSerifSC.*|NotoSansSC/);
    expect(pdf.length).toBeLessThan(1_500_000);
  });

  it('is the same bytes for the same input, also after another document', async () => {
    const assets = await fixturePictures();
    const input = { assets, pageNumbers: fixturePageNumbers(), date: '2020-01-20' };
    const first = await typeset(fixtureDocument({ invoices: 20 }), input);
    await typeset(planOf(paragraph('body', '别的文件')), NOTHING);
    const second = await typeset(fixtureDocument({ invoices: 20 }), input);
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true);
  });

  it('bears title, author, subject, keywords and the date it is given, on A4 pages, tagged', async () => {
    const { pdf } = await typeset(planOf(paragraph('body', '正文')), { ...NOTHING, date: '2020-01-20' });
    const info = await pdfInfo(pdf);
    expect(info.get('Title')).toBe('2020年第一批工业互联网试点示范项目申报书');
    expect(info.get('Author')).toBe('示例重庆两江精密制造有限公司');
    expect(info.get('Subject')).toBe('渝经信智能〔2020〕1号');
    expect(info.get('Keywords')).toContain('工业互联网');
    expect(info.get('CreationDate')).toContain('Jan 20');
    expect(info.get('Page size')).toContain('A4');
    expect(info.get('Tagged')).toBe('yes');
  });

  it('bears no date when none is given or the one given is none', async () => {
    for (const date of [null, '2020-02-31', '今天']) {
      const { pdf } = await typeset(planOf(paragraph('body', '正文')), { ...NOTHING, date });
      expect((await pdfInfo(pdf)).has('CreationDate')).toBe(false);
    }
  });

  it('is a page of its own even for a document without any block', async () => {
    const result = await typeset({ ...planOf(), sections: [], dividers: [] }, NOTHING);
    expect(result).toMatchObject({ pages: 1, bodyPages: 1, frontPages: 1, blankPages: [], warnings: [] });
  });
});

describe('tables', () => {
  it('keep a total row bold and a money column at the right', async () => {
    const table: Block = {
      type: 'table',
      anchor: 'budget',
      style: 'data',
      columns: [3, 1],
      size: 'normal',
      head: [],
      rows: [
        row([cell('设备'), cell('1,234.00', { align: 'right' })]),
        row([cell('合计', { role: 'total' }), cell('1,234.00', { role: 'total', align: 'right' })]),
      ],
    };
    const { pdf } = await typeset(planOf(table), NOTHING);
    expect((await pdfFonts(pdf)).some(({ name }) => name.includes('NotoSerifSC-Bold'))).toBe(true);
    const [page = ''] = await pageTexts(pdf);
    const ends = page
      .split('\n')
      .filter((line) => line.includes('1,234.00'))
      .map((line) => line.trimEnd().length);
    expect(ends).toHaveLength(2);
    expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 9))).toBeLessThanOrEqual(1);
  });
});
