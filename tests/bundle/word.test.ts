import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparableText, containsValue, haystackOf } from '../../main/bundle/proof/comparableText.ts';
import { readWord } from '../../main/bundle/proof/readWord.ts';
import type { WordFacts } from '../../main/bundle/proof/wordFacts.ts';
import { bookmarkName } from '../../main/bundle/word/bookmarkName.ts';
import { writeWord } from '../../main/bundle/word/writeWord.ts';
import type { Block, Inline } from '../../shared/documents/block.ts';
import type { BundleDocument } from '../../shared/documents/bundleDocument.ts';
import { cell, label, paragraph, row, table, text, WORD_INPUT, wholeDocument } from './wordFixture.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), '成册 Word-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

async function written(document: BundleDocument): Promise<{ parts: Map<string, string>; bytes: Uint8Array }> {
  const bytes = await writeWord(document, WORD_INPUT);
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return { bytes, parts: new Map(parts.map(([name, data]) => [name, strFromU8(data)])) };
}

async function facts(document: BundleDocument): Promise<WordFacts> {
  const path = join(dir, '一 份.docx');
  writeFileSync(path, await writeWord(document, WORD_INPUT));
  const read = await readWord(path);
  if (!read.ok) throw new Error(read.problem.message);
  return read.word;
}

function withBlocks(blocks: readonly Block[]): BundleDocument {
  const section = { id: 'plan', kind: 'plan', startOnRight: false, numbered: true, blocks } as const;
  return wholeDocument({ sections: [section], dividers: [] });
}

/** Pieces of text between page references, whose numbers the blocks do not know. */
function words(inlines: readonly Inline[]): string[] {
  const text = inlines.map((inline) =>
    inline.type === 'text' ? inline.text : inline.type === 'pageRef' ? '\n' : '',
  );
  return text.join('').split('\n');
}
function wordsOfBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return words(block.content);
    if (block.type === 'heading') return [block.text];
    if (block.type === 'list') return block.items.flatMap(wordsOfBlocks);
    if (block.type === 'signature') return block.lines.flatMap(words);
    if (block.type === 'contents') return block.entries.map((entry) => entry.text);
    if (block.type === 'image') return [block.caption];
    if (block.type !== 'table') return [];
    return [...block.head, ...block.rows].flatMap(({ cells }) =>
      cells.flatMap(({ content }) => wordsOfBlocks(content)),
    );
  });
}

describe('the Word document', () => {
  it('holds the text of every block', async () => {
    const document = wholeDocument();
    const word = await facts(document);
    const haystack = haystackOf(word.paragraphs);
    const all = [...document.sections, ...document.dividers].flatMap(({ blocks }) => wordsOfBlocks(blocks));
    expect(all.length).toBeGreaterThan(250);
    expect(all.filter((one) => !containsValue(haystack, one))).toEqual([]);
  });

  it('has every table with its columns, rows and cells', async () => {
    const { tables } = await facts(wholeDocument());
    expect(tables.map(({ columns, rows }) => [columns, rows.length])).toEqual([
      [20, 10],
      [3, 4],
      [5, 42],
      [3, 2],
    ]);
    expect(tables[0]?.rows.map((cells) => cells.length)).toEqual([6, 9, 2, 4, 6, 2, 1, 4, 4, 2]);
    expect(tables[2]?.rows[1]).toEqual([
      '1',
      '05000170011199100000',
      '工业网关（网络软硬件）',
      '1000.00',
      '12',
    ]);
  });

  it('is well-formed XML in every part and has Word’s own heading styles', async () => {
    const { parts } = await written(wholeDocument({ draft: true }));
    for (const [name, xml] of parts) expect([name, XMLValidator.validate(xml)]).toEqual([name, true]);
    const styles = parts.get('word/styles.xml') ?? '';
    for (const name of ['Normal', 'heading 1', 'heading 6', 'toc 1', 'footer', '表格文字', '封面标题'])
      expect(styles).toContain(`<w:name w:val="${name}"/>`);
    expect(styles).toContain('w:line="560" w:lineRule="exact"');
    expect(styles).toContain('w:firstLineChars="200"');
    // Rows of exact height reckon without the room Word adds between Chinese and figures.
    expect(/w:styleId="TableSmall".*?<\/w:style>/u.exec(styles)?.[0]).toContain('<w:autoSpaceDE w:val="0"/>');
  });

  it('names fonts with their alternates and embeds none', async () => {
    const { parts, bytes } = await written(wholeDocument());
    const fonts = parts.get('word/fontTable.xml') ?? '';
    for (const name of ['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体'])
      expect(fonts).toMatch(new RegExp(`<w:font w:name="${name}"><w:altName w:val="[^"]*Noto`));
    expect(fonts).not.toContain('embed');
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.includes('fonts/'))).toEqual([]);
  });

  it('has headings under bookmarks, and a 目录 of links with the PDF’s page numbers', async () => {
    const word = await facts(wholeDocument());
    expect(word.headings).toEqual([
      { level: 1, text: '一、试点示范项目申报表' },
      { level: 1, text: '（一）申报单位基本情况' },
      { level: 2, text: '1.申报单位名称、行业、性质' },
      { level: 1, text: '（二）项目基本情况' },
      { level: 3, text: '技术路线' },
    ]);
    expect(word.contents).toEqual([
      { text: '一、试点示范项目申报表', page: 1 },
      { text: '二、项目建设方案', page: 3 },
      { text: '（一）申报单位基本情况', page: 3 },
      { text: '（二）项目基本情况', page: 5 },
      { text: '三、其他附件', page: 9 },
      { text: '营业执照', page: 11 },
      { text: '营业执照副本.jpg', page: 12 },
    ]);
    expect(word.links.every(({ lands }) => lands)).toBe(true);
    expect(word.links.map(({ anchor }) => anchor)).toContain(bookmarkName('plan.1'));
  });

  it('asks nobody to update fields', async () => {
    const { parts } = await written(wholeDocument());
    expect(parts.get('word/settings.xml')).not.toContain('updateFields');
    expect(parts.get('word/document.xml')).not.toContain('w:dirty');
    expect(parts.get('word/document.xml')).toContain(`PAGEREF ${bookmarkName('plan.2')} \\h`);
  });

  it('begins numbers at the first numbered section, odd right and even left', async () => {
    const { parts } = await written(wholeDocument());
    const sections = (parts.get('word/document.xml') ?? '').match(/<w:sectPr\b.*?<\/w:sectPr>/g) ?? [];
    expect(sections.map((xml) => /<w:pgNumType w:start="(\d+)"/.exec(xml)?.[1] ?? null)).toEqual([
      null,
      null,
      '1',
      null,
      null,
      '11',
    ]);
    expect(sections.slice(1, 5).every((xml) => xml.includes('w:val="oddPage"'))).toBe(true);
    expect(sections.every((xml) => xml.includes('w:gutter="227"') && xml.includes('w:left="1587"'))).toBe(
      true,
    );
    const footers = sections.map((xml) =>
      [...xml.matchAll(/<w:footerReference w:type="(\w+)" r:id="(\w+)"/g)].map(([, type, id]) => ({
        type,
        id,
      })),
    );
    expect(footers.every((references) => references.length === 2)).toBe(true);
    const relationships = parts.get('word/_rels/document.xml.rels') ?? '';
    const footer = (section: number, type: string): string => {
      const id = footers[section]?.find((reference) => reference.type === type)?.id ?? '';
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relationships)?.[1] ?? '';
      return parts.get(`word/${target}`) ?? '';
    };
    expect(footer(0, 'default')).not.toContain('PAGE');
    expect(footer(2, 'default')).toMatch(/<w:jc w:val="right"\/>.*PAGE/);
    expect(footer(2, 'even')).toMatch(/<w:jc w:val="left"\/>.*PAGE/);
    // The page before a kind's files counts as in the PDF; a running number could be that of another page here.
    for (const type of ['default', 'even']) {
      expect(footer(5, type)).toContain('见 PDF 第 11 页');
      expect(footer(5, type)).not.toContain('PAGE');
    }
    expect(parts.get('word/settings.xml')).toContain(
      '<w:mirrorMargins/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>',
    );
  });

  it('says under the 目录 which numbers are the PDF’s, when there are attachments', async () => {
    const note = '附件页码为 PDF 装订册中的页码';
    const texts = async (document: BundleDocument) =>
      (await facts(document)).paragraphs.filter((one) => one.includes(note)).length;
    expect(await texts(wholeDocument())).toBe(1);
    expect(await texts(wholeDocument({ dividers: [] }))).toBe(0);
  });

  it('does not mirror margins when printed on one side', async () => {
    const { parts } = await written(wholeDocument({ duplex: false }));
    expect(parts.get('word/settings.xml')).not.toContain('mirrorMargins');
    expect(parts.get('word/document.xml')).not.toContain('oddPage');
  });

  it('bears 草稿 in every section of a draft and in none of a final one', async () => {
    const draft = await facts(wholeDocument({ draft: true }));
    expect(draft.sections.map(({ marks }) => marks)).toEqual(new Array(6).fill(['草稿']));
    const final = await facts(wholeDocument());
    expect(final.sections.map(({ marks }) => marks)).toEqual(new Array(6).fill([]));
  });

  it('is the same to the byte for the same input, also the second time in one program', async () => {
    const first = await writeWord(wholeDocument({ draft: true }), { ...WORD_INPUT, date: '2020-02-10' });
    const second = await writeWord(wholeDocument({ draft: true }), { ...WORD_INPUT, date: '2020-02-10' });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array())).toContain(
      '2020-02-10T00:00:00Z',
    );
  });
});

describe('tables in the Word document', () => {
  it('say where cells are merged, repeat their head and keep rows whole', async () => {
    const { parts } = await written(
      withBlocks([
        table({
          columns: [1, 2, 1],
          head: [row([cell('甲', { role: 'head' }), cell('乙', { role: 'head', span: 2 })])],
          rows: [row([cell('丙', { rows: 2 }), cell('丁'), cell('戊')], 12), row([cell('己', { span: 2 })])],
        }),
      ]),
    );
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    expect([...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      2155, 4309, 2154,
    ]);
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/g) ?? [];
    expect(rows[0]).toContain('<w:tblHeader/>');
    expect(rows[0]).toContain('<w:gridSpan w:val="2"/>');
    expect(rows[1]).toMatch(/<w:vMerge w:val="restart"\/>/);
    expect(rows[1]).toMatch(/<w:trHeight w:val="680" w:hRule="atLeast"\/>/);
    expect(rows[2]).toMatch(/<w:vMerge w:val="continue"\/>/);
    expect(rows.every((one) => one.includes('<w:cantSplit/>'))).toBe(true);
    // Widths of a row always sum up to the grid, or Word moves the borders.
    for (const one of rows)
      expect(
        [...one.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g)].reduce(
          (sum, [, width]) => sum + Number(width),
          0,
        ),
      ).toBe(8618);
  });

  it('keep an exact height only while the text fits', async () => {
    const exactRow = (words: string) => ({
      ...row([cell(words)]),
      height: { mm: 8.2, rule: 'exact' } as const,
    });
    const { parts } = await written(
      withBlocks([
        table({ columns: [1], size: 'small', rows: [exactRow('短'), exactRow('很长的文字'.repeat(30))] }),
      ]),
    );
    const rules = [...(parts.get('word/document.xml') ?? '').matchAll(/w:hRule="(\w+)"/g)].map(
      ([, rule]) => rule,
    );
    expect(rules).toEqual(['exact', 'atLeast']);
  });

  it('never grow together, and never end a cell without a paragraph', async () => {
    const inner = table({ columns: [1], rows: [row([cell('内')])] });
    const { parts } = await written(
      withBlocks([inner, inner, table({ columns: [1], rows: [row([cell([inner])])] })]),
    );
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).not.toContain('</w:tbl><w:tbl>');
    expect(xml).not.toContain('</w:tbl></w:tc>');
    expect(xml).not.toMatch(/<\/w:tbl><w:sectPr/);
  });

  it('survive spans that do not fill the grid', async () => {
    const word = await facts(
      withBlocks([
        table({
          style: 'user',
          columns: [1, 1],
          rows: [
            row([cell('长', { span: 9, rows: 50 })]),
            row([]),
            row([cell('一'), cell('二'), cell('三')]),
          ],
        }),
        table({ columns: [], rows: [] }),
      ]),
    );
    expect(word.tables).toHaveLength(1);
    expect(word.paragraphs.join('|')).toMatch(/长.*一.*二.*三/);
  });
});

describe('hostile text in the Word document', () => {
  const HOSTILE = [
    '控制\u0000字符\u0001\u000b\u001f结束',
    '半个\ud842代理\udfb7对',
    '生僻字𠮷𬱖㑇䶮',
    ']]> <w:p/> &amp; &#0; "引号" \'单\'',
    '<!DOCTYPE x [<!ENTITY e "x">]>&e;',
    '{numbers-0} rId{abc.png} {{x}} %s $& $1',
    '制表\t符\r\n换行\u2028分行',
    '非字符\ufffe\uffff尾',
    '从右到左\u202e反转',
    'PAGEREF x \\h',
    'a'.repeat(5000),
  ];

  it.each(HOSTILE)('%j stays text, and the file stays whole', async (hostile) => {
    const document = wholeDocument({
      title: hostile,
      author: hostile,
      keywords: [hostile],
      sections: [
        {
          id: 'plan',
          kind: 'plan',
          startOnRight: true,
          numbered: true,
          blocks: [
            { type: 'heading', level: 1, anchor: hostile, text: `题${hostile}` },
            paragraph('body', [text(hostile, 'bold', 'superscript', 'subscript')]),
            { type: 'list', ordered: true, items: [[paragraph('plain', hostile)]] },
            table({ columns: [1], rows: [row([label(hostile)], null, hostile)] }),
            { type: 'image', asset: hostile, alt: hostile, caption: hostile, widthPercent: Number.NaN },
            { type: 'contents', entries: [{ level: 1, text: hostile, anchor: hostile }] },
            {
              type: 'signature',
              lines: [
                [text(hostile)],
                [{ type: 'blank', characters: Number.POSITIVE_INFINITY, underline: true }],
              ],
            },
            { type: 'space', mm: Number.NaN },
            { type: 'space', mm: 1e9 },
          ],
        },
      ],
      draft: true,
    });
    const { parts } = await written(document);
    for (const [name, xml] of parts) expect([name, XMLValidator.validate(xml)]).toEqual([name, true]);
    const word = await facts(document);
    const found = comparableText(word.paragraphs.join(''));
    expect(found.split(comparableText(hostile).slice(0, 40)).length).toBeGreaterThanOrEqual(6);
  });

  it('gives every anchor a bookmark of its own that Word accepts', () => {
    const anchors = [
      'plan.1.1',
      'plan_1_1',
      'plan-1-1',
      'invoice.很长'.repeat(10),
      'invoice.很长'.repeat(9),
      '',
      ' ',
    ];
    const names = anchors.map(bookmarkName);
    expect(new Set(names).size).toBe(anchors.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
  });
});

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasOffice())('the Word document in another program', () => {
  it('opens in LibreOffice with its pages, marks and numbers', { timeout: 120_000 }, async () => {
    const path = join(dir, '打开.docx');
    writeFileSync(path, await writeWord(wholeDocument({ draft: true }), WORD_INPUT));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(tmpdir(), 'chengce-office')}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        dir,
        path,
      ],
      { stdio: 'ignore' },
    );
    const { readPdf } = await import('../../main/bundle/proof/readPdf.ts');
    const read = await readPdf(join(dir, '打开.pdf'));
    if (!read.ok) throw new Error(read.problem.detail);
    const { pages, outline } = read.value;
    // Cover, 目录, form, plan and its tables, list, divider: numbers run from the form on, but not on the divider.
    expect(pages.slice(0, 3).map(({ printed }) => printed)).toEqual([null, null, 1]);
    expect(pages.at(-1)?.printed).toBe(null);
    expect(comparableText(pages.at(-1)?.text ?? '')).toContain(comparableText('见 PDF 第 11 页'));
    expect(pages.every(({ width, height }) => Math.round(width) === 595 && Math.round(height) === 842)).toBe(
      true,
    );
    expect(outline.map(({ title }) => title)).toContain('（二）项目基本情况');
    expect(containsValue(pages.map((page) => page.text).join(''), '（此处待填）')).toBe(true);
  });
});
