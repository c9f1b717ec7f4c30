import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proveContents } from '../../main/bundle/proof/checks/proveContents.ts';
import type { ClaimedPackage } from '../../main/bundle/proof/packageFacts.ts';
import { prove } from '../../main/bundle/proof/prove.ts';
import { readPdf } from '../../main/bundle/proof/readPdf.ts';
import { readWord } from '../../main/bundle/proof/readWord.ts';
import { makePackage, type PackageFaults, PDF_NAME, WORD_NAME } from './proofFixture.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), '成册 复核-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** The lines that do not hold, as `what: detail`. */
async function failures(claimed: ClaimedPackage): Promise<string[]> {
  const lines = await prove(dir, claimed);
  return lines.filter(({ ok }) => !ok).map(({ what, detail }) => `${what}：${detail}`);
}

async function failuresOf(faults: PackageFaults): Promise<string[]> {
  return failures(await makePackage(dir, faults));
}

describe('the proof of an honest package', () => {
  it('holds in every line, and says what was looked at', async () => {
    const lines = await prove(dir, await makePackage(dir));
    expect(lines.filter(({ ok }) => !ok)).toEqual([]);
    expect(lines.map(({ what }) => what)).toEqual([
      '文件完整：装订用 PDF',
      '文件完整：Word 文档',
      '清单前后一致',
      'PDF 可以打开',
      'PDF 页数',
      '纸张尺寸',
      '逐页页码',
      '目录页码',
      '标题所在页',
      '书签',
      '内部链接',
      '字体嵌入',
      '各项内容见于 PDF',
      '附件页数',
      '附件页码',
      '发票复印件行号',
      'PDF 草稿标记',
      'Word 可以打开',
      '各项内容见于 Word 文档',
      'Word 目录',
      'Word 内部链接',
      'Word 草稿标记',
    ]);
  });

  it('holds for a draft that is marked on every page', async () => {
    expect(await failuresOf({ draft: true })).toEqual([]);
  });
});

describe('the proof finds what is wrong in the PDF', () => {
  const cases: readonly [string, PackageFaults, RegExp][] = [
    ['a page that is missing', { dropLastPage: true }, /PDF 页数：PDF 实有 7 页，清单记为 8 页/],
    [
      'a number in the 目录 that is not the heading’s page',
      { planPageInPdf: 3 },
      /目录页码：目录中“二、项目建设方案”印为第 3 页，清单记为第 2 页/,
    ],
    ['a font that is not embedded', { embedFonts: false }, /字体嵌入：字体“NotoSerifSC[^”]*”未嵌入/],
    ['a value that was changed', { scoreInPdf: '67.5' }, /各项内容见于 PDF：评估得分“76.5”未找到/],
    ['a value that is only part of a longer number', { scoreInPdf: '176.55' }, /各项内容见于 PDF：评估得分/],
    [
      'a bookmark that leads elsewhere',
      { outlineTarget: 3 },
      /书签：书签“二、项目建设方案”指向第 3 页（物理页），应为第 4 页/,
    ],
    [
      'a link to a page that is not there',
      { brokenLink: true },
      /内部链接：第 2 页（物理页）有 1 处链接没有去处/,
    ],
    [
      'a link of the 目录 that leads elsewhere',
      { linkTarget: 5 },
      /内部链接：目录中标为第 2 页的链接到了第 3 页/,
    ],
    [
      'a page without its number',
      { unnumberedPage: 8 },
      /逐页页码：第 8 页（物理页）没有页码，应为 6[\s\S]*附件页码/,
    ],
    ['a page that is not A4 upright', { landscapePage: 4 }, /纸张尺寸：第 4 页为 297×210 毫米/],
    [
      'a page of a draft without the mark',
      { draft: true, unmarkedPage: 5 },
      /PDF 草稿标记：第 5 页（物理页）没有“草稿”字样/,
    ],
    [
      'an invoice copy without its row',
      { withoutRowStamp: true },
      /发票复印件行号：“发票.pdf”在册内的第 1 页没有印“投资明细表第 12 行”/,
    ],
  ];
  it.each(cases)('%s', async (_, faults, message) => {
    expect((await failuresOf(faults)).join('\n')).toMatch(message);
  });
});

describe('the proof of the 目录', () => {
  it('does not pick one of two pages that bear the same number', async () => {
    const claimed = await makePackage(dir);
    const read = await readPdf(join(dir, PDF_NAME));
    if (!read.ok) throw new Error(read.problem.detail);
    const twice = {
      ...read.value,
      pages: read.value.pages.map((page, index) => (index === 7 ? { ...page, printed: 2 } : page)),
    };
    expect(proveContents(read.value, claimed).every(({ ok }) => ok)).toBe(true);
    expect(proveContents(twice, claimed)[0]).toMatchObject({
      ok: false,
      detail: expect.stringContaining('有 2 页都印有页码 2'),
    });
  });
});

describe('the proof finds what is wrong in the Word file', () => {
  it('a value that was changed', async () => {
    expect(await failuresOf({ scoreInWord: '67.5' })).toEqual([
      '各项内容见于 Word 文档：评估得分“76.5”未找到',
    ]);
  });

  it('a number in its 目录 that differs', async () => {
    expect(await failuresOf({ planPageInWord: 9 })).toEqual([
      'Word 目录：Word 目录“二、项目建设方案”为第 9 页，应为第 2 页',
    ]);
  });

  it('a value changed in the written file, which also no longer is the file that was exported', async () => {
    const claimed = await makePackage(dir);
    const path = join(dir, WORD_NAME);
    const parts = unzipSync(readFileSync(path));
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    writeFileSync(path, zipSync({ ...parts, 'word/document.xml': strToU8(body.replace('76.5', '99.9')) }));
    const found = (await failures(claimed)).join('\n');
    expect(found).toContain('文件完整：Word 文档');
    expect(found).toContain('各项内容见于 Word 文档：评估得分“76.5”未找到');
  });

  it('XML that is not well-formed', async () => {
    const claimed = await makePackage(dir);
    const path = join(dir, WORD_NAME);
    const parts = unzipSync(readFileSync(path));
    writeFileSync(path, zipSync({ ...parts, 'word/document.xml': strToU8('<w:document><w:body>') }));
    expect((await failures(claimed)).join('\n')).toContain(
      'Word 可以打开：Word 文件内部格式有误：word/document.xml',
    );
  });

  it('a draft mark in a package that calls itself final, and the other way round', async () => {
    const draft = await makePackage(dir, { draft: true });
    expect((await failures({ ...draft, final: true, reasons: [] })).join('\n')).toMatch(
      /PDF 草稿标记[\s\S]*Word 草稿标记/,
    );
    const final = await makePackage(dir);
    expect((await failures({ ...final, final: false, reasons: ['x'] })).join('\n')).toMatch(
      /PDF 草稿标记[\s\S]*Word 草稿标记/,
    );
  });
});

describe('the proof survives what it should find', () => {
  it('a truncated PDF', async () => {
    const claimed = await makePackage(dir);
    truncateSync(join(dir, PDF_NAME), 20_000);
    const found = (await failures(claimed)).join('\n');
    expect(found).toContain(`“${PDF_NAME}”大小为 20000 字节`);
    expect(found).toContain('PDF 可以打开：PDF 无法打开：文件不存在、不完整或已损坏');
  });

  it('a truncated Word file and an empty PDF', async () => {
    const claimed = await makePackage(dir);
    truncateSync(join(dir, WORD_NAME), 5_000);
    truncateSync(join(dir, PDF_NAME), 0);
    const found = (await failures(claimed)).join('\n');
    expect(found).toContain('Word 可以打开：Word 文件无法打开');
    expect(found).toContain('PDF 可以打开');
  });

  it('files that are missing', async () => {
    const claimed = await makePackage(dir);
    rmSync(join(dir, PDF_NAME));
    rmSync(join(dir, WORD_NAME));
    const found = (await failures(claimed)).join('\n');
    expect(found).toContain(`找不到或无法读取“${PDF_NAME}”`);
    expect(found).toContain(`找不到或无法读取“${WORD_NAME}”`);
  });

  it('one byte changed without changing the length', async () => {
    const claimed = await makePackage(dir);
    const path = join(dir, PDF_NAME);
    const bytes = readFileSync(path);
    bytes[bytes.length - 3] = 0x20;
    writeFileSync(path, bytes);
    expect((await failures(claimed)).join('\n')).toContain('内容与导出时不同（校验值不符）');
  });
});

describe('the proof finds a manifest that was edited', () => {
  const edits: readonly [string, (claimed: ClaimedPackage) => ClaimedPackage, RegExp][] = [
    [
      'its page count',
      (m) => ({ ...m, pages: 9 }),
      /清单前后一致：纸张数记为 8，按 9 页应为 9[\s\S]*PDF 页数/,
    ],
    [
      'a number of its 目录',
      (m) => ({ ...m, toc: m.toc.map((entry, index) => (index === 3 ? { ...entry, page: 4 } : entry)) }),
      /目录页码：目录中“三、其他附件”印为第 3 页，清单记为第 4 页；“三、其他附件”标为第 4 页，但该页没有这一标题/,
    ],
    [
      'a value',
      (m) => ({ ...m, expected: { ...m.expected, values: [{ what: '项目总投资', text: '9,999.00' }] } }),
      /见于 PDF：项目总投资“9,999.00”未找到[\s\S]*见于 Word 文档：项目总投资/,
    ],
    [
      'an attachment’s pages',
      (m) => ({ ...m, attachments: m.attachments.map((one) => ({ ...one, pagesIn: 3 })) }),
      /附件页数：“发票.pdf”原有 3 页，册内 2 页/,
    ],
    [
      'an attachment’s first page',
      (m) => ({ ...m, attachments: m.attachments.map((one) => ({ ...one, firstPage: 6 })) }),
      /附件页码：“发票.pdf”第 1 页印有页码 5，应为 6/,
    ],
    [
      'a placeholder passed off as final',
      (m) => ({ ...m, attachments: m.attachments.map((one) => ({ ...one, via: 'placeholder' })) }),
      /正式件中“发票.pdf”是代用页/,
    ],
    [
      'a file name that leads out of the folder',
      (m) => ({ ...m, files: m.files.map((file) => ({ ...file, name: `../${file.name}` })) }),
      /不在成册文件夹内/,
    ],
    [
      'its Word file left out',
      (m) => ({ ...m, files: m.files.filter(({ role }) => role === 'pdf') }),
      /清单列有 0 个Word 文档/,
    ],
    [
      'two attachments on one page',
      (m) => ({ ...m, attachments: m.attachments.flatMap((one) => [one, { ...one, physicalPage: 8 }]) }),
      /清单前后一致：两份附件同占第 8 页（物理页）/,
    ],
    [
      'a bookmark',
      (m) => ({ ...m, expected: { ...m.expected, outline: m.expected.outline.slice(1) } }),
      /书签：PDF 有 6 个书签，应为 5 个/,
    ],
  ];
  it.each(edits)('%s', async (_, edit, message) => {
    expect((await failures(edit(await makePackage(dir)))).join('\n')).toMatch(message);
  });
});

describe('a Word file sent by a stranger', () => {
  /** The package's Word file with one part put in its place, and a manifest that knows its hash. */
  async function withPart(name: string, content: Uint8Array): Promise<ClaimedPackage> {
    const claimed = await makePackage(dir);
    const path = join(dir, WORD_NAME);
    writeFileSync(path, zipSync({ ...unzipSync(readFileSync(path)), [name]: content }, { level: 9 }));
    return claimed;
  }

  it('is not unpacked when a part would be larger than any of ours', async () => {
    const claimed = await withPart('word/document.xml', new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20));
    const before = process.memoryUsage.rss();
    expect((await failures(claimed)).join('\n')).toContain('Word 可以打开：Word 文件解压后的内容过大');
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('is not unpacked when its parts together would be', async () => {
    const claimed = await makePackage(dir);
    const path = join(dir, WORD_NAME);
    const part = new Uint8Array(60 * 1024 * 1024).fill(0x20);
    const more = { 'word/a.xml': part, 'word/b.xml': part, 'word/c.xml': part };
    writeFileSync(path, zipSync({ ...unzipSync(readFileSync(path)), ...more }, { level: 9 }));
    expect((await failures(claimed)).join('\n')).toContain('Word 可以打开：Word 文件解压后的内容过大');
  });

  it('is damaged when a part unpacks to more than it says', async () => {
    const claimed = await withPart('word/zz.xml', strToU8(`<a>${' '.repeat(5_000_000)}</a>`));
    const path = join(dir, WORD_NAME);
    const bytes = readFileSync(path);
    // The last entry of the table of contents: its unpacked size.
    const entry = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(7, entry + 24);
    writeFileSync(path, bytes);
    expect((await failures(claimed)).join('\n')).toContain('Word 可以打开：Word 文件无法打开');
  });

  const wordXml = (body: string) =>
    strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    );

  it('is not parsed when it holds millions of elements', async () => {
    const claimed = await withPart('word/document.xml', wordXml('<w:p/>'.repeat(5_000_000)));
    expect((await failures(claimed)).join('\n')).toContain('Word 可以打开：Word 文件解压后的内容过大');
  });

  it('is damaged, and nothing worse, when its elements stand in one another without end', async () => {
    const deep = 200_000;
    const claimed = await withPart(
      'word/document.xml',
      wordXml(`${'<w:p>'.repeat(deep)}${'</w:p>'.repeat(deep)}`),
    );
    expect((await failures(claimed)).join('\n')).toContain('Word 可以打开：');
  });

  it('does not hold up the program while it is read', async () => {
    await withPart('word/document.xml', wordXml('<w:p/>'.repeat(1_000_000)));
    const begun = performance.now();
    let longest = 0;
    let last = begun;
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
    const read = await readWord(join(dir, WORD_NAME));
    clearInterval(watch);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    expect(read.ok && read.word.paragraphs.length).toBe(1_000_000);
    // Read here, it would be one long silence; what is left is taking over the answer.
    expect(longest / (last - begun)).toBeLessThan(0.4);
  });
});
