import type { Block, Cell, Inline, Mark, ParagraphStyle, Row, Table } from '../../shared/documents/block.ts';
import type { BundleDocument, DocumentSection } from '../../shared/documents/bundleDocument.ts';
import { PHOTO, PICTURE } from './typesetFixture.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const TEXTS = [
  '',
  ' ',
  '普通的一句话，带标点。',
  '#image("x") $x^2$ @ref <label> *bold* _it_ `raw` // no /* no */ \\ ~ -- --- = heading',
  '#panic("no") #{ } ] ) } [ ( {',
  'a'.repeat(300),
  '9'.repeat(80),
  'https://example.com/'.repeat(20),
  '，'.repeat(80),
  '）'.repeat(120),
  '—'.repeat(100),
  '…'.repeat(90),
  '\u0000\u0001\u0008\u001f\u007f\u0085控制字符',
  '\ud800孤立代理\udc00',
  '\u202e反向\u202c \u200b\u200d\ufeff',
  '😀👨‍👩‍👧‍👦🇨🇳⚙️',
  'مرحبا بالعالم שלום',
  'e\u0301a\u0308 Zalgo\u0300\u0301\u0302\u0303\u0304\u0305',
  '一行\n二行\r\n三行\r四行\u2028五行\t制表',
  '㑇䶮𠮷𬱖喆堃①㎡℃Ⅷ☑☐',
  '字'.repeat(400),
  'word '.repeat(120),
  '\u00a0'.repeat(60),
  'ﷺ\u{1F6D5}\u{E0100}\u{10FFFF}\uE000',
  '½‰℅№™§¶†',
];
const STYLES: readonly ParagraphStyle[] = [
  'body',
  'plain',
  'cell',
  'coverMark',
  'coverTitle',
  'coverLine',
  'coverFoot',
  'partTitle',
  'tableCaption',
  'tableNote',
  'figureCaption',
  'dividerTitle',
  'hint',
];
const MARKS: readonly Mark[] = ['bold', 'italic', 'underline', 'superscript', 'subscript'];
const NUMBERS = [0, 1, 2, 3, 5, 17, 100, -4, 0.3, 1e9, Number.NaN, Number.POSITIVE_INFINITY];

/** A document nobody would write: every kind of block in every place, hostile text, spans and numbers. */
export function randomDocument(seed: number): BundleDocument {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const many = <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make);
  const anchor = (): string =>
    pick(['plan.1', 'invoice.1', 'x', '', '#evil', 'a0', `id${below(30)}`, '中文 锚']);

  const inline = (): Inline => {
    const kind = below(10);
    if (kind < 7) return { type: 'text', text: pick(TEXTS), marks: MARKS.filter(() => random() < 0.2) };
    if (kind === 7) return { type: 'break' };
    if (kind === 8) return { type: 'pageRef', anchor: anchor() };
    return { type: 'blank', characters: pick(NUMBERS), underline: random() < 0.5 };
  };
  const cell = (depth: number): Cell => ({
    span: pick([1, 1, 1, 2, 3, ...NUMBERS]),
    rows: pick([1, 1, 1, 2, 3, ...NUMBERS]),
    role: pick(['label', 'value', 'note', 'statement', 'head', 'total']),
    align: pick(['left', 'center', 'right', 'justify']),
    content: blocks(depth + 1, 2),
  });
  const row = (depth: number): Row => ({
    cells: many(5, () => cell(depth)),
    height: random() < 0.5 ? null : { mm: pick([8, 20, ...NUMBERS]), rule: pick(['least', 'exact']) },
    anchor: random() < 0.3 ? anchor() : null,
  });
  const table = (depth: number): Table => ({
    type: 'table',
    anchor: random() < 0.3 ? anchor() : null,
    style: pick(['form', 'data', 'user']),
    columns: many(random() < 0.1 ? 40 : 6, () => pick(NUMBERS)),
    head: many(2, () => row(depth)),
    rows: many(6, () => row(depth)),
    size: pick(['normal', 'small', 'fine']),
  });
  const block = (depth: number): Block => {
    const kind = below(depth > 2 ? 4 : 12);
    switch (kind) {
      case 0:
      case 1:
        return {
          type: 'paragraph',
          style: pick(STYLES),
          align: pick([null, 'left', 'center', 'right', 'justify']),
          content: many(5, inline),
        };
      case 2:
        return { type: 'heading', level: pick([1, 2, 3, 4, 5, 6]), anchor: anchor(), text: pick(TEXTS) };
      case 3:
        return { type: 'space', mm: pick(NUMBERS) };
      case 4:
        return {
          type: 'image',
          asset: pick([PICTURE, PHOTO, 'missing', 'broken']),
          widthPercent: pick(NUMBERS),
          alt: pick(TEXTS),
          caption: pick(TEXTS),
        };
      case 5:
        return { type: 'signature', lines: many(3, () => many(3, inline)) };
      case 6:
        return {
          type: 'contents',
          entries: many(6, () => ({ level: pick([1, 2, 3] as const), text: pick(TEXTS), anchor: anchor() })),
        };
      case 7:
        return { type: 'pageBreak' };
      case 8:
        return { type: 'list', ordered: random() < 0.5, items: many(4, () => blocks(depth + 1, 2)) };
      case 9:
        return { type: 'turned', sheets: many(3, () => blocks(depth + 1, 2)) };
      default:
        return table(depth);
    }
  };
  const blocks = (depth: number, most: number): Block[] => many(most, () => block(depth));
  const section = (): DocumentSection => ({
    id: anchor(),
    kind: pick(['cover', 'contents', 'form', 'plan', 'attachments']),
    startOnRight: random() < 0.5,
    numbered: random() < 0.6,
    blocks: blocks(0, 8),
  });
  return {
    title: pick(TEXTS),
    author: pick(TEXTS),
    subject: pick(TEXTS),
    keywords: many(3, () => pick(TEXTS)),
    draft: random() < 0.5,
    duplex: random() < 0.5,
    sections: Array.from({ length: 1 + below(4) }, section),
    dividers: many(2, () => ({ kind: pick(['license', '', 'x']), title: pick(TEXTS), blocks: blocks(1, 3) })),
    outline: [],
    printedValues: [],
    seals: [],
    spineText: '',
  };
}

/** Blocks inside one another far deeper than anybody would go. */
export function deepBlocks(depth: number): Block[] {
  let blocks: Block[] = [
    { type: 'paragraph', style: 'body', align: null, content: [{ type: 'text', text: '最里面', marks: [] }] },
  ];
  for (let level = 0; level < depth; level += 1) {
    blocks =
      level % 3 === 0
        ? [
            {
              type: 'table',
              anchor: null,
              style: 'user',
              columns: [1],
              head: [],
              size: 'normal',
              rows: [
                {
                  height: { mm: 5, rule: 'least' },
                  anchor: null,
                  cells: [{ span: 1, rows: 1, role: 'value', align: 'left', content: blocks }],
                },
              ],
            },
          ]
        : [{ type: 'list', ordered: level % 2 === 0, items: [blocks] }];
  }
  return blocks;
}
