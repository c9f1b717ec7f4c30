import type { RichBlock, RichDocument, RichInline } from '../../shared/entities/richText.ts';

type Mark = 'bold' | 'italic' | 'underline' | 'superscript' | 'subscript';

const MARKS: readonly (readonly [string, Mark])[] = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['*', 'italic'],
  ['^', 'superscript'],
  ['~', 'subscript'],
];

/** `**重**`, `__线__`, `*斜*`, `m^2^`, `CO~2~`, and `{{field.id}}` for a value of the form. */
function inlines(text: string, marks: readonly Mark[] = []): RichInline[] {
  if (text === '') return [];
  const starts = [
    { at: text.indexOf('{{'), open: '{{', close: '}}', mark: null },
    ...MARKS.map(([sign, mark]) => ({ at: text.indexOf(sign), open: sign, close: sign, mark })),
  ].filter(({ at, open, close }) => at >= 0 && text.indexOf(close, at + open.length) > at);
  const [first] = starts.toSorted((a, b) => a.at - b.at || b.open.length - a.open.length);
  const asMarks = marks.map((type) => ({ type }));
  if (first === undefined) return [{ type: 'text', text, marks: asMarks }];
  const end = text.indexOf(first.close, first.at + first.open.length);
  const inside = text.slice(first.at + first.open.length, end);
  return [
    ...inlines(text.slice(0, first.at), marks),
    ...(first.mark === null
      ? [{ type: 'fact' as const, attrs: { field: inside }, marks: asMarks }]
      : inlines(inside, [...marks, first.mark])),
    ...inlines(text.slice(end + first.close.length), marks),
  ];
}

function paragraph(text: string, textAlign: 'center' | null = null): RichBlock {
  return { type: 'paragraph', attrs: { textAlign }, content: inlines(text) };
}

function tableOf(lines: readonly string[]): RichBlock {
  const rows = lines
    .filter((line) => !/^\|[-| :]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return {
    type: 'table',
    content: rows.map((cells, index) => ({
      type: 'tableRow' as const,
      content: cells.map((cell) => ({
        type: index === 0 ? ('tableHeader' as const) : ('tableCell' as const),
        attrs: { colspan: 1, rowspan: 1 },
        content: cell.split('<br>').map((line) => paragraph(line, index === 0 ? 'center' : null)),
      })),
    })),
  };
}

function listOf(lines: readonly string[], ordered: boolean): RichBlock {
  return {
    type: ordered ? 'orderedList' : 'bulletList',
    content: lines.map((line) => ({
      type: 'listItem' as const,
      content: [paragraph(line.replace(/^(-|\d+\.) /, ''))],
    })),
  };
}

function kindOf(line: string): 'table' | 'bullet' | 'ordered' | 'heading' | 'image' | 'empty' | 'text' {
  if (line.startsWith('|')) return 'table';
  if (line.startsWith('- ')) return 'bullet';
  if (/^\d+\. /.test(line)) return 'ordered';
  if (/^#{1,3} /.test(line)) return 'heading';
  if (line.startsWith('![')) return 'image';
  return line === '' ? 'empty' : 'text';
}

/** （1）（2） for the first level below an outline item, ① ② below it, nothing deeper. */
function headingNumbers(): (level: number) => string {
  let first = 0;
  let second = 0;
  return (level) => {
    if (level === 1) {
      first += 1;
      second = 0;
      return `（${first}）`;
    }
    if (level > 2) return '';
    second += 1;
    return String.fromCodePoint(0x2460 + second - 1);
  };
}

/**
 * A plan section written in a few signs like Markdown's as the document the editor keeps. A line is a
 * paragraph; `![图题](plan-images/图.png){80}` is a picture at 80 % of the text's width.
 */
export function parsePlanText(source: string): RichDocument {
  const lines = source.split(/\r?\n/).map((line) => line.trim());
  const content: RichBlock[] = [];
  const number = headingNumbers();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const kind = kindOf(line);
    if (kind === 'table' || kind === 'bullet' || kind === 'ordered') {
      const group: string[] = [];
      while (kindOf(lines[index] ?? '') === kind) group.push(lines[index++] ?? '');
      index -= 1;
      content.push(kind === 'table' ? tableOf(group) : listOf(group, kind === 'ordered'));
    } else if (kind === 'heading') {
      const level = line.indexOf(' ');
      content.push({
        type: 'heading',
        attrs: { level, textAlign: null },
        content: inlines(number(level) + line.slice(level + 1)),
      });
    } else if (kind === 'image') {
      const match = /^!\[(.*)\]\((.+)\)(?:\{(\d+)\})?$/.exec(line);
      if (match === null) throw new Error(`picture not understood: ${line}`);
      const [, caption = '', asset = '', width = '100'] = match;
      content.push({ type: 'image', attrs: { asset, alt: caption, caption, widthPercent: Number(width) } });
    } else if (kind === 'text') content.push(paragraph(line));
  }
  return { type: 'doc', content };
}
