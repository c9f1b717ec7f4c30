import { assertNever } from '../../../../shared/assertNever.ts';
import type { Inline } from '../../../../shared/documents/block.ts';
import { textWidth } from '../../../../shared/documents/measureText.ts';
import { plainText } from '../../../../shared/documents/plainText.ts';
import { WIDEST, wordsIn } from './longestWord.ts';
import type { PreparedInline } from './prepared.ts';
import type { Scope } from './scope.ts';

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Marks of direction, joining and variants: nothing of theirs can be seen on paper, but they confuse it. */
const INVISIBLE =
  /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}]/gu;
const NOT_WORDS = /[\n☑]/;
const MAX_BLANK = 60;
/** Ems of a line for one character more between two places to break a long word: each place costs time. */
const PIECE_SHARE = 2.4;

/** Text as it is handed to Typst. */
export function printable(text: string): string {
  return plainText(text).replace(INVISIBLE, '').replaceAll('☐', '□');
}

/**
 * Inlines made safe: printable text, page references resolved, glyphs no font has replaced by their code,
 * and places to break inside words that are longer than a line of `ems` characters.
 */
export function prepareInlines(inlines: readonly Inline[], ems: number, scope: Scope): PreparedInline[] {
  const clean = inlines.map((inline) =>
    inline.type === 'text' ? { ...inline, text: printable(inline.text) } : inline,
  );
  const overlong = overlongRanges(
    clean.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join(''),
    ems,
  );
  const line: Line = { overlong, openEvery: Math.max(1, Math.floor(ems / PIECE_SHARE)) };
  const prepared: PreparedInline[] = [];
  let offset = 0;
  for (const inline of clean) {
    switch (inline.type) {
      case 'text':
        prepared.push(...prepareText(inline, offset, line, scope));
        offset += inline.text.length;
        continue;
      case 'break':
        prepared.push({ kind: 'break' });
        break;
      case 'pageRef':
        prepared.push(prepareReference(inline.anchor, scope));
        break;
      case 'blank':
        prepared.push({
          kind: 'blank',
          characters: Number.isFinite(inline.characters)
            ? Math.min(MAX_BLANK, Math.max(0, inline.characters))
            : 0,
          underline: inline.underline,
        });
        break;
      default:
        assertNever(inline);
    }
    offset += 1;
  }
  return prepared;
}

/** Plain words as inlines without marks. */
export function prepareWords(text: string, ems: number, scope: Scope): PreparedInline[] {
  return prepareInlines([{ type: 'text', text, marks: [] }], ems, scope);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function overlongRanges(text: string, ems: number): Range[] {
  const ranges: Range[] = [];
  if (text.length * WIDEST <= ems) return ranges;
  for (const { word, from } of wordsIn(text)) {
    if (textWidth(word) > ems) ranges.push({ from, to: from + word.length });
  }
  return ranges;
}

type TextInline = Extract<Inline, { type: 'text' }>;

interface Line {
  readonly overlong: readonly Range[];
  /** Characters between two places to break an overlong word. */
  readonly openEvery: number;
}

function prepareText(inline: TextInline, offset: number, line: Line, scope: Scope): PreparedInline[] {
  const { text, marks } = inline;
  if (text === '') return [];
  const words = (part: string, from: number): PreparedInline => ({
    kind: 'text',
    text: openedPieces(part, offset + from, line),
    marks,
    after: line.overlong.some((range) => range.from < offset + from && offset + from < range.to),
  });
  if (!NOT_WORDS.test(text) && scope.coverage.has(text)) return [words(text, 0)];
  const prepared: PreparedInline[] = [];
  let part = '';
  let from = 0;
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    const sign = signOf(segment, scope);
    if (sign === null) {
      if (part === '') from = index;
      part += segment;
      continue;
    }
    if (part !== '') prepared.push(words(part, from));
    part = '';
    prepared.push(sign);
  }
  if (part !== '') prepared.push(words(part, from));
  return prepared;
}

/** Line ends, boxes to tick and characters without a glyph; null for what is printed as text. */
function signOf(grapheme: string, scope: Scope): PreparedInline | null {
  if (grapheme === '\n') return { kind: 'break' };
  if (grapheme === '☑') return { kind: 'tick' };
  const missing = scope.coverage.missing(grapheme);
  if (missing === null) return null;
  scope.warn(`没有一种字体有“${grapheme}”字（U+${missing}），此处印成了方框里的编码`);
  return { kind: 'unknown', code: missing };
}

/** A text cut where overlong words in it may be broken; whole when there are none. */
function openedPieces(text: string, offset: number, { overlong, openEvery }: Line): string[] {
  const pieces: string[] = [];
  let done = 0;
  for (const range of overlong) {
    const from = Math.max(0, range.from - offset);
    const to = Math.min(text.length, range.to - offset);
    if (from >= to) continue;
    if (from > done) pieces.push(text.slice(done, from));
    pieces.push(...chunks(text.slice(from, to), openEvery));
    done = to;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

function chunks(word: string, size: number): string[] {
  const characters = /^[ -~]*$/.test(word)
    ? [...word]
    : Array.from(GRAPHEMES.segment(word), ({ segment }) => segment);
  const count = Math.ceil(characters.length / size);
  return Array.from({ length: count }, (_, at) => characters.slice(at * size, (at + 1) * size).join(''));
}

/** A typeset anchor's number is found by Typst; a planned one is given, its link leads to its divider. */
export function prepareReference(anchor: string, scope: Scope): Extract<PreparedInline, { kind: 'page' }> {
  const typeset = scope.anchors.find(anchor);
  if (typeset !== null) return { kind: 'page', target: typeset.index, number: null };
  const divider = scope.anchors.dividerOf(anchor);
  const number = scope.pageNumbers.get(anchor) ?? null;
  return { kind: 'page', target: number === null ? null : (divider?.index ?? null), number };
}
