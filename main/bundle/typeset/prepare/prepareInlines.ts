import { assertNever } from '../../../../shared/assertNever.ts';
import type { Inline } from '../../../../shared/documents/block.ts';
import { textWidth } from '../../../../shared/documents/measureText.ts';
import { plainText } from '../../../../shared/documents/plainText.ts';
import { wordsIn } from './longestWord.ts';
import type { PreparedInline } from './prepared.ts';
import type { Scope } from './scope.ts';

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Marks of direction, joining and variants: nothing of theirs can be seen on paper, but they confuse it. */
const INVISIBLE =
  /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}]/gu;
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
  const prepared: PreparedInline[] = [];
  let offset = 0;
  for (const inline of clean) {
    switch (inline.type) {
      case 'text':
        prepared.push(
          ...prepareText(inline, offset, overlong, Math.max(1, Math.floor(ems / PIECE_SHARE)), scope),
        );
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
  for (const { word, from } of wordsIn(text)) {
    if (textWidth(word) > ems) ranges.push({ from, to: from + word.length });
  }
  return ranges;
}

type TextInline = Extract<Inline, { type: 'text' }>;

function prepareText(
  inline: TextInline,
  offset: number,
  overlong: readonly Range[],
  openEvery: number,
  scope: Scope,
): PreparedInline[] {
  const prepared: PreparedInline[] = [];
  let pieces: string[] = [];
  let piece = '';
  const inside = (index: number): boolean =>
    overlong.some((range) => range.from < offset + index && offset + index < range.to);
  let pieceLength = 0;
  const endPiece = (): void => {
    if (piece !== '') pieces.push(piece);
    piece = '';
  };
  let opens = inside(0);
  const flush = (): void => {
    endPiece();
    if (pieces.length > 0) prepared.push({ kind: 'text', text: pieces, marks: inline.marks, after: opens });
    pieces = [];
    opens = false;
  };
  const step = (grapheme: string, index: number): void => {
    if (grapheme === '\n') {
      flush();
      prepared.push({ kind: 'break' });
      return;
    }
    if (grapheme === '☑') {
      flush();
      prepared.push({ kind: 'tick' });
      return;
    }
    const missing = scope.coverage.missing(grapheme);
    if (missing !== null) {
      flush();
      scope.warn(`没有一种字体有“${grapheme}”字（U+${missing}），此处印成了方框里的编码`);
      prepared.push({ kind: 'unknown', code: missing });
      return;
    }
    if (inside(index)) {
      if (pieces.length === 0 && piece === '') opens = true;
      if (pieceLength % openEvery === 0) endPiece();
      pieceLength += 1;
    } else pieceLength = 0;
    piece += grapheme;
  };
  if (
    overlong.length === 0 &&
    !inline.text.includes('\n') &&
    !inline.text.includes('☑') &&
    scope.coverage.has(inline.text)
  ) {
    return inline.text === ''
      ? []
      : [{ kind: 'text', text: [inline.text], marks: inline.marks, after: false }];
  }
  for (const { segment, index } of GRAPHEMES.segment(inline.text)) step(segment, index);
  flush();
  return prepared;
}

/** A typeset anchor's number is found by Typst; a planned one is given, its link leads to its divider. */
export function prepareReference(anchor: string, scope: Scope): Extract<PreparedInline, { kind: 'page' }> {
  const typeset = scope.anchors.find(anchor);
  if (typeset !== null) return { kind: 'page', target: typeset.index, number: null };
  const divider = scope.anchors.dividerOf(anchor);
  const number = scope.pageNumbers.get(anchor) ?? null;
  if (number === null && scope.pageNumbers.size > 0) scope.warn(`页码未知：${anchor}`);
  return { kind: 'page', target: number === null ? null : (divider?.index ?? null), number };
}
