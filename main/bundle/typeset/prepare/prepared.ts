import type { Align, Mark, ParagraphStyle } from '../../../../shared/documents/block.ts';

/**
 * What the page templates (assets/typst) read: blocks made safe. Every text is printable, spans fill their
 * grid, anchors are numbers, images exist or are named as missing. Sections and dividers are files of their
 * own (`/section-0.json` …), the rest with their counts is `/data.json`.
 */
export interface PreparedDocument {
  readonly meta: {
    readonly title: string;
    readonly author: readonly string[];
    readonly subject: string;
    readonly keywords: readonly string[];
    readonly date: { readonly year: number; readonly month: number; readonly day: number } | null;
  };
  readonly duplex: boolean;
  readonly fonts: { readonly latin: string } & Readonly<Record<Face, readonly string[]>>;
  /** By the number that stands for an anchor everywhere else. */
  readonly anchors: readonly {
    /** Some block carries it; a table without rows, say, carries nothing. */
    readonly placed: boolean;
    readonly numbered: boolean;
    /** Printed number of a divider, which is planned and not counted here. */
    readonly planned: number | null;
  }[];
  readonly sections: readonly PreparedSection[];
  readonly dividers: readonly PreparedDivider[];
}

/** 仿宋, 楷体, 黑体, 宋体. */
export type Face = 'fang' | 'kai' | 'hei' | 'song';

export interface PreparedSection {
  readonly anchor: number | null;
  readonly numbered: boolean;
  /** Begins on a right-hand page. */
  readonly right: boolean;
  /** The first numbered section: page 1. */
  readonly first: boolean;
  /** The one that carries the report the program reads back. */
  readonly reports: boolean;
  /** Made smaller until it fits one page, but not below this share of its size; null leaves it as it is. */
  readonly fit: number | null;
  readonly blocks: readonly PreparedBlock[];
}

export interface PreparedDivider {
  readonly anchor: number | null;
  readonly number: number | null;
  readonly right: boolean;
  readonly reports: boolean;
  readonly blocks: readonly PreparedBlock[];
}

export type PreparedInline =
  | {
      readonly kind: 'text';
      /** Pieces between which a line may break besides the usual places. */
      readonly text: readonly string[];
      readonly marks: readonly Mark[];
      /** A line may break before it. */
      readonly after: boolean;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'page'; readonly target: number | null; readonly number: number | null }
  | { readonly kind: 'blank'; readonly characters: number; readonly underline: boolean }
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'tick' };

export interface PreparedParagraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly align: Align | null;
  /** Not justified: a word had to be opened for breaking, and its line would be torn apart. */
  readonly ragged: boolean;
  /** Stays on the page of the block after it. */
  readonly sticky: boolean;
  readonly content: readonly PreparedInline[];
}

export interface PreparedCell {
  readonly x: number;
  readonly y: number;
  readonly span: number;
  readonly rows: number;
  readonly role: 'label' | 'value' | 'note' | 'statement' | 'head' | 'total';
  readonly align: Align;
  /** Text begins at the top instead of the middle. */
  readonly top: boolean;
  /** May be too high for its exact row. */
  readonly tight: boolean;
  /** Its text against the table's: smaller where a number would not fit its line otherwise. */
  readonly scale: number;
  /** Characters on one of its lines. */
  readonly ems: number;
  /** Anchor of its row, in the first cell of the row only. */
  readonly anchor: number | null;
  /** Most cells are nothing but words in the table's own looks; then `content` is empty. */
  readonly words: string | null;
  readonly content: readonly PreparedBlock[];
}

export interface PreparedRow {
  readonly height: { readonly mm: number; readonly exact: boolean } | null;
  readonly breakable: boolean;
  readonly cells: readonly PreparedCell[];
}

export interface PreparedTable {
  readonly kind: 'table';
  readonly anchor: number | null;
  readonly columns: readonly number[];
  /** Points. */
  readonly text: number;
  readonly pitch: number;
  readonly inset: { readonly x: number; readonly y: number };
  readonly rule: number;
  /** Short enough to stay on one page. */
  readonly whole: boolean;
  /** Repeated on every page. */
  readonly head: readonly PreparedRow[];
  readonly rows: readonly PreparedRow[];
}

export type PreparedBlock =
  | PreparedParagraph
  | PreparedTable
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly anchor: number | null;
      readonly content: readonly PreparedInline[];
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly PreparedBlock[])[];
    }
  | {
      readonly kind: 'image';
      /** Null: printed as a named box. */
      readonly path: string | null;
      readonly width: number;
      readonly alt: string;
      readonly missing: readonly PreparedInline[];
      readonly caption: PreparedParagraph | null;
    }
  | { readonly kind: 'contents'; readonly entries: readonly PreparedEntry[] }
  | { readonly kind: 'signature'; readonly lines: readonly (readonly PreparedInline[])[] }
  /** Each sheet is a page of its own, turned by a quarter. */
  | { readonly kind: 'turned'; readonly sheets: readonly (readonly PreparedBlock[])[] }
  | { readonly kind: 'space'; readonly mm: number }
  | { readonly kind: 'pageBreak' };

export interface PreparedEntry {
  readonly level: number;
  readonly text: readonly PreparedInline[];
  readonly target: number | null;
  readonly number: number | null;
}
