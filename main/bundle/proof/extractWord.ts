import { unzipParts } from './unzipParts.ts';
import type { ReadWordResult, WordFacts } from './wordFacts.ts';
import { childNamed, elementsNamed, parseXml, type XmlElement } from './xmlNode.ts';

/** A table of 10,000 invoices takes 24 MB and 1.7 million tags; a zip bomb is not unpacked. */
const LIMITS = { partBytes: 64 * 1024 * 1024, allBytes: 128 * 1024 * 1024 };
/** A parsed tag takes some hundred bytes, and may have been written in six. */
const MOST_TAGS = 5_000_000;
const TAG = '<'.charCodeAt(0);
const SILENT = new Set([
  'w:instrText',
  'w:del',
  'w:pict',
  'w:drawing',
  'w:pPr',
  'w:rPr',
  'mc:AlternateContent',
]);

const TOO_LARGE = 'Word 文件解压后的内容过大，不像是导出的文件，没有打开';

function tagsIn(bytes: Uint8Array): number {
  let tags = 0;
  for (const byte of bytes) if (byte === TAG) tags += 1;
  return tags;
}

function refusal(message: string): ReadWordResult {
  return { ok: false, problem: { code: 'word-unreadable', message } };
}

/** Text of a paragraph or of anything in one. */
function textOf(element: XmlElement): string {
  if (element.name === 'w:t')
    return element.children.map((child) => (typeof child === 'string' ? child : '')).join('');
  if (element.name === 'w:tab') return '\t';
  if (element.name === 'w:br' || element.name === 'w:cr') return '\n';
  if (SILENT.has(element.name)) return '';
  return element.children.map((child) => (typeof child === 'string' ? '' : textOf(child))).join('');
}

function styleOf(paragraph: XmlElement): string {
  const properties = childNamed(paragraph, 'w:pPr');
  return (properties && childNamed(properties, 'w:pStyle')?.attributes.get('w:val')) ?? '';
}

function isMergedAway(cell: XmlElement): boolean {
  const properties = childNamed(cell, 'w:tcPr');
  const merge = properties && childNamed(properties, 'w:vMerge');
  return merge !== null && merge.attributes.get('w:val') !== 'restart';
}

function tableOf(table: XmlElement): WordFacts['tables'][number] {
  const own = (element: XmlElement, name: string): XmlElement[] =>
    element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
  const grid = childNamed(table, 'w:tblGrid');
  return {
    columns: grid === null ? 0 : own(grid, 'w:gridCol').length,
    rows: own(table, 'w:tr').map((row) =>
      own(row, 'w:tc')
        .filter((cell) => !isMergedAway(cell))
        .map((cell) => elementsNamed(cell, 'w:p').map(textOf).join('\n')),
    ),
  };
}

function contentsEntry(paragraph: XmlElement): WordFacts['contents'][number] {
  const [text = '', number] = textOf(paragraph).split('\t');
  const page = number !== undefined && /^\d+$/.test(number.trim()) ? Number(number.trim()) : null;
  return { text, page };
}

type Part = (path: string) => XmlElement | null;

/** The marks of every section: watermark texts of the headers it names, or of those it takes over. */
function sectionMarks(body: XmlElement, part: Part): WordFacts['sections'] {
  const relationships = part('word/_rels/document.xml.rels');
  const targets = new Map(
    (relationships === null ? [] : elementsNamed(relationships, 'Relationship')).map(({ attributes }) => [
      attributes.get('Id') ?? '',
      attributes.get('Target') ?? '',
    ]),
  );
  const inForce = new Map<string, string[]>();
  return elementsNamed(body, 'w:sectPr').map((section) => {
    for (const { attributes } of elementsNamed(section, 'w:headerReference')) {
      const header = part(`word/${targets.get(attributes.get('r:id') ?? '') ?? ''}`);
      const marks =
        header === null
          ? []
          : elementsNamed(header, 'v:textpath')
              .map((path) => path.attributes.get('string') ?? '')
              .filter((mark) => mark !== '');
      inForce.set(attributes.get('w:type') ?? 'default', marks);
    }
    // A mark counts when odd and even pages both bear it.
    const odd = inForce.get('default') ?? [];
    const even = inForce.get('even') ?? [];
    return {
      marks: [...new Set([...odd, ...even])].map((mark) =>
        odd.includes(mark) && even.includes(mark) ? mark : `${mark}（仅部分页）`,
      ),
    };
  });
}

function factsOf(document: XmlElement, part: Part): WordFacts {
  const paragraphs = elementsNamed(document, 'w:p');
  const bookmarks = new Set(
    elementsNamed(document, 'w:bookmarkStart').map(({ attributes }) => attributes.get('w:name')),
  );
  return {
    paragraphs: paragraphs.map(textOf),
    tables: elementsNamed(document, 'w:tbl').map(tableOf),
    headings: paragraphs.flatMap((paragraph) => {
      const level = /^Heading(\d)$/.exec(styleOf(paragraph))?.[1];
      return level === undefined ? [] : [{ level: Number(level), text: textOf(paragraph) }];
    }),
    contents: paragraphs.filter((paragraph) => /^TOC\d$/.test(styleOf(paragraph))).map(contentsEntry),
    links: elementsNamed(document, 'w:hyperlink').flatMap(({ attributes }) => {
      const anchor = attributes.get('w:anchor');
      return anchor === undefined ? [] : [{ anchor, lands: bookmarks.has(anchor) }];
    }),
    sections: sectionMarks(document, part),
  };
}

/**
 * Reads a .docx by its own XML. Every XML part must be well-formed, or Word would call the file damaged.
 * Runs in a child process; throws when the file cannot be read.
 */
export async function extractWord(path: string): Promise<ReadWordResult> {
  const unzipped = await unzipParts(path, (name) => /\.(xml|rels)$/.test(name), LIMITS);
  if (!unzipped.ok)
    return refusal(unzipped.why === 'too-large' ? TOO_LARGE : 'Word 文件无法打开：文件不完整或已损坏');
  const tags = [...unzipped.parts.values()].reduce((sum, bytes) => sum + tagsIn(bytes), 0);
  if (tags > MOST_TAGS) return refusal(TOO_LARGE);
  const parsed = new Map<string, XmlElement>();
  for (const [name, bytes] of unzipped.parts) {
    const root = parseXml(new TextDecoder().decode(bytes));
    if (root === null) return refusal(`Word 文件内部格式有误：${name}`);
    parsed.set(name, root);
  }
  const document = parsed.get('word/document.xml');
  if (document === undefined || !parsed.has('[Content_Types].xml'))
    return refusal('Word 文件缺少正文，可能已损坏');
  return { ok: true, word: factsOf(document, (name) => parsed.get(name) ?? null) };
}
