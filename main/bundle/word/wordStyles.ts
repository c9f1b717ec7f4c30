import { FANGSONG, HEITI, KAITI, LATIN, SONGTI, XIAOBIAOSONG } from './wordFonts.ts';
import { TEXT_WIDTH } from './wordPage.ts';

/** One paragraph style. Sizes in points, spaces in points, indents in Chinese characters. */
interface StyleSpec {
  readonly id: string;
  /** Built-in styles keep Word's own English name: Word shows 正文, 标题 1, 目录 1 for them in Chinese. */
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly line?: { readonly points: number; readonly rule: 'exact' | 'atLeast' | 'auto' };
  readonly before?: number;
  readonly after?: number;
  readonly firstLine?: number;
  readonly left?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly outline?: number;
  /** Latin words and long numbers may break anywhere, so that a cell never overflows. */
  readonly breakWords?: boolean;
  readonly contentsTab?: boolean;
  /** No room added between Chinese and figures: rows of exact height reckon without it, as the PDF does. */
  readonly dense?: boolean;
}

const exact = (points: number) => ({ points, rule: 'exact' }) as const;
const atLeast = (points: number) => ({ points, rule: 'atLeast' }) as const;
const cell = { basedOn: 'Normal', breakWords: true, firstLine: 0 } as const;
const heading = {
  basedOn: 'Normal',
  next: 'NormalIndent',
  firstLine: 2,
  keepNext: true,
  keepLines: true,
} as const;
const contents = { basedOn: 'Normal', next: 'Normal', contentsTab: true, align: 'left' } as const;

/** 三号 is 16 pt, 二号 22, 四号 14, 小四 12, 五号 10.5. */
const STYLES: readonly StyleSpec[] = [
  { id: 'Normal', name: 'Normal', font: FANGSONG, size: 16, align: 'both', line: exact(28) },
  { id: 'NormalIndent', name: 'Normal Indent', basedOn: 'Normal', firstLine: 2 },
  { id: 'Heading1', name: 'heading 1', ...heading, font: HEITI, outline: 0, align: 'left' },
  { id: 'Heading2', name: 'heading 2', ...heading, font: KAITI, outline: 1, align: 'left' },
  { id: 'Heading3', name: 'heading 3', ...heading, font: FANGSONG, bold: true, outline: 2, align: 'left' },
  { id: 'Heading4', name: 'heading 4', ...heading, font: FANGSONG, outline: 3, align: 'left' },
  { id: 'Heading5', name: 'heading 5', ...heading, font: FANGSONG, outline: 4, align: 'left' },
  { id: 'Heading6', name: 'heading 6', ...heading, font: FANGSONG, outline: 5, align: 'left' },
  { id: 'TOC1', name: 'toc 1', ...contents, font: HEITI },
  { id: 'TOC2', name: 'toc 2', ...contents, left: 1 },
  { id: 'TOC3', name: 'toc 3', ...contents, left: 2, size: 14, line: exact(26) },
  { id: 'Footer', name: 'footer', font: SONGTI, size: 14, basedOn: 'Normal', line: exact(20) },
  { id: 'Header', name: 'header', basedOn: 'Normal', size: 9, line: exact(12) },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    align: 'center',
    size: 12,
    font: HEITI,
    line: exact(24),
  },
  { id: 'CoverMark', name: '封面附件号', basedOn: 'Normal', font: HEITI, align: 'left' },
  {
    id: 'CoverTitle',
    name: '封面标题',
    basedOn: 'Normal',
    font: XIAOBIAOSONG,
    size: 26,
    align: 'center',
    line: exact(44),
  },
  { id: 'CoverLine', name: '封面栏目', basedOn: 'Normal', align: 'left', line: atLeast(36) },
  { id: 'CoverFoot', name: '封面落款', basedOn: 'Normal', align: 'center', line: exact(32) },
  {
    id: 'PartTitle',
    name: '部分标题',
    basedOn: 'Normal',
    font: XIAOBIAOSONG,
    size: 22,
    align: 'center',
    line: exact(36),
    after: 12,
    keepNext: true,
  },
  {
    id: 'DividerTitle',
    name: '附件隔页标题',
    basedOn: 'Normal',
    font: XIAOBIAOSONG,
    size: 22,
    align: 'center',
    line: exact(36),
    after: 18,
    keepNext: true,
    outline: 1,
  },
  { id: 'TableText', name: '表格文字', ...cell, size: 12, align: 'left', line: atLeast(20) },
  { id: 'TableSmall', name: '表格小字', ...cell, size: 10.5, align: 'left', line: exact(16), dense: true },
  { id: 'TableHead', name: '表头文字', ...cell, size: 12, font: HEITI, align: 'center', line: atLeast(20) },
  {
    id: 'TableHeadSmall',
    name: '表头小字',
    ...cell,
    size: 10.5,
    font: HEITI,
    align: 'center',
    line: exact(16),
    dense: true,
  },
  { id: 'TableFine', name: '表格细字', ...cell, size: 7.5, align: 'left', line: exact(10.5), dense: true },
  {
    id: 'TableHeadFine',
    name: '表头细字',
    ...cell,
    size: 7.5,
    font: HEITI,
    align: 'center',
    line: exact(10.5),
    dense: true,
  },
  { id: 'FormText', name: '表单文字', ...cell, size: 10.5, align: 'left', line: atLeast(15) },
  { id: 'FormTextSmall', name: '表单文字（紧凑）', ...cell, size: 9, align: 'left', line: atLeast(11.5) },
  { id: 'FormNote', name: '表单说明', ...cell, size: 9, align: 'left', line: atLeast(13) },
  { id: 'TableCaption', name: '表题', basedOn: 'Caption', keepNext: true, before: 6 },
  { id: 'TableNote', name: '表注', basedOn: 'Normal', size: 10.5, align: 'right', line: atLeast(17) },
  {
    id: 'Picture',
    name: '插图',
    basedOn: 'Normal',
    align: 'center',
    line: { points: 12, rule: 'auto' },
    before: 6,
  },
  { id: 'FigureCaption', name: '图题', basedOn: 'Caption', after: 6 },
  { id: 'Signature', name: '落款', basedOn: 'Normal', align: 'right', right: 2, keepLines: true },
  {
    id: 'Hint',
    name: '待填提示',
    basedOn: 'Normal',
    font: KAITI,
    size: 12,
    colour: '7F7F7F',
    line: exact(24),
  },
  { id: 'Spacer', name: '空白', basedOn: 'Normal', size: 1, line: exact(1) },
];

function fonts(name: string): string {
  return `<w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:cs="${LATIN}" w:eastAsia="${name}"/>`;
}

function runProperties(spec: StyleSpec): string {
  return [
    spec.font === undefined ? '' : fonts(spec.font),
    spec.bold === true ? '<w:b/><w:bCs/>' : '',
    spec.colour === undefined ? '' : `<w:color w:val="${spec.colour}"/>`,
    spec.size === undefined ? '' : `<w:sz w:val="${spec.size * 2}"/><w:szCs w:val="${spec.size * 2}"/>`,
  ].join('');
}

function spacing({ line, before, after }: StyleSpec): string {
  if (line === undefined && before === undefined && after === undefined) return '';
  const parts = [
    before === undefined ? '' : ` w:before="${before * 20}"`,
    after === undefined ? '' : ` w:after="${after * 20}"`,
    line === undefined ? '' : ` w:line="${line.points * 20}" w:lineRule="${line.rule}"`,
  ];
  return `<w:spacing${parts.join('')}/>`;
}

/** Indents in hundredths of a character follow the font size; the twips beside them are for other programs. */
function indents(spec: StyleSpec): string {
  const { left, right, firstLine, size = 16 } = spec;
  if (left === undefined && right === undefined && firstLine === undefined) return '';
  const one = (name: string, characters: number | undefined): string =>
    characters === undefined
      ? ''
      : ` w:${name}Chars="${characters * 100}" w:${name}="${characters * size * 20}"`;
  return `<w:ind${one('left', left)}${one('right', right)}${one('firstLine', firstLine)}/>`;
}

function paragraphProperties(spec: StyleSpec): string {
  return [
    spec.keepNext === true ? '<w:keepNext/>' : '',
    spec.keepLines === true ? '<w:keepLines/>' : '',
    spec.contentsTab === true
      ? `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${TEXT_WIDTH}"/></w:tabs>`
      : '',
    spec.breakWords === true ? '<w:wordWrap w:val="0"/>' : '',
    spec.dense === true ? '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' : '',
    spacing(spec),
    indents(spec),
    spec.align === undefined ? '' : `<w:jc w:val="${spec.align}"/>`,
    spec.outline === undefined ? '' : `<w:outlineLvl w:val="${spec.outline}"/>`,
  ].join('');
}

function styleXml(spec: StyleSpec): string {
  const own = /[\u4e00-\u9fff]/.test(spec.name);
  const mark = spec.id === 'Normal' ? ' w:default="1"' : own ? ' w:customStyle="1"' : '';
  return (
    `<w:style w:type="paragraph"${mark} w:styleId="${spec.id}"><w:name w:val="${spec.name}"/>` +
    (spec.basedOn === undefined ? '' : `<w:basedOn w:val="${spec.basedOn}"/>`) +
    (spec.next === undefined ? '' : `<w:next w:val="${spec.next}"/>`) +
    `<w:qFormat/><w:pPr>${paragraphProperties(spec)}</w:pPr><w:rPr>${runProperties(spec)}</w:rPr></w:style>`
  );
}

const TABLE_STYLE =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
  '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

/** word/styles.xml: every look the document uses, under a name people find in Word's style list. */
export function stylesXml(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(FANGSONG)}<w:sz w:val="32"/><w:szCs w:val="32"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault/></w:docDefaults>' +
    `${STYLES.map(styleXml).join('')}` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">' +
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    `${TABLE_STYLE}</w:styles>`
  );
}
